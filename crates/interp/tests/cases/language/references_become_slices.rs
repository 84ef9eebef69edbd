// References to arrays and vectors become slices where slices are wanted: what looks at the reference itself finds one.
use tokio::io::{AsyncReadExt, AsyncWriteExt};

struct Source<'a> {
    rest: &'a [u8],
}

static GREETING: &[u8] = b"static bytes";
const WORDS: &[&str] = &["one", "two", "three"];

fn literal() -> &'static [u8] {
    b"returned"
}

fn chosen(long: bool) -> &'static [u8] {
    if long { b"the longer" } else { b"short" }
}

mod blocking {
    use std::io::{BufRead, Read, Write};

    pub fn take(mut input: &[u8], n: usize) -> String {
        let mut out = vec![0; n];
        input.read_exact(&mut out).unwrap();
        format!("{}|{}", String::from_utf8_lossy(&out), input.len())
    }

    pub fn fill(mut out: &mut [u8]) -> usize {
        out.write_all(b"xyz").unwrap();
        out.len()
    }

    pub fn lines() {
        let vector = b"line one\nline two\n".to_vec();
        let mut lines: &[u8] = &vector;
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        println!("{line:?} {}", lines.len());
        println!("{}", take(&vector, 8));
        let mut source = super::Source { rest: b"field" };
        let mut two = [0; 2];
        source.rest.read_exact(&mut two).unwrap();
        println!("{two:?} {}", source.rest.len());
    }

    pub fn all(mut it: &[u8]) {
        let mut all = String::new();
        it.read_to_string(&mut all).unwrap();
        println!("{all} {}", it.is_empty());
    }
}
use blocking::{fill, take};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (mut a, mut b) = tokio::io::duplex(64);
    let mut text: &[u8] = b"hello";
    a.write_all_buf(&mut text).await.unwrap();
    println!("{}", text.len());
    let mut got = [0u8; 5];
    b.read_exact(&mut got).await.unwrap();
    println!("{}", std::str::from_utf8(&got).unwrap());

    let array = [1u8, 2, 3, 4];
    let mut numbers: &[u8] = &array;
    println!("{} {}", numbers.read_u8().await.unwrap(), numbers.read_u16().await.unwrap());
    println!("{numbers:?}");

    blocking::lines();
    println!("{}", take(b"arguments", 4));
    for it in [literal(), chosen(true), chosen(false), GREETING] {
        blocking::all(it);
    }
    let mut space = [b'.'; 6];
    println!("{}", fill(&mut space));
    println!("{}", String::from_utf8_lossy(&space));
    let mut words = WORDS;
    while let [first, rest @ ..] = words {
        print!("{first} ");
        words = rest;
    }
    println!();
    let mut boxed: Box<[u8]> = Box::new([7, 8, 9]);
    let part: &mut [u8] = &mut boxed;
    part.reverse();
    println!("{part:?} {}", part.len());
    let cast = (b"cast" as &[u8]).read_u8().await.unwrap();
    println!("{cast}");
    let fixed = &[5u8, 6];
    let mut of_variable = fixed as &[u8];
    println!("{} {:?}", of_variable.read_u8().await.unwrap(), of_variable);
    let rows: &[&[i32]] = &[&[1, 2], &[3], &[]];
    println!("{:?} {}", rows, rows.iter().map(|it| it.len()).sum::<usize>());
}
