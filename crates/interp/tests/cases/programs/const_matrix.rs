// Matrices whose sizes are const generics: operators, powers, formatting with width and precision.
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Sub};

#[derive(Clone, Copy, PartialEq, Debug)]
struct Matrix<T, const R: usize, const C: usize> {
    cells: [[T; C]; R],
}

type Square<T, const N: usize> = Matrix<T, N, N>;

impl<T: Default + Copy, const R: usize, const C: usize> Default for Matrix<T, R, C> {
    fn default() -> Self {
        Matrix { cells: [[T::default(); C]; R] }
    }
}

impl<T, const R: usize, const C: usize> Matrix<T, R, C>
where
    T: Copy + Default,
{
    const CELLS: usize = R * C;

    fn from_fn(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Matrix { cells: std::array::from_fn(|r| std::array::from_fn(|c| f(r, c))) }
    }

    fn transpose(&self) -> Matrix<T, C, R> {
        Matrix::from_fn(|r, c| self[(c, r)])
    }

    fn row(&self, r: usize) -> &[T; C] {
        &self.cells[r]
    }

    fn column(&self, c: usize) -> impl Iterator<Item = T> + '_ {
        self.cells.iter().map(move |row| row[c])
    }

    fn map<U: Copy + Default>(self, f: impl Fn(T) -> U) -> Matrix<U, R, C> {
        Matrix { cells: self.cells.map(|row| row.map(&f)) }
    }
}

impl<T: Copy + Default + From<u8>, const N: usize> Square<T, N> {
    fn identity() -> Self {
        Self::from_fn(|r, c| T::from(u8::from(r == c)))
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for Matrix<T, R, C> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        &self.cells[r][c]
    }
}

impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<T, R, C> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut T {
        &mut self.cells[r][c]
    }
}

impl<T, const R: usize, const K: usize, const C: usize> Mul<Matrix<T, K, C>> for Matrix<T, R, K>
where
    T: Copy + Default + Mul<Output = T> + Sum<T>,
{
    type Output = Matrix<T, R, C>;

    fn mul(self, rhs: Matrix<T, K, C>) -> Self::Output {
        Matrix::from_fn(|r, c| self.row(r).iter().zip(rhs.column(c)).map(|(&a, b)| a * b).sum())
    }
}

impl<T: Copy + AddAssign, const R: usize, const C: usize> Add for Matrix<T, R, C> {
    type Output = Self;
    fn add(mut self, rhs: Self) -> Self {
        for (row, other) in self.cells.iter_mut().zip(rhs.cells.iter()) {
            for (a, b) in row.iter_mut().zip(other) {
                *a += *b;
            }
        }
        self
    }
}

impl<T: Neg<Output = T> + Copy + Default, const R: usize, const C: usize> Neg for Matrix<T, R, C> {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(|x| -x)
    }
}

impl<T, const R: usize, const C: usize> Sub for Matrix<T, R, C>
where
    Self: Add<Output = Self> + Neg<Output = Self>,
{
    type Output = Self;
    fn sub(self, rhs: Self) -> Self {
        self + -rhs
    }
}

impl<T: fmt::Display, const R: usize, const C: usize> fmt::Display for Matrix<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = f.width().unwrap_or(4);
        for (i, row) in self.cells.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "[")?;
            for cell in row {
                match f.precision() {
                    Some(p) => write!(f, "{cell:>width$.p$}")?,
                    None => write!(f, "{cell:>width$}")?,
                }
            }
            write!(f, " ]")?;
        }
        Ok(())
    }
}

impl<T, const R: usize, const C: usize> From<[[T; C]; R]> for Matrix<T, R, C> {
    fn from(cells: [[T; C]; R]) -> Self {
        Self { cells }
    }
}

fn power<const N: usize>(base: Square<u64, N>, mut exp: u32) -> Square<u64, N> {
    let mut result = Square::identity();
    let mut base = base;
    while exp > 0 {
        if exp & 1 == 1 {
            result = result * base;
        }
        base = base * base;
        exp >>= 1;
    }
    result
}

fn dot<const N: usize>(a: [f64; N], b: [f64; N]) -> f64 {
    let mut sum = 0.0;
    for i in 0..N {
        sum += a[i] * b[i];
    }
    sum
}

fn main() {
    let a = Matrix::from([[1, 2, 3], [4, 5, 6]]);
    let b = a.transpose();
    println!("{a}\n{b:3}");
    println!("{}", a * b);
    println!("{}", b * a);
    println!("{:?}", (a - a) == Matrix::default());
    println!("{} cells", Matrix::<i32, 2, 3>::CELLS);

    let fib = power(Matrix { cells: [[1, 1], [1, 0]] }, 40);
    println!("fib(40) = {}", fib[(0, 1)]);

    let mut m: Matrix<f64, 2, 2> = Matrix::identity();
    m[(0, 1)] = 0.5;
    m[(1, 0)] -= 0.25;
    println!("{m:8.3}");
    println!("{:?}", m.map(|x| (x * 4.0) as i8).row(1));
    println!("{}", dot([1.0, 2.0, 3.0], [4.0, -5.0, 6.0]));
    let trace: i32 = (0..2).map(|i| (a * b)[(i, i)]).sum();
    println!("trace {trace}");
    let flat: Vec<i32> = a.cells.concat();
    println!("{flat:?} {:?}", flat.chunks_exact(2).map(|w| w[0] ^ w[1]).collect::<Vec<_>>());
}
