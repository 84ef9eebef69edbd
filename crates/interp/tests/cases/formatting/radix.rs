fn main() {
    println!("{:b} {:o} {:x} {:X}", 42, 42, 255, 255);
    println!("{:#b} {:#o} {:#x} {:#X}", 5, 8, 254, 254);
    println!("{:08b} {:#010b} {:#06x} {:04X}", 5, 5, 255, 171);
    println!("{:b} {:x} {:o}", -1i8, -1i16, -8i8);
    println!("{:x} {:#x}", u128::MAX, 0);
    println!("{:>8x}|{:<8x}|{:^8x}|{:+x}", 255, 255, 255, 255);
    println!("{:e} {:E} {:e} {:e}", 1234.5, 0.00012, 1.0, 100u32);
    println!("{:.2e} {:e} {:e}", 123456.0, 0.0, f64::MAX);
    println!("{:#?} {:x?} {:X?} {:#x?}", 255, vec![10, 255], [171u8], Some(16));
    println!("{:02x}", 10u8);
    let bytes = [0xde, 0xad, 0x0];
    println!("{}", bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(":"));
    println!("{:032b}", 1.0f32.to_bits());
}
