// rustlings, solved: the traits, conversions, smart pointers, macros sections
use std::borrow::Cow;
use std::convert::{TryFrom, TryInto};
use std::fmt;
use std::num::ParseIntError;
use std::rc::Rc;
use std::str::FromStr;
use std::sync::{Arc, Mutex, RwLock, mpsc};
use std::thread;
use std::time::Duration;

#[derive(Debug, PartialEq, Clone)]
struct Person {
    name: String,
    age: u8,
}
impl Default for Person {
    fn default() -> Self {
        Self { name: String::from("John"), age: 30 }
    }
}
impl From<&str> for Person {
    fn from(s: &str) -> Self {
        let mut split = s.split(',');
        let (Some(name), Some(age), None) = (split.next(), split.next(), split.next()) else {
            return Self::default();
        };
        if name.is_empty() {
            return Self::default();
        }
        let Ok(age) = age.parse() else { return Self::default() };
        Self { name: name.into(), age }
    }
}
#[derive(Debug, PartialEq)]
enum ParsePersonError {
    BadLen,
    NoName,
    ParseInt(ParseIntError),
}
impl FromStr for Person {
    type Err = ParsePersonError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut split = s.split(',');
        let (Some(name), Some(age), None) = (split.next(), split.next(), split.next()) else {
            return Err(ParsePersonError::BadLen);
        };
        if name.is_empty() {
            return Err(ParsePersonError::NoName);
        }
        let age = age.parse().map_err(ParsePersonError::ParseInt)?;
        Ok(Self { name: name.into(), age })
    }
}
#[derive(Debug, PartialEq)]
struct Color {
    red: u8,
    green: u8,
    blue: u8,
}
#[derive(Debug, PartialEq)]
enum IntoColorError {
    BadLen,
    IntConversion,
}
impl TryFrom<(i16, i16, i16)> for Color {
    type Error = IntoColorError;
    fn try_from(tuple: (i16, i16, i16)) -> Result<Self, Self::Error> {
        let (Ok(red), Ok(green), Ok(blue)) =
            (u8::try_from(tuple.0), u8::try_from(tuple.1), u8::try_from(tuple.2))
        else {
            return Err(IntoColorError::IntConversion);
        };
        Ok(Self { red, green, blue })
    }
}
impl TryFrom<[i16; 3]> for Color {
    type Error = IntoColorError;
    fn try_from(arr: [i16; 3]) -> Result<Self, Self::Error> {
        Self::try_from((arr[0], arr[1], arr[2]))
    }
}
impl TryFrom<&[i16]> for Color {
    type Error = IntoColorError;
    fn try_from(slice: &[i16]) -> Result<Self, Self::Error> {
        if slice.len() != 3 {
            return Err(IntoColorError::BadLen);
        }
        Self::try_from((slice[0], slice[1], slice[2]))
    }
}
fn byte_counter<T: AsRef<str>>(arg: T) -> usize {
    arg.as_ref().len()
}
fn num_sq<T: AsMut<u32>>(arg: &mut T) {
    let arg = arg.as_mut();
    *arg *= *arg;
}
fn abs_all(input: &mut Cow<[i32]>) {
    for ind in 0..input.len() {
        let value = input[ind];
        if value < 0 {
            input.to_mut()[ind] = -value;
        }
    }
}
#[derive(Debug)]
enum Planet {
    Mercury(Rc<Sun>),
    Earth(Rc<Sun>),
}
#[derive(Debug, Default)]
struct Sun;
impl Planet {
    fn details(&self) {
        println!("Hi from {self:?}!");
    }
}
#[derive(PartialEq, Debug)]
enum List {
    Cons(i32, Box<List>),
    Nil,
}
#[derive(PartialEq, Debug, Clone, Copy)]
enum CreationError {
    Negative,
    Zero,
}
impl fmt::Display for CreationError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let description = match self {
            CreationError::Negative => "number is negative",
            CreationError::Zero => "number is zero",
        };
        f.write_str(description)
    }
}
impl std::error::Error for CreationError {}
#[derive(PartialEq, Debug)]
struct PositiveNonzeroInteger(u64);
impl PositiveNonzeroInteger {
    fn new(value: i64) -> Result<Self, CreationError> {
        match value {
            x if x < 0 => Err(CreationError::Negative),
            0 => Err(CreationError::Zero),
            x => Ok(Self(x as u64)),
        }
    }
    fn parse(s: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let x: i64 = s.parse()?;
        Ok(PositiveNonzeroInteger::new(x)?)
    }
}
#[macro_use]
mod macros {
    macro_rules! my_macro {
        () => {
            println!("Check out my macro!");
        };
        ($val:expr) => {
            println!("Look at this other macro: {}", $val);
        };
    }
}
trait AppendBar {
    fn append_bar(self) -> Self;
}
impl AppendBar for String {
    fn append_bar(self) -> Self {
        self + "Bar"
    }
}
impl AppendBar for Vec<String> {
    fn append_bar(mut self) -> Self {
        self.push(String::from("Bar"));
        self
    }
}
struct ReportCard<T> {
    grade: T,
    student: String,
}
impl<T: fmt::Display> ReportCard<T> {
    fn print(&self) -> String {
        format!("{} - achieved a grade of {}", &self.student, &self.grade)
    }
}
fn divide(a: i64, b: i64) -> Result<i64, String> {
    a.checked_rem(b).map_or(Err("cannot".to_string()), |r| {
        if r == 0 { Ok(a / b) } else { Err(format!("{a} % {b} = {r}")) }
    })
}

