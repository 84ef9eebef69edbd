use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::str::FromStr;

#[derive(Debug, PartialEq, Default, Clone)]
struct Rgb(u8, u8, u8);

impl FromStr for Rgb {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parts: Vec<u8> = s.split(',').map(|it| it.trim().parse::<u8>().map_err(|e| e.to_string())).collect::<Result<_, _>>()?;
        match parts[..] { [r, g, b] => Ok(Rgb(r, g, b)), _ => Err(format!("{} parts", parts.len())) }
    }
}

impl From<u32> for Rgb { fn from(n: u32) -> Self { Rgb((n >> 16) as u8, (n >> 8) as u8, n as u8) } }
impl From<Rgb> for String { fn from(c: Rgb) -> String { format!("#{:02x}{:02x}{:02x}", c.0, c.1, c.2) } }

struct Holder { name: String, color: Rgb, tags: Vec<String> }

fn make<T: Default>() -> T { T::default() }
fn parse<T: FromStr>(s: &str) -> Option<T> { s.parse().ok() }

fn main() {
    println!("{:?} {:?} {:?}", "1, 2,3".parse::<Rgb>(), Rgb::from_str("1,2"), parse::<Rgb>("1,2,300"));
    let h = Holder { name: "box".into(), color: 0xff8000.into(), tags: ["a", "b"].iter().map(|&s| s.into()).collect() };
    println!("{} {:?} {:?}", h.name, h.color, h.tags);
    let text: String = h.color.into();
    println!("{text}");
    let (a, b, c): (i32, String, Option<u8>) = Default::default();
    println!("{a} {b:?} {c:?} {:?} {:?}", make::<Rgb>(), make::<(bool, char, f32)>());
    let set: BTreeSet<_> = "banana".chars().collect();
    let map: BTreeMap<_, _> = ["a", "b"].into_iter().zip(1..).collect();
    let deque: VecDeque<u8> = vec![1, 2].into();
    let count = "hello".chars().fold(HashMap::<char, u32>::new(), |mut m, c| { *m.entry(c).or_default() += 1; m });
    println!("{set:?} {map:?} {deque:?} {}", count[&'l']);
    let sum: f64 = [1.5, 2.5].iter().sum();
    let product: u64 = (1..=10u64).product();
    let good: Result<Vec<i32>, _> = "1 2 3".split(' ').map(str::parse::<i32>).collect();
    let bad: Option<Vec<u8>> = [Some(1), None].into_iter().collect();
    println!("{sum} {product} {good:?} {bad:?}");
    let x: i64 = i32::MAX.into();
    let y: u8 = 300u16.try_into().unwrap_or(u8::MAX);
    let z: Result<i8, _> = i8::try_from(200);
    println!("{} {y} {z:?}", x + 1);
    let joined: String = vec!["x", "y"].concat() + &['z', 'w'].iter().collect::<String>();
    let boxed: Box<str> = "boxed".into();
    let bytes: Vec<u8> = "hi".into();
    println!("{joined} {boxed} {bytes:?} {:?}", parse::<f32>("1e3"));
}
