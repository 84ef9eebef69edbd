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
struct S0 { f0: Option<char>, f1: bool, f2: bool }
impl Score for S0 { fn score(&self) -> i64 { i64::from(self.f0.is_some()) + 1 + 1 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: S0, f1: u64 }
impl Score for S1 { fn score(&self) -> i64 { 1 + (self.f1 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1((u64, i32), f64), V2 { f0: Option<i32> }, V3(String) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1(..) => 10, E0::V2 { .. } => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0, V1((i32, f64), Option<bool>), V2 { f0: (isize, i32) }, V3(Option<bool>, S1) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 => 0, E1::V1(..) => 10, E1::V2 { .. } => 20, E1::V3(..) => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: S1) -> Vec<i16> {
    let mut v3: String = format!("<{:03?}>", ((-2.25f64) as i64));
    println!("[{:3?}]", (match (false as u8) { 0 | 7 => vec![0x52_i16; 1], 1..=90 => vec![i16::MAX, 0x33_i16], _ => Vec::<i16>::new() }));
    vec![84i16, 58i16]
}
fn function4(p5: i32) -> Option<u16> {
    println!("{p5:<7}|{p5:#x}");
    println!("{p5}|{p5}");
    if (!(false || true)) { return None::<u16>; }
    None::<u16>
}
fn function6(p7: S1, p8: i32) -> String {
    let f9 = |a10: u128| -> Vec<i32> { { let mut sorted = { let mut sorted = vec![p8, p8]; sorted.sort(); sorted.dedup(); sorted }; sorted.sort(); sorted.dedup(); sorted } };
    println!("{:?} {:?}", f9((false as u128)), apply(&f9, 29u128));
    let mut v11: String = (String::from("").chars().rev().collect::<String>().repeat(1) + &String::from("").trim().replace("a", "<>").to_lowercase());
    if (!(p8 <= (-119i32))) { return v11.clone(); }
    v11.clone()
}
fn section0() {
    let d12: Vec<Box<dyn Score>> = vec![Box::new(E1::V0)];
    for each in d12.iter() { println!("{} {}", each.label(), each.score()); }
    if ((-110isize)).checked_mul(43isize).is_some() {
        if ((true || false) && false) {
            let v13 = pick(&vec![String::from("quote\""), String::from("x,y,z")], (26usize % (101usize | 1)));
            println!("{}", show(&v13));
            println!("[{:9}]", (match (17u8).max(0x32_u8) { 0 | 7 => (0x3_i32 << 7), 1..=90 => (74i32 & i32::MAX), _ => 56i32 }));
        }
        else {
            let v14: Option<char> = Some(' ').map(|m15| m15).filter(|_| false).filter(|_| false);
            let mut v16: i8 = (if ((true || false) || vec![i32::MAX, i32::MAX].contains(&0x6b_i32)) { i8::MAX } else { ((0x1d_i32 as i8)).wrapping_pow(4) });
        }
        println!("[{:02?}]", (S1 { f0: (S0 { f0: Some('a'), f1: false, ..S0::default() }), f1: 28u64 }));
    }
    let v17: bool = (String::from("x,y,z").chars().filter(|it| it.is_alphanumeric()).collect::<String>() == (50u64).to_string());
    let f18 = |a19: i32| -> String { format!("<{:.^+9}>", 0xe_u128).chars().rev().collect::<String>() };
    println!("{:?} {:?}", f18((String::from("a").len() as i32)), f18(0x59_i32));
    match E1::V0 {
        E1::V0 => {
            let mut v20: i32 = ((({ let t21: i32 = (-19i32); t21 }).abs_diff({ let t22: i32 = 104i32; 7i32 }) as i32)).signum();
        }
        E1::V1(b23, b24) => {
            println!("{b24:3?}|{v17}|{b23:3?}");
        }
        E1::V2 { f0: b25 } => {
            if let Some(v26) = Some((isize::MIN, 'Z')) { println!("some {v26:?}"); } else { println!("none"); }
        }
        E1::V3(b27, b28) => {
            println!("[{:<+04X}]", (((-0.0f64)).min((-2.25f64)) as i32));
        }
    }
}
fn section1() {
    println!("[{:?}]", String::from("a").chars().rev().collect::<String>());
    println!("[{:#b}]", ((((79u8).trailing_zeros() as u8)).leading_zeros() as u8));
    println!("[{:2b}]", ((118i32 / ((-33i32) | 1))).max(vec![(-67i32), 4i32].iter().fold(1i32, |x, y| x.max(*y))));
    let mut v29 = ((match Some(0x56_u8).unwrap_or(48u8) { 0 | 7 => ((-67i32)).rotate_left(6), 1..=90 => ((i32::MIN).trailing_zeros() as i32), _ => i32::MIN })).wrapping_pow(4);
    if Some(70usize).is_some() {
        println!("[{:3?}]", vec![vec![(-1i8), 0x62_i8], Vec::<i8>::new()]);
        let v30: String = loop {
            let d31: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: None::<char>, f1: true, f2: true })), Box::new(E1::V0), Box::new(E0::V1((113u64, v29), 3.0f64))];
            for each in d31.iter() { println!("{} {}", each.label(), each.score()); }
            { let read =  (if None::<isize>.is_some() { v29 } else { v29 }); v29 = read; }
            break String::from("a");
        }
        ;
    }
    else {
        { let read =  (v29).wrapping_mul(v29); v29 &= read; }
        let f32 = |a33: char| -> String { String::from("x,y,z") };
        println!("{:?} {:?}", f32(((b'a' + (0x53_u8 % 26)) as char)), apply(&f32, ' '));
    }
    { let read =  (((-60i32)).abs_diff(v29) as i32); v29 = read; }
    println!("{v29:05o}|{v29}");
    let v29: S0 = (S0 { f0: Some('7'), f1: vec![vec![String::from("Hello"), String::from("Hello")], vec![String::from("two words"), String::from("Hello")]].contains(&vec![String::from(" pad "), String::from("12")]), f2: Vec::<u32>::new().contains(&83u32) });
    let mut v34: char = 'é';
    let v35 = ((54usize).abs_diff(((v34 as u32 as usize)).wrapping_add((match 37u8 { 0 | 7 => 16usize, 1..=90 => 17usize, _ => 108usize }))) as usize);
    let v35: E1 = { let t36: E1 = E1::V1((104i32, 1e-7f64), None::<bool>); (E1::V2 { f0: (0x15_isize, (-26i32)) }) };
    let mut d37 = noisy(1);
    d37 = noisy(2);
    let d38 = std::mem::replace(&mut vec![noisy(3)][0], d37);
    let mut d39 = Some(noisy(4));
    let d39b = d39.map(|it| (it, 1)); println!("{:?}", d39b);
    let early41 = || -> u32 {
        let first = noisy(5);
        if false { return first.0; }
        let second = noisy(6);
        first.0 + second.0
    }
    ; println!("early {}", early41());
    println!("temporary {}", noisy(7).0);
    let d43 = noisy(8);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let (tx, mut rx) = tokio::sync::mpsc::channel::<(f64, usize, Noisy)>(2);
    let sender = tokio::spawn(async move {
        sleep(Duration::from_millis(1)).await;
        for i in 0..2usize {
            if tx.send(((0x3b_i32 as f64), i, noisy(900 + i as u32))).await.is_err() { println!("closed"); break; }
            println!("sent {i}");
            sleep(Duration::from_millis(8192)).await;
        }
        "sender done"
    }
    );
    let mut r44 = Vec::new();
    while let Some((value, i, thing)) = rx.recv().await {
        println!("received {value:?} {i} {}", thing.0);
        r44.push(i);
        if i == 3 { break; }
    }
    drop(rx);
    println!("{:?}", sender.await.ok());
    println!("{:?} {:?}", r44, start.elapsed());
    let r45 = tokio::join!(async { sleep(Duration::from_millis(4098)).await; println!("task 2"); { let inner = noisy(11); sleep(Duration::from_millis(12288)).await; println!("task 2 step 0"); } 89u32 }, async { sleep(Duration::from_millis(4)).await; println!("task 3"); u32::MAX });
    println!("{:?} {:?}", r45, start.elapsed());
    let r46 = timeout(Duration::from_millis(6145), async move { let guard = noisy(13); sleep(Duration::from_millis(8)).await; println!("task 4"); { let inner = noisy(14); sleep(Duration::from_millis(12288)).await; println!("task 4 step 0"); } (0x58_u32 ^ u32::MIN) }).await.ok();
    println!("{:?} {:?}", r46, start.elapsed());
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
