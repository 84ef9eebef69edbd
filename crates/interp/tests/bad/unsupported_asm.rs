// rejected 3:
fn main() {
    unsafe { std::arch::asm!("nop") };
}
