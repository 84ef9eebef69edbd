#[derive(Debug, Clone, PartialEq, Default)]
struct Config { name: String, retries: u32, verbose: bool, ratio: f64 }

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Meters(u32);

#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Unit;

struct Temperature { celsius: f64 }

impl Temperature {
    const FREEZING: Self = Self { celsius: 0.0 };
    fn fahrenheit(&self) -> f64 { self.celsius * 9.0 / 5.0 + 32.0 }
    fn warm(&mut self, by: f64) -> &mut Self { self.celsius += by; self }
    fn into_celsius(self) -> f64 { self.celsius }
}

fn main() {
    let base = Config { name: "base".into(), ..Default::default() };
    let other = Config { retries: 3, ..base.clone() };
    let name = "third".to_string();
    let third = Config { name, ratio: 0.5, ..other };
    println!("{base:?}\n{third:?} {}", other.retries);
    println!("{} {}", base == third, base != Config::default());
    let meters = Meters(5);
    let copied = meters;
    println!("{meters:?} {} {:?}", copied.0, Meters(3).cmp(&meters));
    println!("{:?} {}", Unit, Unit == Unit::default());
    let mut t = Temperature { celsius: 20.0 };
    t.warm(1.5).warm(2.0);
    println!("{} {} {}", t.fahrenheit(), Temperature::FREEZING.fahrenheit(), t.into_celsius());
    let Config { name: renamed, retries, .. } = third;
    println!("{renamed} {retries}");
    let make = Meters;
    println!("{:?}", [1, 2].map(make));
    println!("{:#?}", Config { name: "a\"b".into(), retries: 1, verbose: true, ratio: 1.0 });
    let mut pair = (Meters(1), Meters(2));
    std::mem::swap(&mut pair.0, &mut pair.1);
    println!("{pair:?}");
}
