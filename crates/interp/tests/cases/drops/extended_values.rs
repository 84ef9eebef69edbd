//! Temporaries that a `let` extends: constants, what is written to, formats, pinned futures, and over an await.

use std::future::Future;
use std::pin::{Pin, pin};

#[derive(Debug)]
struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

impl std::fmt::Display for D {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

const MADE: D = D("const");
const NUMBERS: [i32; 3] = [1, 2, 3];

enum Way<'a> {
    Left(&'a mut [i32]),
    Right { of: &'a mut Vec<i32>, from: &'a D },
}

fn total(way: Way) -> i32 {
    match way {
        Way::Left(it) => {
            it[0] += 10;
            it.iter().sum()
        }
        Way::Right { of, from } => {
            of.push(from.0.len() as i32);
            of.iter().sum()
        }
    }
}

async fn number(d: D, n: i32) -> i32 {
    tokio::task::yield_now().await;
    println!("  number {d}");
    n
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("constants");
    {
        let r = &MADE;
        let n = &NUMBERS;
        let k = if n.len() == 3 { &MADE } else { &D("other") };
        println!("  {r:?} {n:?} {k:?}");
    }
    println!("written");
    for c in [true, false] {
        let way = if c { Way::Left(&mut [1, 2]) } else { Way::Right { of: &mut vec![5], from: &D("from") } };
        println!("  {}", total(way));
    }
    println!("formats");
    {
        let text = format_args!("{} and {}", D("one"), D("two"));
        println!("  {text}");
    }
    println!("pinned");
    for c in [true, false] {
        let future: Pin<&mut dyn Future<Output = i32>> =
            if c { pin!(number(D("a"), 1)) } else { pin!(number(D("b"), 2)) };
        let _never = Some(pin!(number(D("never"), 3)));
        println!("  {}", future.await);
    }
    println!("awaited");
    let pair = (&D("before"), number(D("argument"), 4).await, if true { Some(&D("after")) } else { None });
    tokio::task::yield_now().await;
    println!("  {pair:?}");
    let by_match = match Some(&D("scrutinee")) {
        Some(d) if d.0.is_empty() => W(&D("empty")),
        Some(_) => W(&D("full")),
        None => W(&D("none")),
    };
    println!("  {}", by_match.0);
}

struct W<'a>(&'a D);
