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
struct S0 { f0: String, f1: usize, f2: String }
impl Score for S0 { fn score(&self) -> i64 { self.f0.len() as i64 + (self.f1 as i64 % 1000) + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: Option<i32>, f1: (String, i32) }, V1((String, f64), String) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0, V1(Option<String>), V2 { f0: i32 }, V3((i32, char)) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 => 0, E1::V1(..) => 10, E1::V2 { .. } => 20, E1::V3(..) => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: (i16, f64), p3: Vec<String>, p4: i32) -> Vec<String> {
    println!("{p4:é^X}");
    if let Some(v5) = String::from("two words").trim().parse::<i32>().ok().filter(|_| (p4 <= p4)) { println!("some {v5:?}"); } else { println!("none"); }
    (0..1).map(|i6: usize| String::from("é日\t").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";")).collect::<Vec<String>>()
}
fn section0() {
    let v7: u64 = loop {
        'l9: for i8 in (0u32..2).rev() {
            let mut v10: S0 = (S0 { f0: (String::from(" pad ") + &String::from("é日\t").trim().replace("a", "<>")), f1: (24usize).wrapping_mul(usize::MIN), f2: format!("<{:09b}>", 50i128).chars().rev().collect::<String>() });
            let f11 = |a12: isize| -> bool { (match 62u8 { 0 | 7 => Some(105u64), 1..=90 => Some(104u64), _ => Some(0x2b_u64) }).is_none() };
            println!("{:?} {:?}", f11(((isize::MAX).abs_diff(43isize) as isize)), f11(50isize));
            if ('\n' == '日') { break 'l9; }
            println!("[{:#010x}]", ((90i32).checked_mul(i32::MIN).unwrap_or(37i32)).signum());
        }
        let v13: Vec<S0> = (0..1).map(|i14: usize| (S0 { f0: String::from("a"), f1: (0x7e_usize | i14), ..S0::default() })).collect::<Vec<S0>>();
        break 1u64;
    }
    ;
    match E0::V1((String::from("x,y,z"), 3.0f64), String::from("Hello")) {
        E0::V0 { f0: b16, f1: b17 } => {
            let f18 = |a19: i32| -> Vec<i32> { vec![(true as i32); 0] };
            println!("{:?} {:?}", f18((-53i32)), f18(0xf_i32));
        }
        E0::V1(b20, b21) => {
            for i22 in 0u64..2 {
                println!("{v7}|{b21:8.1}|{b20:?}");
                let d23: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: b21.clone(), f1: usize::MAX, f2: b21.clone() })), Box::new((S0 { f0: String::from(""), f1: 115usize, f2: b21.clone() }))];
                for each in d23.iter() { println!("{} {}", each.label(), each.score()); }
                println!("{v7:#010x}|{i22}|{b20:#?}");
            }
        }
    }
    let d24: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("quote\""), f1: usize::MIN, f2: String::from("a") }))];
    for each in d24.iter() { println!("{} {}", each.label(), each.score()); }
    let d25: Vec<Box<dyn Score>> = vec![Box::new(E1::V3((i32::MIN, '日'))), Box::new(E0::V1((String::from("Hello"), 1e-7f64), String::from(" pad "))), Box::new((S0 { f0: String::from(" pad "), f1: 6usize, f2: String::from("quote\"") }))];
    for each in d25.iter() { println!("{} {}", each.label(), each.score()); }
    println!("{v7:#x}");
    if (vec![String::from(" pad ")] == { let t26: Vec<String> = Vec::<String>::new(); t26.clone() }) {
        println!("{v7:#b}");
        match ((i32::MIN <= (-90i32)) as i32) {
            n27 @ (0 | 29..=99) if true => {
                println!("[{:2}]", String::from("é日\t").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";"));
            }
            1..=9 => {
                println!("{v7}|{v7}");
            }
            n27 => {
                println!("[{:#x}]", 39u128);
            }
        }
    }
    else {
        let v28: usize = (((true || false) as usize)).wrapping_add((((false as usize)).abs_diff(((55usize).trailing_zeros() as usize)) as usize));
        let v29: E0 = E0::V1((String::from(""), (-2.25f64)), (String::from("quote\"") + &String::from("quote\"")).to_lowercase());
    }
    let d30: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from(""), f1: 78usize, ..S0::default() }))];
    for each in d30.iter() { println!("{} {}", each.label(), each.score()); }
    if let Some(v31) = (i128::MIN).checked_rem((false as i128)) { println!("some {v31:?}"); } else { println!("none"); }
    println!("{v7}");
}
fn section1() {
    println!("[{:?}]", (format!("<{}>", ' '), 0x8_u32));
    let d32: Vec<Box<dyn Score>> = vec![Box::new(E0::V1((String::from("é日\t"), 1e10f64), String::from("-7"))), Box::new((S0 { f0: String::from("12"), f1: usize::MIN, f2: String::from("x,y,z") })), Box::new((S0 { f0: String::from(" pad "), f1: 32usize, f2: String::from("Hello") }))];
    for each in d32.iter() { println!("{} {}", each.label(), each.score()); }
    println!("[{:3?}]", (true, false));
    for i33 in 0i32..1 {
        for i34 in 0i32..2 {
            println!("{i34:+0}|{i34}");
            let mut v35 = i33;
            println!("{i34}");
        }
        match E1::V0 {
            E1::V0 => {
                let mut v36 = (i33 - 0x12_i32);
            }
            E1::V1(b37) => {
                let d38: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("12"), f1: 3usize, f2: String::from(" pad ") }))];
                for each in d38.iter() { println!("{} {}", each.label(), each.score()); }
            }
            E1::V2 { f0: b39 } => {
                let d40: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("a"), f1: usize::MAX, f2: String::from("a") }))];
                for each in d40.iter() { println!("{} {}", each.label(), each.score()); }
            }
            E1::V3(b41) => {
                let Some(v43) = (Some({ let t42: i32 = i33; 51i32 })) else { break };
            }
        }
        println!("{i33}|{i33}");
    }
    let mut v44: i64 = (i64::MAX).wrapping_add({ let t45: i64 = 0x5f_i64; vec![t45, i64::MAX].iter().fold(t45, |x, y| x.wrapping_add(*y)) });
    if let Some(v46) = None::<Vec<u32>> { println!("some {v46:?}"); } else { println!("none"); }
    let f47 = |a48: usize| -> E0 { E0::V1((String::from(" pad "), 1.5f64), String::from("é日\t").trim().replace("a", "<>")) };
    println!("{:?} {:?}", f47((107usize).wrapping_add(0x5e_usize)), f47(116usize));
    let mut v49: char = ((b'a' + ((0x4c_u8).min((match 102u8 { 0 | 7 => 89u8, 1..=90 => 110u8, _ => 9u8 })) % 26)) as char);
    let mut v50: S0 = (S0 { f0: ((i16::MAX).wrapping_mul(20i16)).to_string(), f1: ((if true { usize::MIN } else { 50usize })).checked_rem((1.5f64 as usize)).unwrap_or(0x22_usize), ..S0::default() });
    let mut d51 = Some(noisy(1));
    if let Some(inner) = d51 { println!("some {}", inner.0); }
    let d52 = Both { right: noisy(2), left: noisy(3) };
    let d52x = d52.left;
    let mut d53 = Some(noisy(4));
    if let Some(inner) = d53 { println!("some {}", inner.0); }
    let d54 = noisy(5);
    let d55 = std::mem::replace(&mut vec![noisy(6)][0], d52x);
    drop(d55);
    let mut d57 = Some(noisy(8));
    d57 = None; println!("cleared");
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r58a = tokio::spawn(async move { sleep(Duration::from_millis(4097)).await; println!("task 1"); { sleep(Duration::from_millis(12288)).await; println!("task 1 step 0"); } None::<u32>.unwrap_or(45u32) });
    let r58b = tokio::spawn(async move { let guard = noisy(10); sleep(Duration::from_millis(2)).await; println!("task 2"); { sleep(Duration::from_millis(8192)).await; println!("task 2 step 0"); } (89u32 + 50u32) });
    let r58 = (r58b.await.ok(), r58a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r58, start.elapsed());
    let r59a = tokio::spawn(async move { let guard = noisy(11); sleep(Duration::from_millis(4100)).await; println!("task 3"); (104u32).wrapping_add(95u32) });
    let r59b = tokio::spawn(async move { sleep(Duration::from_millis(4104)).await; println!("task 4"); (u32::MIN).saturating_sub(107u32) });
    tokio::task::yield_now().await;
    r59a.abort();
    let r59 = (r59b.await.ok(), r59a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r59, start.elapsed());
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
