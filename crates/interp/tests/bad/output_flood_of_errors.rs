// limit 4: output
fn main() {
    loop {
        eprintln!("{}", "flood ".repeat(100));
    }
}
