fn main() {
    println!("{} {} {} {}", i8::MIN, i8::MAX, u8::MAX, i16::MIN);
    println!("{} {} {} {}", u16::MAX, i32::MAX, u32::MAX, i64::MIN);
    println!("{} {} {}", u64::MAX, i128::MIN, u128::MAX);
    println!("{} {} {} {}", usize::MAX, isize::MIN, u8::BITS, i128::BITS);
    let a: u8 = 200;
    println!("{:?} {:?} {} {}", a.checked_add(55), a.checked_add(56), a.wrapping_add(100), a.saturating_add(100));
    println!("{:?} {:?} {:?}", a.overflowing_mul(2), 5u8.overflowing_sub(6), i8::MIN.overflowing_neg());
    println!("{:?} {:?} {:?} {:?}", i32::MIN.checked_abs(), i32::MIN.wrapping_abs(), (-7i32).checked_div(0), i32::MIN.checked_div(-1));
    println!("{} {} {} {}", -7 / 2, -7 % 2, (-7i32).rem_euclid(2), (-7i32).div_euclid(2));
    println!("{} {} {}", 1u32 << 31, -1i32 >> 1, 0xf0u8 >> 4);
    println!("{:?} {:?} {}", 1u8.checked_shl(8), 1u8.wrapping_shl(9), 1i16.rotate_left(15));
    println!("{} {} {}", 2i64.pow(40), 3u128.pow(60), (-2i32).pow(3));
    println!("{:?} {:?} {}", 10u8.checked_pow(3), 2i32.checked_pow(30), 10u8.saturating_pow(9));
    println!("{} {} {}", 5u32.abs_diff(9), (-5i32).unsigned_abs(), i8::MIN.abs_diff(127));
    println!("{} {} {}", 7i32.signum(), (-7i32).is_negative(), 0i8.signum());
    println!("{} {}", u64::MAX as u128 * u64::MAX as u128, i64::MAX as i128 + 1);
    println!("{} {} {}", 12u8.isqrt(), 100u32.ilog2(), 1000u32.ilog10());
    println!("{} {} {:?}", 13u32.next_multiple_of(5), 17u32.next_power_of_two(), 7u32.div_ceil(2));
}
