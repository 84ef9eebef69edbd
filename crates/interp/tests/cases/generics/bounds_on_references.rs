use std::collections::BTreeSet;
use std::ops::Add;

fn total<'a, T>(of: &'a T) -> i32
where
    &'a T: IntoIterator<Item = &'a i32>,
{
    of.into_iter().sum()
}

fn longest<T>(of: &T) -> usize
where
    for<'a> &'a T: IntoIterator<Item = &'a String>,
{
    let lengths = of.into_iter().map(|it| it.len());
    lengths.max().unwrap_or_default()
}

fn twice<T>(it: &T) -> T
where
    for<'a> &'a T: Add<&'a T, Output = T>,
{
    it + it
}

fn main() {
    println!("{} {}", total(&vec![1, 2, 3]), total(&BTreeSet::from([4, 5])));
    println!("{}", longest(&["a".to_string(), "bcd".to_string()]));
    println!("{} {}", twice(&21), twice(&1.5));
}
