// Which impl is meant is said by type arguments, by what is given, or by what a number has to be.
use std::marker::PhantomData;

struct Open;
struct Closed;
struct Door<S>(PhantomData<S>);

impl Door<Open> {
    const NAME: &'static str = "open";
    const USES: u8 = 1;
}

impl Door<Closed> {
    const NAME: &'static str = "closed";
}

trait Kind {
    const KIND: u32;
    const TWICE: u32 = Self::KIND * 2;
}

impl Kind for Door<Open> {
    const KIND: u32 = 1;
}

impl Kind for Door<Closed> {
    const KIND: u32 = 2;
    const TWICE: u32 = 100;
}

impl<T> Kind for Vec<T> {
    const KIND: u32 = 9;
}

fn kind<T: Kind>(_: &T) -> (u32, u32) {
    (T::KIND, T::TWICE)
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Flow {
    #[default]
    Continue,
    Stop,
}

impl From<()> for Flow {
    fn from((): ()) -> Self {
        Flow::Continue
    }
}

fn call<R: Into<Flow>>(f: impl Fn(u8) -> R) -> Flow {
    f(1).into()
}

fn boxed<R: Into<Flow>, F: Fn(u8) -> R + 'static>(f: F) -> Box<dyn Fn(&u8) -> Flow> {
    Box::new(move |n| f(*n).into())
}

#[derive(Clone, Copy, Debug)]
struct Ratio {
    over: i64,
    under: i64,
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.over * other.under == other.over * self.under
    }
}

impl PartialEq<i64> for Ratio {
    fn eq(&self, other: &i64) -> bool {
        *self == Ratio { over: *other, under: 1 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid<T, const R: usize, const C: usize> {
    cells: [[T; C]; R],
}

fn both<T: Copy, const N: usize>(grid: Grid<T, N, N>) -> (Grid<T, N, N>, Grid<T, N, N>) {
    let mut grid = grid;
    grid.cells.reverse();
    let first = grid;
    (first, grid)
}

fn shown(numbers: Option<&Vec<i32>>) -> usize {
    fn count(all: &[i32]) -> usize {
        all.len()
    }
    count(numbers.map_or(&[], |it| it.as_slice()))
}

fn main() {
    println!("{} {} {}", Door::<Open>::NAME, Door::<Closed>::NAME, Door::<Open>::USES);
    let (open, closed) = (Door::<Open>(PhantomData), Door::<Closed>(PhantomData));
    println!("{:?} {:?} {:?}", kind(&open), kind(&closed), kind(&vec![1]));
    println!("{} {}", <Door<Open> as Kind>::KIND, <Door<Closed>>::TWICE);
    println!("{} {}", std::num::NonZeroU8::MAX, std::num::NonZeroUsize::MIN.saturating_add(4));

    println!("{:?} {:?}", call(|_| Flow::Stop), call(|_| ()));
    println!("{:?}", boxed(|_| Flow::Stop)(&1));
    println!("{:?}", boxed(|n| println!("given {n}"))(&1));

    let half = Ratio { over: 1, under: 2 };
    println!("{} {}", half == Ratio { over: 2, under: 4 }, half == 1);
    println!("{}", Ratio { over: 84, under: 2 } == 42);
    assert_ne!(half, 3);

    println!("{:?}", both(Grid { cells: [[1, 2], [3, 4]] }).1);
    println!("{} {}", shown(None), shown(Some(&vec![1, 2])));
    println!("{:?}", [1, 2, 3, 4, 5].rchunks(2).rev().collect::<Vec<_>>());
}
