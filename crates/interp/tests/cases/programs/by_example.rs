// Rust By Example, revisited: the chapters nobody reads, in one file.
#![allow(dead_code, unused_variables)]
use std::collections::HashMap;
use std::fmt::{self, Debug, Display, Formatter};
use std::hash::Hash;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

#[derive(Debug)]
struct Structure(i32);
#[derive(Debug)]
struct Deep(Structure);
struct List(Vec<i32>);
impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let vec = &self.0;
        write!(f, "[")?;
        for (count, v) in vec.iter().enumerate() {
            if count != 0 {
                write!(f, ", ")?;
            }
            write!(f, "{count}: {v}")?;
        }
        write!(f, "]")
    }
}
struct City {
    name: &'static str,
    lat: f32,
    lon: f32,
}
impl Display for City {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let lat_c = if self.lat >= 0.0 { 'N' } else { 'S' };
        let lon_c = if self.lon >= 0.0 { 'E' } else { 'W' };
        write!(f, "{}: {:.3}°{} {:.3}°{}", self.name, self.lat.abs(), lat_c, self.lon.abs(), lon_c)
    }
}
mod my_mod {
    fn private_function() {
        println!("called `my_mod::private_function()`");
    }
    pub fn function() {
        println!("called `my_mod::function()`");
    }
    pub fn indirect_access() {
        print!("called `my_mod::indirect_access()`, that\n> ");
        private_function();
    }
    pub mod nested {
        pub fn function() {
            println!("called `my_mod::nested::function()`");
        }
        pub(in super::super::my_mod) fn public_function_in_my_mod() {
            print!("called `my_mod::nested::public_function_in_my_mod()`, that\n> ");
            public_function_in_nested();
        }
        pub(self) fn public_function_in_nested() {
            println!("called `my_mod::nested::public_function_in_nested()`");
        }
        pub(super) fn public_function_in_super_mod() {
            println!("called `my_mod::nested::public_function_in_super_mod()`");
        }
    }
    pub fn call_public_function_in_my_mod() {
        nested::public_function_in_my_mod();
        print!("> ");
        nested::public_function_in_super_mod();
    }
    pub(crate) fn public_function_in_crate() {
        println!("called `my_mod::public_function_in_crate()`");
    }
}
trait UsernameWidget {
    fn get(&self) -> String;
}
trait AgeWidget {
    fn get(&self) -> u8;
}
struct Form {
    username: String,
    age: u8,
}
impl UsernameWidget for Form {
    fn get(&self) -> String {
        self.username.clone()
    }
}
impl AgeWidget for Form {
    fn get(&self) -> u8 {
        self.age
    }
}
trait Person {
    fn name(&self) -> String;
}
trait Student: Person {
    fn university(&self) -> String;
}
trait Programmer {
    fn fav_language(&self) -> String;
}
trait CompSciStudent: Programmer + Student {
    fn git_username(&self) -> String;
}
fn comp_sci_student_greeting(student: &dyn CompSciStudent) -> String {
    format!(
        "My name is {} and I attend {}. My favorite language is {}. My Git username is {}",
        student.name(),
        student.university(),
        student.fav_language(),
        student.git_username()
    )
}
struct Cs;
impl Person for Cs {
    fn name(&self) -> String {
        "Ada".into()
    }
}
impl Student for Cs {
    fn university(&self) -> String {
        "UL".into()
    }
}
impl Programmer for Cs {
    fn fav_language(&self) -> String {
        "Rust".into()
    }
}
impl CompSciStudent for Cs {
    fn git_username(&self) -> String {
        "ada".into()
    }
}
trait Contains {
    type A;
    type B;
    fn contains(&self, _: &Self::A, _: &Self::B) -> bool;
    fn first(&self) -> i32;
    fn last(&self) -> i32;
    fn a(&self) -> Self::A;
}
struct Container(i32, i32);
impl Contains for Container {
    type A = i32;
    type B = i32;
    fn contains(&self, number_1: &i32, number_2: &i32) -> bool {
        (&self.0 == number_1) && (&self.1 == number_2)
    }
    fn first(&self) -> i32 {
        self.0
    }
    fn last(&self) -> i32 {
        self.1
    }
    fn a(&self) -> i32 {
        self.0
    }
}
fn difference<C: Contains>(container: &C) -> i32 {
    container.last() - container.first()
}
struct DoubleDrop<T, U>(std::marker::PhantomData<T>, U);
trait DoubleDropTrait<T> {
    fn double_drop(self, _: T) -> &'static str;
}
impl<T, U> DoubleDropTrait<T> for U {
    fn double_drop(self, _: T) -> &'static str {
        "dropped"
    }
}
macro_rules! find_min { ($x:expr) => ($x); ($x:expr, $($y:expr),+) => (std::cmp::min($x, find_min!($($y),+))) }
macro_rules! assert_equal_len {
    ($a:expr, $b:expr, $func:ident, $op:tt) => {
        assert!(
            $a.len() == $b.len(),
            "{:?}: dimension mismatch: {:?} {:?} {:?}",
            stringify!($func),
            ($a.len(),),
            stringify!($op),
            ($b.len(),)
        );
    };
}
macro_rules! op {
    ($func:ident, $bound:ident, $op:tt, $method:ident) => {
        fn $func<T: std::ops::$bound<T, Output = T> + Copy>(xs: &mut Vec<T>, ys: &Vec<T>) {
            assert_equal_len!(xs, ys, $func, $op);
            for (x, y) in xs.iter_mut().zip(ys.iter()) {
                *x = std::ops::$bound::$method(*x, *y);
            }
        }
    };
}
op!(add_assign, Add, +=, add);
op!(mul_assign, Mul, *=, mul);
#[derive(PartialEq, Eq, Hash)]
struct Account<'a> {
    username: &'a str,
    password: &'a str,
}
#[derive(Debug, Clone, Copy)]
#[repr(u32)]
enum Color {
    Red = 0xff0000,
    Green = 0x00ff00,
    Blue = 0x0000ff,
}
static LANGUAGE: &str = "Rust";
const THRESHOLD: i32 = 10;
fn is_big(n: i32) -> bool {
    n > THRESHOLD
}
fn diverges(ok: bool) -> u32 {
    if ok { 1 } else { panic!("This call never returns.") }
}
fn multiply<'a>(first: &'a i32, second: &'a i32) -> i32 {
    first * second
}
fn choose_first<'a: 'b, 'b>(first: &'a i32, _: &'b i32) -> &'b i32 {
    first
}

