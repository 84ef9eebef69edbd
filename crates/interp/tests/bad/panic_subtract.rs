// panicked 4: attempt to subtract with overflow
fn main() {
    let all: Vec<i32> = vec![];
    println!("{}", all.len() - 1);
}
