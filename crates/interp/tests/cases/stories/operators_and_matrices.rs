use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Mul, Neg, Not, Rem, Sub, SubAssign, Shl, BitOr, BitAnd, BitXor, RangeInclusive};
use std::iter::{Sum, Product};
use std::fmt;
#[derive(Clone, Copy, PartialEq, Debug)]
struct Matrix<const R: usize, const C: usize>([[f64; C]; R]);
impl<const R: usize, const C: usize> Default for Matrix<R, C> { fn default() -> Self { Matrix([[0.0; C]; R]) } }
impl<const R: usize, const C: usize> Index<(usize, usize)> for Matrix<R, C> { type Output = f64; fn index(&self, (r, c): (usize, usize)) -> &f64 { &self.0[r][c] } }
impl<const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<R, C> { fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut f64 { &mut self.0[r][c] } }
impl<const R: usize, const C: usize, const K: usize> Mul<Matrix<C, K>> for Matrix<R, C> {
    type Output = Matrix<R, K>;
    fn mul(self, rhs: Matrix<C, K>) -> Matrix<R, K> {
        let mut out = Matrix::<R, K>::default();
        for i in 0..R { for j in 0..K { for k in 0..C { out[(i, j)] += self[(i, k)] * rhs[(k, j)]; } } }
        out
    }
}
impl<const R: usize, const C: usize> Matrix<R, C> {
    const CELLS: usize = R * C;
    fn transpose(&self) -> Matrix<C, R> { let mut m = Matrix::default(); for r in 0..R { for c in 0..C { m[(c, r)] = self[(r, c)]; } } m }
    fn rows(&self) -> impl Iterator<Item = &[f64; C]> + '_ { self.0.iter() }
}
impl<const N: usize> Matrix<N, N> { fn identity() -> Self { let mut m = Self::default(); for i in 0..N { m[(i, i)] = 1.0; } m } fn trace(&self) -> f64 { (0..N).map(|i| self[(i, i)]).sum() } }
impl<const R: usize, const C: usize> fmt::Display for Matrix<R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, row) in self.rows().enumerate() {
            if i > 0 { writeln!(f)?; }
            write!(f, "[")?;
            for (j, v) in row.iter().enumerate() { if j > 0 { f.write_str(" ")?; } write!(f, "{v:6.2}")?; }
            write!(f, "]")?;
        }
        Ok(())
    }
}
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)] struct V(f64, f64);
impl Add for V { type Output = V; fn add(self, o: V) -> V { V(self.0 + o.0, self.1 + o.1) } }
impl<'a> Add<&'a V> for &V { type Output = V; fn add(self, o: &'a V) -> V { V(self.0 + o.0, self.1 + o.1) } }
impl Sub for V { type Output = V; fn sub(self, o: V) -> V { self + -o } }
impl Neg for V { type Output = V; fn neg(self) -> V { V(-self.0, -self.1) } }
impl Mul<f64> for V { type Output = V; fn mul(self, k: f64) -> V { V(self.0 * k, self.1 * k) } }
impl Mul<V> for f64 { type Output = V; fn mul(self, v: V) -> V { v * self } }
impl AddAssign for V { fn add_assign(&mut self, o: V) { *self = *self + o; } }
impl SubAssign<f64> for V { fn sub_assign(&mut self, o: f64) { self.0 -= o; self.1 -= o; } }
impl Sum for V { fn sum<I: Iterator<Item = V>>(iter: I) -> V { iter.fold(V::default(), |a, b| a + b) } }
impl<'a> Sum<&'a V> for V { fn sum<I: Iterator<Item = &'a V>>(iter: I) -> V { iter.copied().sum() } }
#[derive(Clone, Copy, PartialEq, Eq, Hash)] struct Flags(u8);
impl BitOr for Flags { type Output = Self; fn bitor(self, o: Self) -> Self { Flags(self.0 | o.0) } }
impl BitAnd for Flags { type Output = Self; fn bitand(self, o: Self) -> Self { Flags(self.0 & o.0) } }
impl BitXor for Flags { type Output = Self; fn bitxor(self, o: Self) -> Self { Flags(self.0 ^ o.0) } }
impl Not for Flags { type Output = Self; fn not(self) -> Self { Flags(!self.0) } }
impl Shl<u32> for Flags { type Output = Self; fn shl(self, n: u32) -> Self { Flags(self.0 << n) } }
impl fmt::Debug for Flags { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "Flags({:#010b})", self.0) } }
#[derive(Debug)] struct Mod { v: u64, m: u64 }
impl Rem<u64> for Mod { type Output = u64; fn rem(self, r: u64) -> u64 { (self.v % self.m) % r } }
struct Stack { inner: Vec<i32> }
impl Deref for Stack { type Target = Vec<i32>; fn deref(&self) -> &Vec<i32> { &self.inner } }
impl DerefMut for Stack { fn deref_mut(&mut self) -> &mut Vec<i32> { &mut self.inner } }
fn clamp(r: RangeInclusive<i32>, v: i32) -> i32 { v.clamp(*r.start(), *r.end()) }
fn main() {
    let a = Matrix([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    let p = a * a.transpose();
    println!("{p}\n{}", a.transpose());
    println!("{} {} {}", p.trace(), Matrix::<2, 3>::CELLS, p * Matrix::identity() == p);
    let mut v = V(1.0, 2.0); v += V(0.5, 0.5); v -= 1.0;
    println!("{v:?} {:?} {:?} {:?}", 2.0 * v, &v + &v, v - V(1.0, 1.0));
    let vs = [V(1.0, 1.0), V(2.0, 3.0)];
    let s: V = vs.iter().sum(); let t: V = vs.into_iter().sum(); println!("{s:?} {:?} {:?}", t == s, V(1.0, 2.0).partial_cmp(&V(1.0, f64::NAN)));
    println!("{:?} {:?} {:?} {:?}", Flags(1) | Flags(4), !Flags(1) & Flags(3), Flags(3) ^ Flags(1), Flags(1) << 3);
    println!("{}", Mod { v: 17, m: 10 } % 4);
    let mut st = Stack { inner: vec![3, 1, 2] };
    st.push(10); st.sort(); st[0] = 7; st.iter_mut().for_each(|x| *x *= 2);
    println!("{:?} {} {:?}", *st, st.len(), st.first());
    if let Some(last) = st.last_mut() { *last += 1; }
    for x in st.iter() { print!("{x} "); }
    println!("{}", clamp(0..=9, 12));
    println!("{}", (1..=5u64).product::<u64>());
}
