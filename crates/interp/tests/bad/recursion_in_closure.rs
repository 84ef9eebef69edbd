// limit : recursion
fn call(f: &dyn Fn(u64) -> u64, number: u64) -> u64 {
    f(number)
}
fn down(number: u64) -> u64 {
    call(&|it| down(it + 1), number)
}
fn main() {
    println!("{}", down(0));
}
