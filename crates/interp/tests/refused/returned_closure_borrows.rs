fn adder(by: i32) -> impl Fn(i32) -> i32 {
    |number| number + by
}

fn main() {
    println!("{}", adder(1)(2));
}
