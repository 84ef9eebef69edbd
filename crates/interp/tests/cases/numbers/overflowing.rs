fn main() {
    println!("{:?} {:?} {:?}", 1u32.overflowing_shl(33), 1u32.overflowing_shr(3), 8u8.overflowing_pow(3));
    println!("{} {} {}", 5u32.midpoint(8), 0u8.midpoint(255), (-3i32).midpoint(-6));
    println!("{:?} {:?}", 1.5f64.midpoint(2.5), 250u8.checked_next_power_of_two());
    println!(
        "{:?} {:?} {:?}",
        i32::MIN.overflowing_abs(),
        i32::MIN.overflowing_div(-1),
        i32::MIN.overflowing_rem(-1)
    );
    println!("{:?} {:?}", 1u8.overflowing_add_signed(-2), 5u8.overflowing_sub_unsigned_(1));
}
trait X {
    fn overflowing_sub_unsigned_(self, n: u8) -> u8;
}
impl X for u8 {
    fn overflowing_sub_unsigned_(self, n: u8) -> u8 {
        self - n
    }
}
