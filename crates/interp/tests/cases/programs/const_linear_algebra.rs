// Const generics: fixed-size linear algebra.
use std::array;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Sub};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix<T, const R: usize, const C: usize>([[T; C]; R]);

type Vector<T, const N: usize> = Matrix<T, N, 1>;
type Mat3 = Matrix<f64, 3, 3>;

trait Zero {
    const ZERO: Self;
}
trait One {
    const ONE: Self;
}
macro_rules! numbers {
    ($($t:ty => $zero:expr, $one:expr);+ $(;)?) => {
        $(
            impl Zero for $t { const ZERO: Self = $zero; }
            impl One for $t { const ONE: Self = $one; }
        )+
    };
}
numbers! { i32 => 0, 1; i64 => 0, 1; f64 => 0.0, 1.0; }

impl<T: Zero + Copy, const R: usize, const C: usize> Default for Matrix<T, R, C> {
    fn default() -> Self {
        Matrix([[T::ZERO; C]; R])
    }
}

impl<T, const R: usize, const C: usize> Matrix<T, R, C> {
    const CELLS: usize = R * C;
    fn from_fn(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Matrix(array::from_fn(|r| array::from_fn(|c| f(r, c))))
    }
    fn map<U>(self, f: impl Fn(T) -> U) -> Matrix<U, R, C> {
        Matrix(self.0.map(|row| row.map(&f)))
    }
    fn rows(&self) -> impl Iterator<Item = &[T; C]> + '_ {
        self.0.iter()
    }
    fn is_square(&self) -> bool {
        const { R == C }
    }
}

impl<T: Copy, const R: usize, const C: usize> Matrix<T, R, C> {
    fn transpose(&self) -> Matrix<T, C, R> {
        Matrix::from_fn(|r, c| self[(c, r)])
    }
    fn column(&self, c: usize) -> [T; R] {
        array::from_fn(|r| self.0[r][c])
    }
}

impl<T: Zero + One + Copy, const N: usize> Matrix<T, N, N> {
    fn identity() -> Self {
        Self::from_fn(|r, c| if r == c { T::ONE } else { T::ZERO })
    }
    fn pow(self, mut n: u32) -> Self
    where
        Self: Mul<Output = Self>,
    {
        let (mut base, mut acc) = (self, Self::identity());
        while n > 0 {
            if n & 1 == 1 {
                acc = acc * base;
            }
            base = base * base;
            n >>= 1;
        }
        acc
    }
}

impl<const N: usize> Matrix<f64, N, N> {
    fn determinant(mut self) -> f64 {
        let mut det = 1.0;
        for i in 0..N {
            let pivot = (i..N).max_by(|&a, &b| self.0[a][i].abs().total_cmp(&self.0[b][i].abs())).unwrap();
            if self.0[pivot][i] == 0.0 {
                return 0.0;
            }
            if pivot != i {
                self.0.swap(pivot, i);
                det = -det;
            }
            det *= self.0[i][i];
            let (top, below) = self.0.split_at_mut(i + 1);
            let row = &top[i];
            for other in below {
                let factor = other[i] / row[i];
                for (o, r) in other.iter_mut().zip(row).skip(i) {
                    *o -= factor * r;
                }
            }
        }
        det
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for Matrix<T, R, C> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        &self.0[r][c]
    }
}
impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<T, R, C> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut T {
        &mut self.0[r][c]
    }
}

impl<T: Copy + Add<Output = T>, const R: usize, const C: usize> Add for Matrix<T, R, C> {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Self::from_fn(|r, c| self[(r, c)] + rhs[(r, c)])
    }
}
impl<T: Copy + AddAssign, const R: usize, const C: usize> AddAssign for Matrix<T, R, C> {
    fn add_assign(&mut self, rhs: Self) {
        self.0.iter_mut().flatten().zip(rhs.0.into_iter().flatten()).for_each(|(a, b)| *a += b);
    }
}
impl<T, const R: usize, const K: usize, const C: usize> Mul<Matrix<T, K, C>> for Matrix<T, R, K>
where
    T: Copy + Mul<Output = T> + Sum,
{
    type Output = Matrix<T, R, C>;
    fn mul(self, rhs: Matrix<T, K, C>) -> Self::Output {
        Matrix::from_fn(|r, c| (0..K).map(|k| self[(r, k)] * rhs[(k, c)]).sum())
    }
}
impl<T: Neg<Output = T>, const R: usize, const C: usize> Neg for Matrix<T, R, C> {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(T::neg)
    }
}
impl<const R: usize, const C: usize> Mul<Matrix<f64, R, C>> for f64 {
    type Output = Matrix<f64, R, C>;
    fn mul(self, m: Matrix<f64, R, C>) -> Self::Output {
        m.map(|x| self * x)
    }
}
impl<T: fmt::Display, const R: usize, const C: usize> fmt::Display for Matrix<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let width = f.width().unwrap_or(4);
        for (i, row) in self.rows().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "|")?;
            for x in row {
                match f.precision() {
                    Some(p) => write!(f, "{x:width$.p$}")?,
                    None => write!(f, "{x:width$}")?,
                }
            }
            write!(f, " |")?;
        }
        Ok(())
    }
}

fn dot<T, const N: usize>(a: Vector<T, N>, b: Vector<T, N>) -> T
where
    T: Copy + Mul<Output = T> + Sum + Sub<Output = T>,
{
    (a.transpose() * b)[(0, 0)]
}

fn main() {
    let a = Matrix([[1, 2, 3], [4, 5, 6]]);
    let b = a.transpose();
    println!("{}\n--\n{}", a, a * b);
    println!("{:3}", b * a);
    println!("cells {} {}", Matrix::<u8, 3, 7>::CELLS, a.is_square());
    println!("{}", Matrix([[1i64, 1], [1, 0]]).pow(50)[(0, 1)]);
    let m: Mat3 = Matrix([[2.0, -1.0, 0.0], [1.0, 3.0, 2.0], [0.0, 5.0, -1.0]]);
    println!("det {:.3} {:e}", m.determinant(), Mat3::default().determinant());
    println!("{:8.2}", -(0.5 * m + Matrix::identity()));
    let v = Matrix([[1], [2], [3]]);
    println!("{} {:?}", dot(v, v), a.column(1));
    let mut sum = Matrix::<i32, 2, 3>::default();
    for _ in 0..3 {
        sum += a;
    }
    sum[(1, 2)] = -1;
    println!("{sum:?}");
    println!("{:#?}", Matrix([[Some('x')]]));
}
