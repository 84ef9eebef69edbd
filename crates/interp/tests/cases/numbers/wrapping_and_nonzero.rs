use std::num::{NonZeroU8, NonZeroU32, Saturating, Wrapping};

fn main() {
    let mut w = Wrapping(250u8);
    w += Wrapping(10);
    println!("{w} {:?} {}", w - Wrapping(5), (w * Wrapping(100)).0);
    let mut s = Saturating(100i8);
    s += Saturating(100);
    println!("{s} {}", s.0);
    let n = NonZeroU8::new(5).unwrap();
    println!("{n} {:?} {:?} {}", NonZeroU8::new(0), n, n.get() * 2);
    println!("{:?}", n.checked_add(250));
    println!("{:?} {:?}", "7".parse::<NonZeroU32>(), "0".parse::<NonZeroU32>().is_err());
    let r = (0..10).fold(Wrapping(1u32), |a, i| a * Wrapping(1664525) + Wrapping(i));
    println!("{r}");
}
