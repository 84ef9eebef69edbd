use std::ops::{Add, Mul, Sub};

fn sum<T>(a: &T, b: &T) -> T
where
    for<'a> &'a T: Add<&'a T, Output = T>,
{
    a + b
}

fn dot<T>(a: &[T], b: &[T]) -> T
where
    T: Default + Add<Output = T> + Copy,
    for<'x> &'x T: Mul<&'x T, Output = T>,
{
    a.iter().zip(b).map(|(x, y)| x * y).fold(T::default(), |sum, x| sum + x)
}

fn square<'a, T>(x: &'a T) -> T
where
    &'a T: Mul<Output = T>,
{
    x * x
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Point(i32, i32);

impl Add for &Point {
    type Output = Point;

    fn add(self, other: &Point) -> Point {
        Point(self.0 + other.0, self.1 + other.1)
    }
}

impl Sub<&Point> for &Point {
    type Output = i32;

    fn sub(self, other: &Point) -> i32 {
        (self.0 - other.0).abs() + (self.1 - other.1).abs()
    }
}

fn distance<T, D>(a: &T, b: &T) -> D
where
    for<'a> &'a T: Sub<&'a T, Output = D>,
{
    a - b
}

fn main() {
    println!("{} {} {}", sum(&1, &2), sum(&1.5, &2.0), sum(&3u8, &4));
    println!("{} {}", dot(&[1, 2, 3], &[4, 5, 6]), dot(&[0.5], &[4.0]));
    println!("{} {:?}", square(&7), sum(&Point(1, 2), &Point(3, 4)));
    println!("{} {}", distance(&Point(1, 2), &Point(3, 0)), distance::<i64, i64>(&9, &4));
}