fn main() {
    println!("{:?} {:?} {:?}", Person::from("Mark,20"), Person::from("Mark,twenty"), Person::from(",1"));
    let p: Person = "Gerald,70".into();
    println!("{p:?} {:?} {:?} {:?}", "".parse::<Person>(), "a,b".parse::<Person>(), Person::from_str(",3"));
    println!("{:?}", "Jo,300".parse::<Person>());
    println!("{:?} {:?}", Color::try_from((183, 65, 14)), Color::try_from([-1, 0, 256]));
    let v = vec![1i16, 2, 3];
    let c: Result<Color, _> = v[..2].try_into();
    println!("{c:?} {:?}", Color::try_from(&v[..]));
    println!("{} {}", byte_counter("Café au lait"), byte_counter(String::from("x")));
    let mut b: Box<u32> = Box::new(7);
    num_sq(&mut b);
    println!("{b}");
    for vec in [vec![-1, 0, 1], vec![0, 1]] {
        let mut input = Cow::from(&vec);
        abs_all(&mut input);
        println!("{} {input:?}", if matches!(input, Cow::Owned(_)) { "owned" } else { "borrowed" });
    }
    let sun = Rc::new(Sun);
    let (m, e) = (Planet::Mercury(Rc::clone(&sun)), Planet::Earth(Rc::new(Sun::default())));
    m.details();
    e.details();
    println!("reference count = {}", Rc::strong_count(&sun));
    println!("{:?}", List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil)))));
    for s in ["42", "-555", "0", "nan"] {
        match PositiveNonzeroInteger::parse(s) {
            Ok(n) => println!("output={n:?}"),
            Err(e) => println!("{e} {:?}", e.downcast_ref::<CreationError>()),
        }
    }
    my_macro!();
    my_macro!(7777);
    println!("{} {:?}", "Foo".to_string().append_bar(), vec!["Foo".to_string()].append_bar());
    println!("{}", ReportCard { grade: 2.1, student: "Tom".into() }.print());
    println!("{}", ReportCard { grade: "A+", student: "Gary".into() }.print());
    println!("{:?}", [27, 297, 38502, 81].into_iter().map(|n| divide(n, 27)).collect::<Result<Vec<_>, _>>());
    println!("{:?}", [27, 297].map(|n| divide(n, 27)));
    let status = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..10)
        .map(|_| {
            let s = Arc::clone(&status);
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(5));
                *s.lock().unwrap() += 1;
            })
        })
        .collect();
    for h in handles {
        h.join().unwrap();
    }
    println!("Jobs done: {}", status.lock().unwrap());
    let (tx, rx) = mpsc::channel();
    thread::scope(|s| {
        for half in [[1, 2], [6, 7]] {
            let tx = tx.clone();
            s.spawn(move || half.iter().for_each(|v| tx.send(*v).unwrap()));
        }
        drop(tx);
    });
    let mut got: Vec<u32> = rx.into_iter().collect();
    got.sort_unstable_by(|a, b| b.cmp(a));
    println!("{got:?}");
    let rw = RwLock::new(5);
    {
        let (a, b) = (rw.read().unwrap(), rw.read().unwrap());
        println!("{}", *a + *b);
    }
    *rw.write().unwrap() -= 1;
    println!("{rw:?}");
}
