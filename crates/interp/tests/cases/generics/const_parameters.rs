#[derive(Debug, Clone, Copy, PartialEq)]
struct Matrix<const R: usize, const C: usize> { cells: [[i32; C]; R] }

impl<const R: usize, const C: usize> Matrix<R, C> {
    const SIZE: usize = R * C;
    fn new() -> Self { Matrix { cells: [[0; C]; R] } }
    fn transposed(&self) -> Matrix<C, R> {
        let mut out = Matrix::<C, R>::new();
        for r in 0..R { for c in 0..C { out.cells[c][r] = self.cells[r][c]; } }
        out
    }
}

fn sum<const N: usize>(values: [i32; N]) -> i32 { values.iter().sum::<i32>() * N as i32 }
fn first<T: Copy, const N: usize>(values: &[T; N]) -> Option<T> { if N == 0 { None } else { Some(values[0]) } }
fn repeat<const TIMES: u8>(text: &str) -> String { text.repeat(TIMES as usize) }

struct Buffer<T, const CAPACITY: usize = 2> { items: Vec<T> }

impl<T, const CAPACITY: usize> Buffer<T, CAPACITY> {
    fn new() -> Self { Self { items: vec![] } }
    fn push(&mut self, item: T) -> Result<usize, T> { if self.items.len() == CAPACITY { Err(item) } else { self.items.push(item); Ok(CAPACITY - self.items.len()) } }
}

fn main() {
    let mut m = Matrix::<2, 3>::new();
    m.cells[0][2] = 7;
    m.cells[1] = [4, 5, 6];
    println!("{:?} {}", m.transposed(), Matrix::<2, 3>::SIZE);
    println!("{}", m == m.transposed().transposed());
    println!("{} {} {:?} {:?}", sum([1, 2, 3]), sum([]), first(&['a']), first::<u8, 0>(&[]));
    println!("{} {}", repeat::<3>("ab"), repeat::<0>("ab"));
    let mut buffer: Buffer<&str> = Buffer::new();
    println!("{:?} {:?} {:?}", buffer.push("a"), buffer.push("b"), buffer.push("c"));
    let mut three = Buffer::<i32, 3>::new();
    println!("{:?} {}", three.push(1), three.items.len());
}
