fn main() {
    println!("{} {} {}", 7 / 2, -7 / 2, -7 % 3);
    println!("{} {}", (-7i32).rem_euclid(3), (-7i32).div_euclid(3));
    println!("{:?} {:?}", 250u8.checked_add(10), 250u8.checked_sub(10));
    println!("{} {} {:?}", 250u8.wrapping_add(10), 250u8.saturating_add(10), 250u8.overflowing_add(10));
    println!("{} {} {}", 2i32.pow(10), 10u64.pow(18), i64::MAX);
    println!("{} {} {} {}", 0b1011u8.count_ones(), 16u32.trailing_zeros(), 1u16.leading_zeros(), 1u8.rotate_left(3));
    println!("{} {} {} {}", 300i32 as u8, -1i32 as u32, 3.99f64 as i32, -1.5f64 as u8);
    println!("{} {} {}", u8::MAX, i128::MIN, usize::BITS);
    println!("{} {} {} {}", 5 & 3, 5 | 3, 5 ^ 3, !5);
    println!("{} {} {}", 1 << 4, -16 >> 2, 0xffu8 >> 4);
    println!("{:?} {:?}", "256".parse::<u8>(), "-5".parse::<i8>());
    println!("{:?} {:?}", u8::try_from(300i32).is_err(), i64::from(5i32));
    println!("{:?}", i32::from_str_radix("ff", 16));
    println!("{} {} {}", (-5i32).abs(), (-5i32).signum(), 5i32.clamp(0, 3));
    println!("{} {}", 10.max(3), 10.min(3));
    println!("{:?} {:?}", 1u32.to_be_bytes(), u16::from_le_bytes([1, 2]));
    println!("{} {}", 'a' as u32, 97u8 as char);
    println!("{}", u64::MAX as f64);
    println!("{} {}", 17u32.isqrt(), 1000u32.ilog10());
    println!("{}", 1_000_000i64 * 1_000_000);
    println!("{}", (1..=20u64).product::<u64>());
    println!("{}", 5u32.abs_diff(9));
}
