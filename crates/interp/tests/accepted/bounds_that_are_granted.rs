use std::convert::Infallible;
use std::fmt::Debug;

#[derive(Debug)]
struct Bad;

impl From<String> for Bad {
    fn from(_: String) -> Bad {
        Bad
    }
}

trait Source {
    type Error;
    fn next(&mut self) -> Result<u8, Self::Error>;
}

struct Reader<S>(S);

impl<S: Source> Reader<S>
where
    Bad: From<S::Error>,
{
    fn go(&mut self) -> Result<u8, Bad> {
        Ok(self.0.next()?)
    }
}

struct Empty;

impl Source for Empty {
    type Error = String;
    fn next(&mut self) -> Result<u8, String> {
        Ok(1)
    }
}

fn more<E>(found: Result<i32, E>) -> Result<i32, Bad>
where
    Bad: From<E>,
{
    Ok(found? + 1)
}

fn narrow<A, B: TryFrom<A>>(it: A) -> Result<B, Bad>
where
    Bad: From<B::Error>,
{
    Ok(B::try_from(it)?)
}

impl From<Infallible> for Bad {
    fn from(it: Infallible) -> Bad {
        match it {}
    }
}

mod ecs {
    pub trait Default {
        fn reset(&mut self) {}
    }
}

struct P;

impl ecs::Default for P {}

trait System: ecs::Default {
    fn go(&self) -> u32 {
        1
    }
}

impl System for P {}

trait Id: PartialEq<i32> {
    fn id(&self) -> i32;
}

impl PartialEq<i32> for P {
    fn eq(&self, other: &i32) -> bool {
        *other == 0
    }
}

impl Id for P {
    fn id(&self) -> i32 {
        0
    }
}

trait Measure<'a> {
    fn measure(&self, text: &'a str) -> usize;
}

impl<'a> Measure<'a> for i32 {
    fn measure(&self, text: &'a str) -> usize {
        text.len()
    }
}

fn cut(by: impl for<'a> Measure<'a>, text: &str) -> &str {
    &text[..by.measure("ab")]
}

fn take(Ok(it): Result<i32, Infallible>) -> i32 {
    it
}

#[derive(Debug)]
struct Void(Infallible);

enum Never {
    A(Infallible),
}

fn sure<T: Debug>(found: Result<T, Void>) -> T {
    let Ok(it) = found;
    it
}

fn void(it: Void) -> i32 {
    match it {}
}

fn never(it: Never) -> i32 {
    match it {}
}

fn main() {
    println!("{:?} {:?} {:?}", Reader(Empty).go(), more(Ok::<_, String>(1)), narrow::<u8, u16>(3));
    let systems: Vec<Box<dyn System>> = vec![Box::new(P)];
    let id: Box<dyn Id> = Box::new(P);
    println!("{} {} {}", systems[0].go(), id.id(), cut(3, "xyz"));
    let all: Vec<Result<i32, Infallible>> = vec![Ok(1), Ok(2)];
    for Ok(it) in all.clone() {
        println!("{it}");
    }
    println!("{} {}", all.into_iter().map(|Ok(it)| it).sum::<i32>(), take(Ok(5)));
    let (_, _): (fn(Void) -> i32, fn(Never) -> i32) = (void, never);
    println!("{}", sure(Ok(3)));
}
