trait Id {
    const N: u32;
    fn s() -> String;
}
trait Base {
    const K: u32;
}
impl Base for i32 {
    const K: u32 = 3;
}
impl Base for String {
    const K: u32 = 5;
}
impl Base for Vec<u8> {
    const K: u32 = 6;
}
impl<T: Base> Id for T {
    const N: u32 = T::K * 2;
    fn s() -> String {
        format!("b{}", T::K)
    }
}
fn n<T: Id>() -> u32 {
    T::N
}
fn n2<T: Id>(_: &T) -> u32 {
    T::N
}
trait Size {
    const BYTES: usize;
    const BITS: usize = Self::BYTES * 8;
}
impl<T> Size for T {
    const BYTES: usize = std::mem::size_of::<T>();
}
trait Name {
    const NAME: &'static str;
}
impl<T: Size> Name for Option<T> {
    const NAME: &'static str = "opt";
}
impl<T: Name> Name for &T {
    const NAME: &'static str = T::NAME;
}
fn main() {
    println!("{} {} {}", n::<i32>(), n::<String>(), n::<Vec<u8>>());
    println!("{} {}", n2(&1), n2(&String::new()));
    println!("{} {} {}", i32::N, <String as Id>::N, String::s());
    println!("{} {} {}", u8::BYTES, <u64 as Size>::BITS, <(u8, u8)>::BYTES);
    println!("{} {}", <&Option<u8>>::NAME, <Option<u8> as Name>::NAME);
}
