// limit 4: output
fn main() {
    loop {
        println!("{}", "flood ".repeat(100));
    }
}
