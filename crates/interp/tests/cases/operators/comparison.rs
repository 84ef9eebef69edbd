use std::cmp::{Ordering, Reverse};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Rank { Low, Mid(u8, char), High { level: i32 } }

#[derive(Debug, Clone, Eq)]
struct Version { major: u32, minor: u32, label: String }

impl PartialEq for Version { fn eq(&self, o: &Self) -> bool { self.cmp(o) == Ordering::Equal } }
impl PartialOrd for Version { fn partial_cmp(&self, o: &Self) -> Option<Ordering> { Some(self.cmp(o)) } }
impl Ord for Version { fn cmp(&self, o: &Self) -> Ordering { self.major.cmp(&o.major).then_with(|| self.minor.cmp(&o.minor)) } }

struct Text(String);
impl PartialEq<str> for Text { fn eq(&self, o: &str) -> bool { self.0.eq_ignore_ascii_case(o) } }

fn v(major: u32, minor: u32) -> Version { Version { major, minor, label: format!("{major}.{minor}") } }

fn main() {
    println!("{} {} {}", Rank::Low < Rank::Mid(0, 'a'), Rank::Mid(1, 'z') < Rank::Mid(2, 'a'), Rank::High { level: 1 } <= Rank::Low);
    println!("{:?} {:?}", Rank::Mid(1, 'a').cmp(&Rank::Mid(1, 'b')), Rank::High { level: 3 }.partial_cmp(&Rank::High { level: 3 }));
    let mut versions = vec![v(1, 10), v(0, 9), v(1, 2)];
    versions.sort();
    println!("{:?}", versions.iter().map(|it| it.label.as_str()).collect::<Vec<_>>());
    println!("{} {} {}", v(1, 2) == v(1, 2), v(1, 2) >= v(1, 3), v(2, 0) != v(1, 0));
    println!("{:?} {:?}", versions.iter().max().map(|it| &it.label), std::cmp::min(v(3, 0), v(2, 9)).label);
    println!("{:?} {:?} {:?}", 1.0f64.partial_cmp(&f64::NAN), 1.0.partial_cmp(&2.0), f64::NAN.total_cmp(&1.0));
    println!("{} {} {}", f64::NAN == f64::NAN, f64::NAN < 1.0, -0.0 == 0.0);
    println!("{} {} {}", (1, "b") < (1, "c"), [1, 2, 3] < [1, 3, 0], "Zebra" < "apple");
    println!("{} {} {}", vec![1] < vec![1, 0], Some(0) > None, Ok::<i32, i32>(9) < Err(0));
    println!("{:?} {:?}", Ordering::Less.reverse(), Ordering::Equal.then(Ordering::Greater));
    println!("{} {} {}", 5.clamp(1, 3), 2.max(9), (-1.5f64).min(0.0));
    println!("{} {}", Text("HeLLo".into()) == *"hello", String::from("a") == "a" && "a" == String::from("a"));
    let mut words = ["bb", "a", "ccc"];
    words.sort_by_key(|it| Reverse(it.len()));
    println!("{words:?} {}", Reverse(1) < Reverse(0));
    words.sort_by(|a, b| a.len().cmp(&b.len()).then(b.cmp(a)));
    println!("{words:?} {} {}", 'a' < 'b', true > false);
}
