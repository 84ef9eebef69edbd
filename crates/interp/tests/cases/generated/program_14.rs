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
struct S0 { f0: u64, f1: String, f2: Vec<f64> }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + self.f1.len() as i64 + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: String }
impl Score for S1 { fn score(&self) -> i64 { self.f0.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: i32, f1: Vec<bool> }, V1(Option<i128>, i32), V2, V3(i8, String) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: u64 }, V1, V2 { f0: E0, f1: u128 } }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1 => 10, E1::V2 { .. } => 20 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: i32) -> S1 {
    let mut v3: i16 = (((i16::MIN).wrapping_mul(i16::MAX)).saturating_sub(0x8_i16)).saturating_add((26i16).signum());
    println!("[{}]", p2);
    (S1 { f0: String::from("a").chars().rev().collect::<String>() })
}
fn section0() {
    if false {
        let v4: Option<char> = (match ((u8::MIN & 20u8) << 7) { 0 | 7 => Some(' '), 1..=90 => (if (0x42_i8 <= 0x43_i8) { None::<char>.map(|m5| m5) } else { Some('\'') }), _ => None::<char> });
        let v7 = pick(&vec![14i8, i8::MAX].into_iter().map(|m6| (S0 { f0: 25u64, f1: String::from("x,y,z"), f2: Vec::<f64>::new() })).collect::<Vec<S0>>(), usize::MIN);
        println!("{}", show(&v7));
    }
    else {
        let f8 = |a9: i32| -> S1 { (S1 { f0: String::from("two words") }) };
        println!("{:?} {:?}", f8((-1i32)), apply(&f8, 82i32));
        let v10: E1 = (E1::V0 { f0: 0x62_u64 });
    }
    let mut v11 = Some(57usize).map(|m12| u128::MAX).filter(|_| (87u128 > 47u128)).unwrap_or((((if true { 116u128 } else { u128::MAX })).leading_zeros() as u128));
    let v13: i32 = loop {
        match (2usize as i32) {
            n14 @ (0 | 34..=99) if false => {
                println!("[{:3?}]", (E0::V0 { f0: n14, f1: (0..2).map(|i15: usize| false).collect::<Vec<bool>>() }));
            }
            1..=14 => {
                let v11: S0 = (S0 { f0: (0x5d_u64).wrapping_add(66u64), f1: (39u64).to_string(), f2: [vec![0.1f64, 0.0f64], vec![0.0f64, 1.5f64]].concat() });
            }
            n14 => {
                println!("[{:0<}]", ((b'a' + ((31u8).wrapping_sub(70u8) % 26)) as char));
            }
        }
        let v16: usize = (!(((6u8).wrapping_pow(3) as usize)));
        break (0x14_i32).wrapping_sub((i32::MAX).wrapping_neg());
    }
    ;
    let mut q17: Vec<Vec<i32>> = Vec::<Vec<i32>>::new();
    while let Some(v18) = q17.pop() {
        let mut v19: i8 = (((if true { 75i8 } else { 0x3c_i8 })).wrapping_mul((24i8 * 10i8))).wrapping_shl(6);
        println!("{} left", q17.len());
    }
    if ((!false) || true) {
        println!("{v13}");
        let mut q20: Vec<i32> = Vec::<i32>::new();
        while let Some(v21) = q20.pop() {
            let Some(v22) = (Some(5i16)) else { break };
            println!("{} left", q20.len());
        }
    }
    else {
        if None::<i32>.or(Some(v13)).is_some() {
            println!("[{}]", ((v13 - v13)).checked_mul(v13).unwrap_or(v13));
            let v24 = pick(&vec!['日'; 1].into_iter().map(|m23| (false && true)).collect::<Vec<bool>>(), (match u8::MAX { 0 | 7 => 66usize, 1..=90 => 108usize, _ => 96usize }));
            println!("{}", show(&v24));
        }
        else {
            let mut v25: char = ((b'a' + ((match (0x24_u8).min(0x17_u8) { 0 | 7 => (true as u8), 1..=90 => (0x2f_u8).saturating_add(81u8), _ => u8::MIN }) % 26)) as char);
            { let read =  (v11).saturating_add((v11 << 1)); v11 = read; }
        }
        let f26 = |a27: i32| -> String { (if true { String::from(" pad ") } else { String::from("é日\t") }).chars().rev().collect::<String>() };
        println!("{:?} {:?}", f26({ let t28: i32 = v13; 51i32 }), f26(v13));
    }
    match E0::V3(('é' as u32 as i8), String::from("x,y,z")) {
        E0::V0 { f0: b29, f1: b30 } => {
            let mut v31: S0 = (S0 { f0: (71u64 / ((false as u64) | 1)), f1: String::from("a"), f2: vec![3.0f64, (if true { (-0.0f64) } else { 0.1f64 })] });
        }
        E0::V1(b32, b33) => {
            let mut v34: (char, (String, i32)) = (match 4u8 { 0 | 7 => (((b'a' + (0x12_u8 % 26)) as char), (String::from("two words"), b33)), 1..=90 => (((b'a' + (74u8 % 26)) as char), (String::from("quote\""), v13)), _ => (' ', (String::from("é日\t"), b33)) });
        }
        E0::V2 => {
            println!("{v11:7x}|{v11}");
        }
        E0::V3(b35, b36) => {
            let v37 = (false as u8);
        }
    }
    match i8::MIN {
        n38 @ (0 | 33..=99) if Vec::<S0>::new().contains(&(S0 { f0: 49u64, f1: String::from("two words"), f2: Vec::<f64>::new() })) => {
            let f39 = |a40: char| -> i128 { 119i128 };
            println!("{:?} {:?}", f39('\''), apply(&f39, ' '));
        }
        1..=13 => {
            for i41 in 0usize..=4 {
                v11 += 21u128;
                let Some(v42) = (format!("<{:?}>", 1.5f64).trim().parse::<i32>().ok()) else { continue };
                println!("{v42}|{v11:^02}|{i41}");
            }
        }
        n38 => {
            println!("{v13:#x}|{v11}|{v11}");
        }
    }
    if Vec::<i32>::new().contains(&(String::from("12").len() as i32)) {
        v11 = u128::MAX;
        let v43 = v13;
    }
    let mut v44: E1 = (E1::V0 { f0: u64::MIN });
    let v44: String = format!("<{}>", String::from("-7")).repeat(1);
    let d45 = Both { right: noisy(1), left: noisy(2) };
    let Both { right, .. } = d45;
    drop(right);
    let mut d46 = Some(noisy(3));
    d46 = None; println!("cleared");
    let _ = noisy(4);
    println!("drops end");
}
fn section1() {
    if let Some(v49) = (if false { Some(87i32) } else { Some(117i32) }).map(|m48| Some(47i64)) { println!("some {v49:?}"); } else { println!("none"); }
    if let Some(v50) = None::<i32> { println!("some {v50:?}"); } else { println!("none"); }
    println!("[{}]", { let mut sorted = Vec::<u64>::new(); sorted.sort(); sorted.dedup(); sorted }.iter().fold(58u64, |x, y| x.wrapping_add(*y)));
    println!("[{:?}]", E0::V3((63i8 << 1), { let t51: String = String::from("two words"); t51.clone() }));
    println!("[{:>1}]", ((String::from("") + &String::from("-7")) == String::from("quote\"")));
    println!("[{:?}]", [vec![69i32; 2], Vec::<i32>::new().into_iter().map(|m52| m52).collect::<Vec<i32>>()].concat());
    let mut d53 = Some(noisy(5));
    let taken = d53.take(); println!("{}", d53.is_none());
    let _ = noisy(6);
    let _ = noisy(7);
    match noisy(8).0 { 9 => println!("same"), other => println!("other {other}") }
    match noisy(10).0 { 11 => println!("same"), other => println!("other {other}") }
    println!("temporary {}", noisy(12).0);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r59 = tokio::join!(async { let guard = noisy(13); sleep(Duration::from_millis(8193)).await; println!("task 1"); { sleep(Duration::from_millis(12288)).await; println!("task 1 step 0"); } (119u32).rotate_left(5) }, async { sleep(Duration::from_millis(2)).await; println!("task 2"); (1e10f64 as u32) });
    println!("{:?} {:?}", r59, start.elapsed());
    let r60a = tokio::spawn(async move { sleep(Duration::from_millis(8196)).await; println!("task 3"); { let inner = noisy(16); sleep(Duration::from_millis(8192)).await; println!("task 3 step 0"); } { let inner = noisy(17); sleep(Duration::from_millis(4096)).await; println!("task 3 step 1"); } vec![0x5e_u32, 34u32].iter().fold(107u32, |x, y| x.wrapping_add(*y)) });
    let r60b = tokio::spawn(async move { let guard = noisy(18); sleep(Duration::from_millis(4104)).await; println!("task 4"); 0x7b_u32 });
    let r60 = (r60b.await.ok(), r60a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r60, start.elapsed());
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
