use std::iter::{Product, Sum};
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Money(i64);
impl Product<Money> for i64 {
    fn product<I: Iterator<Item = Money>>(it: I) -> i64 {
        it.fold(1, |a, m| a * m.0)
    }
}
impl Sum<Money> for f64 {
    fn sum<I: Iterator<Item = Money>>(it: I) -> f64 {
        it.fold(0.0, |a, m| a + m.0 as f64)
    }
}
impl<'a> Sum<&'a Money> for i64 {
    fn sum<I: Iterator<Item = &'a Money>>(it: I) -> i64 {
        it.map(|m| m.0).sum()
    }
}
fn main() {
    let purse = [Money(5), Money(7)];
    println!("{}", purse.iter().copied().product::<i64>());
    println!("{}", purse.into_iter().sum::<f64>());
    let n: i64 = purse.iter().sum();
    println!("{n}");
    // Nothing added up is what is neutral to all floats.
    println!("{} {}", Vec::<f64>::new().iter().sum::<f64>(), [-0.0f32].into_iter().sum::<f32>());
}
