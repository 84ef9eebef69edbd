trait Conv {
    type Out: std::fmt::Debug + std::str::FromStr;
    const W: usize;
    fn name() -> &'static str;
}
impl Conv for Vec<u8> {
    type Out = u64;
    const W: usize = 1;
    fn name() -> &'static str {
        "bytes"
    }
}
impl Conv for Vec<String> {
    type Out = f64;
    const W: usize = 2;
    fn name() -> &'static str {
        "strings"
    }
}
impl Conv for Option<i32> {
    type Out = i32;
    const W: usize = 3;
    fn name() -> &'static str {
        "opt i32"
    }
}
impl Conv for Option<bool> {
    type Out = bool;
    const W: usize = 4;
    fn name() -> &'static str {
        "opt bool"
    }
}
impl Conv for (i32, i32) {
    type Out = i32;
    const W: usize = 5;
    fn name() -> &'static str {
        "pair"
    }
}
impl Conv for (i32, bool) {
    type Out = bool;
    const W: usize = 6;
    fn name() -> &'static str {
        "pair bool"
    }
}
impl Conv for [u8; 2] {
    type Out = i32;
    const W: usize = 7;
    fn name() -> &'static str {
        "a2"
    }
}
impl Conv for [u8; 4] {
    type Out = bool;
    const W: usize = 8;
    fn name() -> &'static str {
        "a4"
    }
}
impl Conv for &str {
    type Out = f32;
    const W: usize = 9;
    fn name() -> &'static str {
        "&str"
    }
}
impl Conv for String {
    type Out = char;
    const W: usize = 10;
    fn name() -> &'static str {
        "String"
    }
}
fn p<T: Conv>(s: &str) -> Option<T::Out> {
    s.parse::<T::Out>().ok()
}
fn all<T: Conv>(s: &str) {
    println!("{} {} {:?}", T::name(), T::W, p::<T>(s));
}
fn of<T: Conv>(_: &T, s: &str) {
    all::<T>(s)
}
fn main() {
    all::<Vec<u8>>("1");
    all::<Vec<String>>("1");
    all::<Option<i32>>("1");
    all::<Option<bool>>("true");
    all::<(i32, i32)>("1");
    all::<(i32, bool)>("false");
    all::<[u8; 2]>("3");
    all::<[u8; 4]>("true");
    all::<&str>("1");
    all::<String>("c");
    of(&Vec::<u8>::new(), "7");
    of(&Vec::<String>::new(), "7");
    of(&None::<i32>, "7");
    of(&None::<bool>, "true");
    of(&"x", "1.5");
    of(&String::new(), "z");
    of(&[1u8, 2], "4");
    of(&[1u8, 2, 3, 4], "true");
    println!("{}", <Vec<String> as Conv>::W + <Option<bool>>::W + <(i32, bool)>::W);
}
