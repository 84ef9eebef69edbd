fn main() {
    println!("{:e} {:E} {:e} {:e}", -67, -67_i8, 0, 1_200);
    println!("{:+e} {:+e} {:+E} {:+e}", -67, 67, -1_i64, 0_u8);
    println!("[{:010e}] [{:+010e}] [{:<10e}] [{:^+10e}] [{:*>10E}]", -1, 1, -20, 20, -300);
    println!("{:.2e} {:.0e} {:+.3e} {:08.1e}", -12_345, -15, 99_999, -25);
    println!("{:e} {:e}", i128::MIN, u128::MAX);
    println!("{:e} {:.3e}", u64::MAX, u128::MAX);
    println!("{:e} {:+e} {:010e} {:+.1E}", -1.5, 2.5, -0.25, 1_024.0);
    println!("{:+x} {:+b} {:#x} {:+#o}", 255, 5, -1_i8, 8);
    let (least, not) = (f64::NEG_INFINITY, f64::NAN);
    println!("[{least:05}] [{:+05}] [{least:<05}] [{least:05e}] [{least:05?}] [{not:05}]", f64::INFINITY);
    println!("[{least:^06}] [{least:05.1}] [{not:+}] [{not:<6}] [{least:>6}]");
}
