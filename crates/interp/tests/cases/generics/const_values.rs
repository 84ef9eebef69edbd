use std::collections::HashMap;
use std::fmt::{self, Debug, Display};

const WIDTH: usize = 2;
const AREA: usize = WIDTH * (WIDTH + 1);

trait Sized2 { const LEN: usize; fn len(&self) -> usize { Self::LEN } }
impl<T, const N: usize> Sized2 for [T; N] { const LEN: usize = N; }

struct Ring<T, const N: usize> { items: [Option<T>; N], next: usize }

impl<T: Copy + Display, const N: usize> Ring<T, N> {
    const MASK: usize = N - 1;
    fn new() -> Self { Ring { items: [None; N], next: 0 } }
    fn push(&mut self, item: T) -> usize {
        let at = self.next % N;
        self.items[at] = Some(item);
        self.next += 1;
        at
    }
    fn doubled<const M: usize>(&self) -> Ring<T, M> {
        let mut out = Ring::<T, M>::new();
        for item in self.items.iter().flatten() { out.push(*item); }
        out
    }
}

impl<T: Display, const N: usize> Display for Ring<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N}:")?;
        for it in &self.items { match it { Some(it) => write!(f, " {it}")?, None => write!(f, " -")? } }
        Ok(())
    }
}

fn zeros<const N: usize>() -> [u8; N] { [0; N] }
fn pick<const YES: bool, const WHO: char>() -> String { if YES { format!("yes {WHO}") } else { format!("no {WHO}") } }
fn offset<const BY: i32>(n: i32) -> i32 { n + BY }
fn chunks<T: Copy + Default, const N: usize>(all: &[T]) -> Vec<[T; N]> {
    all.chunks(N).map(|part| { let mut one = [T::default(); N]; one[..part.len()].copy_from_slice(part); one }).collect()
}
fn show<T: Debug, const N: usize>(all: [T; N]) -> String { format!("{N} of {all:?}") }

type Grid<const R: usize> = [[u8; AREA]; R];

struct Tagged<const ID: u32>;
impl<const ID: u32> Tagged<ID> { fn id(&self) -> u32 { ID } }

fn main() {
    let mut ring = Ring::<u8, 4>::new();
    for n in 0..6 { ring.push(n); }
    println!("{ring} {}", Ring::<u8, 8>::MASK);
    println!("{}", ring.doubled::<8>());
    println!("{} {} {}", [1, 2, 3].len(), Sized2::len(&["a"; 5]), <[f32; 7]>::LEN);
    println!("{:?} {:?}", zeros::<3>(), zeros::<{ WIDTH + 2 }>());
    let area: [u8; AREA] = zeros();
    println!("{} {:?}", area.len(), area.first());
    println!("{} {} {}", pick::<true, 'x'>(), pick::<{ 1 > 2 }, 'y'>(), offset::<-3>(10));
    println!("{:?}", chunks::<_, 2>(&[1, 2, 3, 4, 5]));
    println!("{} {}", show(["a", "b"]), show([(); 0]));
    let grid: Grid<2> = Default::default();
    println!("{} {}", grid.len(), grid[1].len());
    let adders: Vec<fn(i32) -> i32> = vec![offset::<1>, offset::<WIDTH_AS_I32>];
    println!("{:?}", adders.iter().map(|f| f(1)).collect::<Vec<_>>());
    let tags: (Tagged<1>, Tagged<{ 2 * 21 }>) = (Tagged, Tagged);
    println!("{} {}", tags.0.id(), tags.1.id());
    let counts: HashMap<&str, [u32; WIDTH]> = HashMap::from([("a", [1, 2])]);
    println!("{:?}", counts["a"]);
}

const WIDTH_AS_I32: i32 = WIDTH as i32;
