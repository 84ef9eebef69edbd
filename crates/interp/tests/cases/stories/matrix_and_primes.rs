use std::ops::{Index, IndexMut, Mul};

#[derive(Clone, Debug, PartialEq)]
struct Matrix { rows: usize, cols: usize, data: Vec<i64> }

impl Matrix {
    fn from_fn(rows: usize, cols: usize, f: impl Fn(usize, usize) -> i64) -> Self { Matrix { rows, cols, data: (0..rows * cols).map(|i| f(i / cols, i % cols)).collect() } }
    fn identity(n: usize) -> Self { Self::from_fn(n, n, |r, c| i64::from(r == c)) }
    fn pow(&self, mut n: u32) -> Self { let (mut base, mut out) = (self.clone(), Self::identity(self.rows)); while n > 0 { if n & 1 == 1 { out = &out * &base; } base = &base * &base; n >>= 1; } out }
    fn transpose(&self) -> Self { Self::from_fn(self.cols, self.rows, |r, c| self[(c, r)]) }
}
impl Index<(usize, usize)> for Matrix { type Output = i64; fn index(&self, (r, c): (usize, usize)) -> &i64 { &self.data[r * self.cols + c] } }
impl IndexMut<(usize, usize)> for Matrix { fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut i64 { &mut self.data[r * self.cols + c] } }
impl Mul for &Matrix { type Output = Matrix; fn mul(self, o: &Matrix) -> Matrix { Matrix::from_fn(self.rows, o.cols, |r, c| (0..self.cols).map(|k| self[(r, k)] * o[(k, c)]).sum()) } }

fn sieve(n: usize) -> Vec<usize> {
    let mut prime = vec![true; n + 1];
    prime[..2].fill(false);
    let mut i = 2;
    while i * i <= n { if prime[i] { for j in (i * i..=n).step_by(i) { prime[j] = false; } } i += 1; }
    prime.iter().enumerate().filter_map(|(i, p)| p.then_some(i)).collect()
}

fn gcd(a: u64, b: u64) -> u64 { if b == 0 { a } else { gcd(b, a % b) } }
fn collatz(mut n: u64) -> usize { let mut steps = 0; while n != 1 { n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 }; steps += 1; } steps }

fn permutations(items: &mut Vec<char>, k: usize, out: &mut Vec<String>) {
    if k == items.len() { out.push(items.iter().collect()); return; }
    for i in k..items.len() { items.swap(k, i); permutations(items, k + 1, out); items.swap(k, i); }
}

fn quicksort<T: PartialOrd + Clone>(v: &[T]) -> Vec<T> {
    match v { [] => vec![], [pivot, rest @ ..] => { let (l, r): (Vec<T>, Vec<T>) = rest.iter().cloned().partition(|x| x < pivot); [quicksort(&l), vec![pivot.clone()], quicksort(&r)].concat() } }
}

fn main() {
    let fib = Matrix { rows: 2, cols: 2, data: vec![1, 1, 1, 0] };
    println!("{:?} {}", fib.pow(10).data, fib.pow(80)[(0, 1)]);
    let mut m = Matrix::from_fn(2, 3, |r, c| (r * 3 + c) as i64);
    m[(1, 1)] *= -1;
    println!("{:?} {}", (&m * &m.transpose()).data, m.transpose().transpose() == m);
    println!("{:?}", sieve(40));
    println!("{} {} {}", gcd(1071, 462), collatz(27), (1..30).max_by_key(|n| collatz(*n)).unwrap());
    let mut out = vec![];
    permutations(&mut "abc".chars().collect(), 0, &mut out);
    println!("{out:?}");
    println!("{:?} {:?}", quicksort(&[5, 2, 8, 2, 9, 1]), quicksort(&["pear", "fig", "apple"]));
    let mut memo = std::collections::HashMap::new();
    fn ways(n: u32, memo: &mut std::collections::HashMap<u32, u64>) -> u64 { if n < 2 { return 1; } if let Some(v) = memo.get(&n) { return *v; } let v = ways(n - 1, memo) + ways(n - 2, memo); memo.insert(n, v); v }
    println!("{}", ways(60, &mut memo));
    let text = "the cat the dog the end";
    let mut counts: Vec<(String, usize)> = text.split(' ').fold(std::collections::BTreeMap::new(), |mut m, w| { *m.entry(w.to_string()).or_insert(0) += 1; m }).into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("{counts:?}");
    let bits: String = (0..4).rev().map(|i| if 0b1010 >> i & 1 == 1 { '1' } else { '0' }).collect();
    println!("{bits} {}", i64::from_str_radix(&bits, 2).unwrap());
}