fn main() {
    println!("{:?} {:?} {}", Structure(3), Deep(Structure(7)), List(vec![1, 2, 3]));
    for city in [
        City { name: "Dublin", lat: 53.347778, lon: -6.259722 },
        City { name: "Vancouver", lat: 49.25, lon: -123.1 },
    ]
    .iter()
    {
        println!("{}", city);
    }
    println!("{name:>width$} {0:0>5} {0:<5}| {:#010x} {:e}", 7, 1234.5, name = "x", width = 4);
    my_mod::function();
    my_mod::indirect_access();
    my_mod::nested::function();
    my_mod::call_public_function_in_my_mod();
    my_mod::public_function_in_crate();
    let form = Form { username: "rustacean".to_owned(), age: 28 };
    println!("{} {}", <Form as UsernameWidget>::get(&form), AgeWidget::get(&form));
    println!("{}", comp_sci_student_greeting(&Cs));
    let c = Container(3, 10);
    println!("{} {} {}", c.contains(&3, &10), difference(&c), c.a());
    println!("{} {}", "a".double_drop(1), 5.double_drop("b"));
    println!("{}", find_min!(5, 2 * 3, 4));
    let mut x = vec![1.5, 2.0];
    add_assign(&mut x, &vec![1.0, 1.0]);
    mul_assign(&mut x, &vec![2.0, 10.0]);
    println!("{x:?}");
    let mut accounts: HashMap<Account, &str> = HashMap::new();
    accounts.insert(Account { username: "j", password: "p" }, "John");
    println!(
        "{:?} {:?}",
        accounts.get(&Account { username: "j", password: "p" }),
        accounts.get(&Account { username: "j", password: "x" })
    );
    println!("{:06x} {:?} {}", Color::Green as u32, Color::Blue, Color::Red as i32 >> 16);
    println!("{LANGUAGE} {} {} {}", is_big(11), diverges(true), multiply(&3, choose_first(&4, &5)));
    let path = Path::new("/usr/../etc").join("hosts.d").join("a.tar.gz");
    println!("{} {:?} {:?} {:?}", path.display(), path.file_stem(), path.extension(), path.parent());
    for c in path.components() {
        match c {
            Component::RootDir => print!("ROOT "),
            Component::ParentDir => print!("UP "),
            Component::Normal(s) => print!("{} ", s.to_string_lossy()),
            other => print!("{other:?} "),
        }
    }
    println!();
    let norm = path.components().fold(PathBuf::new(), |mut p, c| {
        if c == Component::ParentDir {
            p.pop();
        } else {
            p.push(c);
        }
        p
    });
    println!("{norm:?} {}", norm.with_extension("zip").ends_with("a.tar.zip"));
    let ip: IpAddr = "127.0.0.1".parse().unwrap();
    match ip {
        IpAddr::V4(v4) => println!("v4 {v4} {}", v4.is_loopback()),
        IpAddr::V6(v6) => println!("v6 {v6}"),
    }
    let s: SocketAddr = "10.0.0.7:8080".parse().unwrap();
    println!("{} {} {:?} {}", s.ip(), s.port(), s, matches!(s, SocketAddr::V4(a) if a.port() == 8080));
    println!("{:?} {:?}", "::1".parse::<IpAddr>().map(|i| i.is_ipv6()), "nope".parse::<IpAddr>().is_err());
    println!("{:?} {}", Ipv6Addr::LOCALHOST, IpAddr::from(Ipv4Addr::new(1, 2, 3, 4)));
    println!(
        "{:?} {:?} {:?}",
        Duration::from_millis(2500),
        Duration::from_secs_f64(0.25) * 3,
        Duration::from_secs(90).checked_sub(Duration::from_secs(100))
    );
    let (a, b);
    (a, b) = (1, 2);
    let [.., last] = [1, 2, 3];
    let mut arr = [0; 3];
    [arr[0], _, arr[2]] = [7, 8, 9];
    println!("{a} {b} {last} {arr:?}");
    let mut optional = Some(0);
    while let Some(i) = optional {
        if i > 3 {
            optional = None;
        } else {
            optional = Some(i + 1);
        }
    }
    let n = loop {
        if let None = optional {
            break 99;
        }
    };
    'outer: for i in 0.. {
        for j in 0..i {
            if i * j > 20 {
                println!("{i} {j} {n}");
                break 'outer;
            }
            if j > 5 {
                continue 'outer;
            }
        }
    }
    println!("{:?}", {
        let s = "नमस्ते";
        (s.len(), s.chars().count(), s.char_indices().nth(2))
    });
    println!(r#"raw "quoted" \n {}"#, r"\d+");
    println!(
        "{:?} {}",
        b"\x52\x75st \"",
        "\u{211D} \
        joined"
    );
}
