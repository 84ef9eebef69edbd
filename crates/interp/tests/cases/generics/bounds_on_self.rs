use std::ops::Mul;
#[derive(Clone, Copy, Debug)]
struct M<T, const N: usize>([T; N]);
impl<T: Copy, const N: usize> M<T, N> {
    fn square(self) -> Self
    where
        Self: Mul<Output = Self>,
    {
        self * self
    }
}
impl<T: Copy + Mul<Output = T> + std::iter::Sum, const N: usize> Mul for M<T, N> {
    type Output = Self;
    fn mul(self, o: Self) -> Self {
        M(std::array::from_fn(|i| self.0[i] * o.0[i]))
    }
}
struct W<T>(T);
impl<T> W<T> {
    fn cat(self, o: Self) -> Self
    where
        Self: std::ops::Add<Self, Output = Self>,
    {
        self + o
    }
    fn same(&self, o: &Self) -> bool
    where
        Self: PartialEq,
    {
        self == o
    }
    fn flip(self) -> T
    where
        T: std::ops::Neg<Output = T>,
    {
        -self.0
    }
}
impl<T: std::ops::Add<Output = T> + PartialOrd> std::ops::Add for W<T> {
    type Output = W<T>;
    fn add(self, o: W<T>) -> W<T> {
        W(self.0 + o.0)
    }
}
impl<T: Eq> PartialEq for W<T> {
    fn eq(&self, o: &Self) -> bool {
        self.0 == o.0
    }
}
fn main() {
    println!("{:?}", M([1, 2, 3]).square());
    println!("{} {} {}", W(1).cat(W(4)).0, W(2).same(&W(2)), W(1.5).flip());
}
