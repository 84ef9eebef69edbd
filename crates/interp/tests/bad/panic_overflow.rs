// panicked 4: attempt to add with overflow
fn main() {
    let number = std::hint::black_box(255_u8);
    println!("{}", number + 1);
}
