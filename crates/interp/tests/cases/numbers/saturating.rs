use std::num::{Saturating, Wrapping};
fn main() {
    let mut w = Wrapping(200u8) + Wrapping(100);
    w += 250;
    w *= Wrapping(3);
    w ^= Wrapping(0x0f);
    w <<= 1;
    println!("{w} {w:?} {w:#x} {}", w / Wrapping(7) % Wrapping(4));
    let mut s = Saturating(100i8);
    s += 100;
    s -= Saturating(1);
    println!("{s} {:?} {:b}", s * Saturating(-9), s & Saturating(6));
    s /= 5;
    println!("{s}");
    let mut seed = Wrapping(1u32);
    for _ in 0..3 {
        seed = seed * Wrapping(1664525) + Wrapping(1013904223);
        seed |= Wrapping(1);
    }
    println!("{seed} {}", (seed >> 16).0);
}
