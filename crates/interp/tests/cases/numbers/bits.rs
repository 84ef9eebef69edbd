fn main() {
    let n = 0b1011_0000u8;
    println!("{} {} {} {}", n.count_ones(), n.count_zeros(), n.leading_zeros(), n.trailing_zeros());
    println!("{} {} {}", n.leading_ones(), 0u32.trailing_zeros(), u16::MAX.trailing_ones());
    println!("{:08b} {:08b} {:08b}", n.rotate_right(4), n.reverse_bits(), !n);
    println!("{:x} {:x}", 0x12345678u32.swap_bytes(), 0x1234u16.to_be());
    println!("{:?} {:?}", 0x12345678u32.to_be_bytes(), 258u16.to_le_bytes());
    println!("{} {}", u32::from_be_bytes([0, 0, 1, 2]), i16::from_le_bytes([0xff, 0xff]));
    println!("{} {} {}", 6 & 3, 6 | 3, 6 ^ 3);
    println!("{} {} {}", !5, !5u8, !true);
    println!("{} {}", 64u64.is_power_of_two(), 65u64.is_power_of_two());
    println!("{} {}", 1u64 << 40, (1i64 << 63) >> 63);
    let flags = [1 << 0, 1 << 3, 1 << 7].iter().fold(0u8, |a, b| a | b);
    println!("{flags:#b} {} {}", flags & (1 << 3) != 0, flags & (1 << 2) != 0);
    let mut x = 0xdead_beef_u32;
    for _ in 0..3 { x ^= x << 13; x ^= x >> 17; x ^= x << 5; print!("{x} "); }
    println!();
    let mut hash = 0xcbf29ce484222325u64;
    for b in b"hello" { hash ^= u64::from(*b); hash = hash.wrapping_mul(0x100000001b3); }
    println!("{hash:016x}");
    println!("{}", (0..8).map(|i| if n >> i & 1 == 1 { '#' } else { '.' }).collect::<String>());
}
