#![allow(warnings, arithmetic_overflow, unconditional_panic)]
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug)]
struct Noisy(u32);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn noisy(n: u32) -> Noisy {
    println!("make {n}");
    Noisy(n)
}
fn pass(n: Noisy) -> Noisy {
    n
}
struct Both {
    left: Noisy,
    right: Noisy,
}
fn pick<T: Clone>(from: &[T], at: usize) -> Option<T> {
    if from.is_empty() { None } else { Some(from[at % from.len()].clone()) }
}
fn show<T: std::fmt::Debug>(value: T) -> String {
    format!("{value:?}")
}
fn apply<T, R>(f: impl Fn(T) -> R, value: T) -> R {
    f(value)
}
trait Score {
    fn score(&self) -> i64;
    fn label(&self) -> String {
        format!("#{}", self.score())
    }
}
fn section(name: &str, f: impl FnOnce()) {
    println!("== {name}");
    if let Err(e) = catch_unwind(AssertUnwindSafe(f)) {
        let text = e.downcast_ref::<&str>().map(|it| it.to_string());
        println!("panicked: {}", text.or(e.downcast_ref::<String>().cloned()).unwrap_or_default());
    }
}
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S0 { f0: String, f1: String, f2: Vec<i32> }
impl Score for S0 { fn score(&self) -> i64 { self.f0.len() as i64 + self.f1.len() as i64 + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: u8 }, V1(isize, Vec<bool>), V2, V3(Vec<char>, S0) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: i32, p3: String) -> E0 {
    for i4 in 0u16..=4 {
        println!("{i4:+0}");
        println!("{p3:?}");
        println!("[{}]", ((0x73_i64 > (-99i64)) || (!true)));
    }
    if let Some(v5) = None::<(i64, char)> { println!("some {v5:?}"); } else { println!("none"); }
    E0::V3([vec!['\n', 'a'], Vec::<char>::new()].concat(), (S0 { f0: String::from("a"), f1: p3.clone(), ..S0::default() }))
}
fn section0() {
    let mut v6: i32 = 0x68_i32;
    let v6: Option<i32> = String::from("é日\t").trim().parse::<i32>().ok();
    let v7 = (54i16 / ({ let t8: i16 = (-42i16); (t8).min(t8) } | 1));
    let v7: i32 = (match (u8::MIN + 66u8) { 0 | 7 => vec![73i32, i32::MIN].iter().fold(10i32, |x, y| x.wrapping_mul(*y)), 1..=90 => (0x2a_i32 % (0xa_i32 | 1)), _ => i32::MAX });
    if vec![v7, v7].contains(&(v7).wrapping_mul(v7)) {
        let mut v9: i32 = ((v7).trailing_zeros() as i32);
        let mut v11: Vec<i32> = vec![109i32, v7].into_iter().skip(0).collect::<Vec<i32>>();
    }
    let v12: bool = vec![(v7).saturating_mul(v7), v7].contains(&v7);
    let v13 = pick(&vec![(-9i16), i16::MIN], (70i32 as usize));
    println!("{}", show(&v13));
    match (v7 ^ (v7 - v7)) {
        n14 @ (0 | 32..=99) if v12 => {
            let mut v15: u64 = (if (match 0x1b_u8 { 0 | 7 => Some(12u128), 1..=90 => None::<u128>, _ => Some(u128::MIN) }).is_some() { (v7 as u64) } else { 57u64 });
        }
        1..=12 => {
            let v17: Vec<i8> = vec![((i8::MIN).wrapping_add(31i8) * ((-76i8) ^ 14i8)); 2];
        }
        n14 => {
            println!("[{:?}]", (S0 { f0: String::from("quote\""), f1: String::from("-7"), f2: vec![v7, (-6i32)] }));
        }
    }
    println!("{v7:#b}");
    let mut q18: Vec<char> = vec![(if v12 { 'a' } else { ' ' }); 3];
    while let Some(v19) = q18.pop() {
        let v21 = pick(&vec![v12, v12].into_iter().map(|m20| function1(v7, String::from("x,y,z"))).collect::<Vec<E0>>(), None::<usize>.unwrap_or(82usize));
        println!("{}", show(&v21));
        println!("{} left", q18.len());
    }
    'l23: for i22 in 0isize..3 {
        let mut v24: i128 = ((((-96i128) << 0)).wrapping_add((111i128 - i128::MAX)) * (i128::MAX).min((if v12 { i128::MIN } else { 115i128 })));
        if (u128::MIN == (0x30_u128).wrapping_add(77u128)) {
            let mut v25 = ((v7 as i32)).checked_mul(((Vec::<String>::new() == vec![String::from("quote\""), String::from("a")]) as i32)).unwrap_or(v7);
            let v26 = ((((v25).wrapping_abs()).wrapping_add((v25).wrapping_mul(v25))).abs_diff((((v25).checked_mul(v7).unwrap_or(v7)).leading_zeros() as i32)) as i32);
        }
        else {
            let v27: bool = [vec![51i16, (-44i16)].into_iter().rev().collect::<Vec<_>>(), vec![0xe_i16, (-108i16)]].concat().contains(&(-16i16));
            let v28 = pick(&vec![vec![String::from("Hello"), String::from("a")].last().cloned(), Some(String::from("quote\"")).or(Some(String::from("Hello")))], (108usize).min(65usize));
            println!("{}", show(&v28));
        }
        if (v12 && v12) { continue 'l23; }
        println!("{v7:+2o}");
    }
    'l30: for i29 in (0i128..4).rev() {
        for i31 in 0i32..2 {
            let mut v32: String = format!("<{:9e}>", (61u64).wrapping_mul((i31 as u64)));
            v32 = ((19i32).wrapping_pow(1)).to_string();
            println!("{v12}");
        }
        let mut v33 = { let t34: i32 = String::from("é日\t").trim().parse::<i32>().ok().unwrap_or(v7); ((19u32 as f64) as i32) };
        if vec![96i8, 73i8].contains(&0x2b_i8) { break 'l30; }
        println!("{v7:#010x}");
    }
}
fn section1() {
    'l37: for i36 in 0u8..2 {
        println!("{i36:7}|{i36}");
        match E0::V1((0x50_isize).wrapping_pow(3), vec![false, true]) {
            E0::V0 { f0: b38 } => {
                let mut v39: Option<i32> = Some(8i32);
            }
            E0::V1(b40, b41) => {
                println!("{i36:.>7}|{b41:3?}|{i36:6}");
            }
            E0::V2 => {
                println!("[{:?}]", E0::V3((match i36 { 0 | 7 => vec!['é', '\n'], 1..=90 => vec!['日', '7'], _ => vec!['é', 'é'] }), (S0 { f0: String::from(" pad "), f1: String::from("quote\""), f2: Vec::<i32>::new() })));
            }
            E0::V3(b42, b43) => {
                let mut v44 = (i16::MIN).max((((-0i16)).wrapping_mul(i16::MIN)).wrapping_add((33i16).saturating_mul(116i16)));
            }
        }
        if None::<i32>.is_none() { break 'l37; }
        println!("[{:0o}]", ((if true { 33i32 } else { 0x28_i32 })).wrapping_pow(5));
    }
    if ((true && false) && (!true)) {
        println!("[{:?}]", (E0::V0 { f0: (109u8 ^ 101u8) }));
        if Some(String::from("é日\t")).is_none() {
            println!("[{:+e}]", [vec![(-35i32), i32::MIN], vec![105i32, 95i32]].concat().iter().fold((i32::MIN).wrapping_neg(), |x, y| x.min(*y)));
            let mut v45: S0 = (S0 { f0: String::from("é日\t").repeat(2), f1: String::from("quote\""), f2: [vec![0x1f_i32, 60i32], Vec::<i32>::new()].concat().into_iter().rev().collect::<Vec<_>>() });
        }
        else {
            if let Some(v46) = Some(String::from("é日\t").trim().parse::<u128>().ok()) { println!("some {v46:?}"); } else { println!("none"); }
            let mut v47: f64 = (-2.25f64);
        }
    }
    else {
        let mut v48: usize = usize::MAX;
        let v49: String = String::from("é日\t");
    }
    for i50 in 0i128..4 {
        let i50: f64 = (((-3i16) as f64)).abs();
        let d51: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("quote\""), f1: String::from("x,y,z"), f2: vec![i32::MAX, i32::MAX] })), Box::new((S0 { f0: String::from(""), f1: String::from("12"), f2: Vec::<i32>::new() }))];
        for each in d51.iter() { println!("{} {}", each.label(), each.score()); }
        println!("[{:#?}]", vec![vec![0x7_u32, 107u32], Vec::<u32>::new()]);
    }
    let d52: Vec<Box<dyn Score>> = vec![Box::new(E0::V3(Vec::<char>::new(), (S0 { f0: String::from("-7"), f1: String::from("quote\""), f2: vec![69i32, 57i32] })))];
    for each in d52.iter() { println!("{} {}", each.label(), each.score()); }
    if Some(Some(53i32)).filter(|_| true).is_some() {
        if false {
            println!("[{:#b}]", ((((-109i64)).leading_zeros() as i64) >> 2));
            println!("[{:?}]", (('\n' as u32 as i32) as f64));
        }
        let v53 = pick(&{ let mut sorted = vec![89u64, 103u64]; sorted.sort(); sorted.dedup(); sorted }, (String::from("12").len() as usize));
        println!("{}", show(&v53));
    }
    else {
        match ((i8::MIN).wrapping_neg() << 2) {
            n54 @ (0 | 24..=99) if (true || false) => {
                let n54: i16 = i16::MIN;
            }
            1..=4 => {
                let mut v55: char = '\'';
            }
            n54 => {
                println!("[{:+6}]", (i32::MAX as u8));
            }
        }
        let d56: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from(" pad "), f1: String::from(" pad "), ..S0::default() }))];
        for each in d56.iter() { println!("{} {}", each.label(), each.score()); }
    }
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let (tx, mut rx) = tokio::sync::mpsc::channel::<(String, usize, Noisy)>(3);
    let sender = tokio::spawn(async move {
        sleep(Duration::from_millis(1)).await;
        for i in 0..4usize {
            if tx.send((format!("<{:1.0}>", String::from("a")), i, noisy(100 + i as u32))).await.is_err() { println!("closed"); break; }
            println!("sent {i}");
            sleep(Duration::from_millis(8192)).await;
        }
        "sender done"
    }
    );
    let mut r57 = Vec::new();
    while let Some((value, i, thing)) = rx.recv().await {
        println!("received {value:?} {i} {}", thing.0);
        r57.push(i);
        if i == 0 { break; }
    }
    drop(rx);
    println!("{:?}", sender.await.ok());
    println!("{:?} {:?}", r57, start.elapsed());
    let r58f = async { sleep(Duration::from_millis(4098)).await; println!("task 2"); { sleep(Duration::from_millis(12288)).await; println!("task 2 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 2 step 1"); } 48u32 };
    println!("not yet");
    let r58 = r58f.await;
    println!("{:?} {:?}", r58, start.elapsed());
    println!("{:?}", start.elapsed());
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    println!("== tasks");
    tasks().await;
    println!("end");
}
