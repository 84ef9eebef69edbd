//! A constant that a trait requires has the type that the trait says, whatever the impls are for.
use std::array;
use std::ops::{Add, Mul};

trait Zero {
    const ZERO: Self;
}
trait Unit: Sized {
    type Of: Default + std::fmt::Debug;
    const ONE: Self;
    const PAIR: (Self, u8) = (Self::ONE, 1);
}

impl Zero for i32 {
    const ZERO: i32 = 0;
}

impl Unit for i32 {
    type Of = String;
    const ONE: Self = 1;
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Matrix<T, const R: usize, const C: usize>([[T; C]; R]);

impl<T: Copy + Zero, const R: usize, const C: usize> Matrix<T, R, C> {
    fn from_fn(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Matrix(array::from_fn(|r| array::from_fn(|c| f(r, c))))
    }

    fn cleared(self) -> Self {
        Matrix::from_fn(|_, _| T::ZERO)
    }

    fn widened<const N: usize>(&self) -> Matrix<T, R, N> {
        Matrix::from_fn(|r, c| if c < C { self.0[r][c] } else { T::ZERO })
    }
}

impl<T, const N: usize, const M: usize, const K: usize> Mul<Matrix<T, M, K>> for Matrix<T, N, M>
where
    T: Copy + Zero + Mul<Output = T> + Add<Output = T>,
{
    type Output = Matrix<T, N, K>;

    fn mul(self, other: Matrix<T, M, K>) -> Self::Output {
        Matrix::from_fn(|r, c| (0..M).map(|k| self.0[r][k] * other.0[k][c]).fold(T::ZERO, |a, b| a + b))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Modulo<const P: u64>(u64);

impl<const P: u64> Zero for Modulo<P> {
    const ZERO: Self = Modulo(0);
}

impl<const P: u64> Add for Modulo<P> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Modulo((self.0 + other.0) % P)
    }
}

fn sum<T: Zero + Copy + Add<Output = T>>(all: &[T]) -> T {
    all.iter().fold(T::ZERO, |a, b| a + *b)
}

fn made<T: Unit + std::fmt::Debug>() -> String {
    let (one, n) = T::PAIR;
    format!("{one:?} {n} {:?}", T::Of::default())
}

fn main() {
    let a = Matrix([[1, 2, 3], [4, 5, 6]]);
    println!("{:?}", a * Matrix([[1], [2], [3]]));
    println!("{:?} {:?}", a.cleared(), a.widened::<4>());
    println!("{:?} {}", sum(&[Modulo::<7>(5), Modulo(4)]), sum(&[1, 2, 3]));
    println!("{}", made::<i32>());
}
