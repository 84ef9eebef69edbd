// panicked 3: lazily
static BAD: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| {
    panic!("lazily")
});
fn main() {
    println!("{}", *BAD);
}
