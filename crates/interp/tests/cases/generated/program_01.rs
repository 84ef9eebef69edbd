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
struct S0 { f0: u32 }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: f64 }
impl Score for S1 { fn score(&self) -> i64 { 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1((i8, u16)) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1(..) => 10 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: bool }, V1(E0), V2 { f0: isize, f1: i8 } }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10, E1::V2 { .. } => 20 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: E1, p3: String, p4: E0) -> Option<String> {
    println!("{p2:?}");
    let f5 = |a6: i32| -> String { format!("<{}>", (!true)) };
    println!("{:?} {:?}", f5((0x52_i32 << 6)), f5(17i32));
    if None::<usize>.is_none() { return Some(p3.clone()); }
    Some((p3.clone() + &p3.clone()))
}
fn section0() {
    let mut v7: f64 = (if false { 1e10f64 } else { ((1.5f64).ceil()).min((0.1f64).trunc()) });
    if true {
        v7 /= (i32::MAX as f64);
        let mut v8: Option<S1> = Some((S1 { f0: v7 }));
    }
    let d9: Vec<Box<dyn Score>> = vec![Box::new(E0::V1((84i8, 0u16)))];
    for each in d9.iter() { println!("{} {}", each.label(), each.score()); }
    let v10: String = {
        match (vec![15u32, u32::MAX].iter().fold(u32::MAX, |x, y| x.min(*y))).min(vec![u32::MAX, 6u32].iter().fold(0x29_u32, |x, y| x.wrapping_add(*y))) {
            n11 @ (0 | 27..=99) if (true && true) => {
                let n11: S0 = (S0 { f0: (n11).min(n11) });
            }
            1..=7 => {
                let v12: E0 = (if ((55i32).signum() < 25i32) { E0::V0 } else { E0::V1(((-46i8), u16::MIN)) });
            }
            n11 => {
                println!("{n11:^+2b}|{n11:<+1o}|{n11:03?}");
            }
        }
        let v13 = vec![i32::MAX, 6i32].into_iter().map(|m14| (' ' as u32 as i32)).collect::<Vec<i32>>().iter().fold(((-87i32) << 7), |x, y| x.max(*y));
        String::from("quote\"")
    }
    ;
    if let Some(v15) = Some(((-71i32)).checked_mul(58i32)) { println!("some {v15:?}"); } else { println!("none"); }
    let mut v16: Option<i32> = None::<i32>;
}
fn section1() {
    for i17 in 0i32..4 {
        if (!true) {
            println!("{i17}");
            let Some(v18) = (Some(u128::MIN)) else { break };
        }
        else {
            let mut v19: i32 = i17;
            let v19: (i64, f64) = (42i64, 1e-7f64);
        }
        let i17: u64 = (Some(31u64).unwrap_or(u64::MAX) as u64);
        println!("[{:3?}]", (S0 { f0: 94u32 }));
    }
    let mut q20: Vec<Option<i32>> = (if true { vec![Some(37i32), Some(40i32)] } else { vec![None::<i32>, None::<i32>] }).into_iter().take(3).collect::<Vec<Option<i32>>>();
    while let Some(v21) = q20.pop() {
        println!("{v21:02?}|{v21:?}");
        println!("{} left", q20.len());
    }
    let v22: char = ((b'a' + (53u8 % 26)) as char);
    let v22: Vec<i128> = vec![(-72i128), (-99i128)];
    let mut v23: i32 = (((16i128 >> 7)).wrapping_abs() as i32);
    let v24 = pick(&{ let mut sorted = vec![12u32, 112u32, u32::MAX]; sorted.sort(); sorted.dedup(); sorted }, ((-0.0f64) as usize));
    println!("{}", show(&v24));
    let v25: (String, String) = 'outv25: {
        let mut v26: Option<i32> = Some(isize::MIN).map(|m27| i32::MIN);
        let f28 = |a29: char| -> char { ((b'a' + ((26u8 & u8::MIN) % 26)) as char) };
        println!("{:?} {:?}", f28(((b'a' + (13u8 % 26)) as char)), f28('日'));
        if (v23 != 13i32) { break 'outv25 (String::from(""), String::from("x,y,z")); }
        (if (false && false) { (String::from("é日\t"), String::from("two words")) } else { (String::from("quote\""), String::from("two words")) })
    }
    ;
    println!("temporary {}", noisy(1).0);
    match noisy(2).0 { 3 => println!("same"), other => println!("other {other}") }
    let d32 = (noisy(4), 4);
    let d33 = noisy(5);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r34 = tokio::join!(async { let guard = noisy(6); sleep(Duration::from_millis(4097)).await; println!("task 1"); { let inner = noisy(7); sleep(Duration::from_millis(8192)).await; println!("task 1 step 0"); } (String::from("x,y,z").len() as u32) }, async { sleep(Duration::from_millis(8194)).await; println!("task 2"); { let inner = noisy(9); sleep(Duration::from_millis(8192)).await; println!("task 2 step 0"); } { sleep(Duration::from_millis(12288)).await; println!("task 2 step 1"); } (36u32).wrapping_sub(0x17_u32) });
    println!("{:?} {:?}", r34, start.elapsed());
    let r35 = tokio::join!(async { let guard = noisy(10); sleep(Duration::from_millis(4)).await; println!("task 3"); 24u32 }, async { let guard = noisy(11); sleep(Duration::from_millis(4104)).await; println!("task 4"); { sleep(Duration::from_millis(12288)).await; println!("task 4 step 0"); } { sleep(Duration::from_millis(4096)).await; println!("task 4 step 1"); } (u32::MAX).saturating_mul(u32::MAX) });
    println!("{:?} {:?}", r35, start.elapsed());
    let r36a = tokio::spawn(async move { sleep(Duration::from_millis(8208)).await; println!("task 5"); { sleep(Duration::from_millis(4096)).await; println!("task 5 step 0"); } 116u32 });
    let r36b = tokio::spawn(async move { let guard = noisy(13); sleep(Duration::from_millis(4128)).await; println!("task 6"); { sleep(Duration::from_millis(12288)).await; println!("task 6 step 0"); } ((89u32).abs_diff(0x37_u32) as u32) });
    let r36 = (r36b.await.ok(), r36a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r36, start.elapsed());
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
