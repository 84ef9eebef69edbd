use std::mem::size_of;
enum U {
    A,
    B,
    C,
}
enum One {
    A,
}
enum F {
    A(u8),
    B,
}
enum G {
    A(u32),
    B(u8),
}
enum H {
    A(u64, u8),
    B { x: u16 },
}
enum N {
    A(Box<i32>),
    B,
}
enum O {
    A(String),
    B,
}
enum P {
    A(bool),
    B,
    C,
}
enum Never {}
#[repr(u16)]
enum R {
    A,
}
#[repr(u8)]
enum Q {
    A(u32),
    B(u8),
}
struct S {
    a: u8,
    b: u32,
    c: u16,
}
struct T(u8, char);
struct Z;
enum Sh {
    Circle(f64),
    Rect(f64, f64),
    Unit,
}
enum List {
    Cons(i32, Box<List>),
    Nil,
}
fn main() {
    println!(
        "{} {} {} {} {} {} {} {} {}",
        size_of::<U>(),
        size_of::<One>(),
        size_of::<F>(),
        size_of::<G>(),
        size_of::<H>(),
        size_of::<N>(),
        size_of::<O>(),
        size_of::<P>(),
        size_of::<Never>()
    );
    println!("{} {}", size_of::<R>(), size_of::<Q>());
    println!("{} {} {}", size_of::<S>(), size_of::<T>(), size_of::<Z>());
    println!("{} {}", size_of::<Sh>(), size_of::<List>());
    println!(
        "{} {} {} {}",
        size_of::<Option<u8>>(),
        size_of::<Option<Box<i32>>>(),
        size_of::<Option<&u8>>(),
        size_of::<Option<bool>>()
    );
    println!(
        "{} {} {}",
        size_of::<Option<char>>(),
        size_of::<Option<String>>(),
        size_of::<Option<Vec<i32>>>()
    );
    println!("{} {} {}", size_of::<Option<Option<bool>>>(), size_of::<Option<S>>(), size_of::<Option<T>>());
    println!("{} {}", size_of::<Result<u32, String>>(), size_of::<Result<u8, u8>>());
    println!("{} {}", size_of::<Option<std::num::NonZeroU32>>(), size_of::<Option<U>>());
    println!("{} {}", size_of::<Option<F>>(), size_of::<Option<Sh>>());
    println!("{} {}", std::mem::align_of::<G>(), std::mem::size_of_val(&H::A(1, 2)));
}
