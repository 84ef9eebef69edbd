use std::convert::Infallible;
use std::num::TryFromIntError;

#[derive(Debug, PartialEq)]
struct Cents(u32);

#[derive(Debug)]
struct Euros(u16);

impl From<Euros> for Cents {
    fn from(euros: Euros) -> Self {
        Cents(u32::from(euros.0) * 100)
    }
}

#[derive(Debug, PartialEq)]
struct Even(i32);

impl TryFrom<i32> for Even {
    type Error = String;

    fn try_from(value: i32) -> Result<Self, String> {
        if value % 2 == 0 { Ok(Even(value)) } else { Err(format!("{value} is odd")) }
    }
}

fn main() {
    // What loses nothing becomes the wider type, and goes on as that.
    let wide = u64::try_from(5u8).unwrap();
    println!("{}", wide + 300);
    let widest = u128::try_from(u8::MAX).unwrap();
    println!("{} {}", widest + 300, widest << 100);
    let signed: i64 = (-5i32).try_into().unwrap();
    println!("{}", signed - 3_000_000_000);
    match u128::try_from(u8::MIN).ok().unwrap_or(107) {
        0 | 7 => println!("zero or seven"),
        1..=20 => println!("few"),
        _ => println!("many"),
    }
    let kept: Result<u8, Infallible> = u8::try_from(7u8);
    println!("{kept:?}");
    let narrow: Result<u8, TryFromIntError> = u8::try_from(300u16);
    println!("{narrow:?} {:?}", i8::try_from(-128i64));
    println!("{:?} {:?}", usize::try_from(-1i32).is_err(), u32::try_from(7usize));
    println!("{:?}", Cents::try_from(Euros(3)));
    let cents: Result<Cents, _> = Euros(4).try_into();
    println!("{:?}", cents);
    println!("{:?} {:?}", Even::try_from(4), Even::try_from(5));
    let even: Result<Even, _> = 8.try_into();
    println!("{even:?}");
    println!("{:?} {:?}", char::try_from(65u8), char::try_from(0x1F600u32));
    println!("{:?}", u8::try_from('a'));
}
