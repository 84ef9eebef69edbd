trait Container {
    type Item: std::fmt::Debug + Clone;
    const KIND: &'static str;
    fn items(&self) -> Vec<Self::Item>;
    fn first(&self) -> Option<Self::Item> { self.items().first().cloned() }
    fn new() -> Self where Self: Sized;
}

struct Letters;
#[derive(Debug)]
struct Numbers { from: u8 }

impl Container for Letters {
    type Item = char;
    const KIND: &'static str = "letters";
    fn items(&self) -> Vec<char> { vec!['x', 'y'] }
    fn new() -> Self { Letters }
}

impl Container for Numbers {
    type Item = u8;
    const KIND: &'static str = "numbers";
    fn items(&self) -> Vec<Self::Item> { (self.from..self.from + 3).collect() }
    fn first(&self) -> Option<u8> { None }
    fn new() -> Self { Self { from: 250 } }
}

fn show<C: Container>(c: &C) -> String where C::Item: PartialEq {
    let items = c.items();
    format!("{} {:?} {}", C::KIND, items, items.contains(&items[0]))
}

fn build<C: Container>() -> C { C::new() }

fn collect_all<C>() -> Vec<<C as Container>::Item> where C: Container { C::new().items() }

struct Countdown(u32);

impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<Self::Item> { self.0.checked_sub(1).inspect(|n| self.0 = *n) }
}

fn sum_of<I>(iter: I) -> u64 where I: IntoIterator, I::Item: Into<u64> { iter.into_iter().map(Into::into).sum() }

fn main() {
    println!("{}", show(&Letters));
    let n: Numbers = build();
    println!("{} {n:?}", show(&n));
    println!("{:?} {:?} {:?}", Letters.first(), n.first(), collect_all::<Numbers>());
    println!("{} {}", Letters::KIND, <Numbers as Container>::KIND);
    println!("{:?} {}", Countdown(3).collect::<Vec<_>>(), Countdown(5).zip(Countdown(3)).map(|(a, b)| a * b).sum::<u32>());
    println!("{} {}", sum_of(Countdown(4)), sum_of([1u8, 2]));
}
