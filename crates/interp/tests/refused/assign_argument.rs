fn add(number: i32) -> i32 {
    number += 1;
    number
}

fn main() {
    println!("{}", add(1));
}
