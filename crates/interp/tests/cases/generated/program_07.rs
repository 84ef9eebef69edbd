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
struct S0 { f0: i32, f1: Option<String> }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + i64::from(self.f1.is_some()) } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: usize, f1: u64, f2: String }
impl Score for S1 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + (self.f1 as i64 % 1000) + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: Option<i32> }, V1(usize, char), V2 }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: (f64, i32) }, V1(u64, (i32, String)) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: Option<String>, p3: Vec<isize>, p4: f64) -> String {
    for i5 in 0i32..=4 {
        let mut v6: Vec<i16> = { let mut sorted = [Vec::<i16>::new(), vec![0x1b_i16, (-100i16)]].concat(); sorted.sort(); sorted.dedup(); sorted }.into_iter().rev().collect::<Vec<_>>();
        { let read =  [v6.clone(), v6.clone()].concat().into_iter().take(3).collect::<Vec<i16>>(); v6 = read; }
        println!("[{:>}]", (true).to_string());
    }
    match ((if false { 0x25_u32 } else { 115u32 })).wrapping_add(((114u32).trailing_zeros() as u32)) {
        n7 @ (0 | 29..=99) if (81u128 > u128::MAX) => {
            println!("{p4:9.3}|{p4:?}|{p2:#?}");
        }
        1..=9 => {
            println!("[{:7}]", true);
        }
        n7 => {
            println!("[{:?}]", (match (u8::MIN).wrapping_add(u8::MIN) { 0 | 7 => (S1 { f0: 119usize, f1: 0x5a_u64, ..S1::default() }), 1..=90 => (S1 { f0: 0x5e_usize, f1: 60u64, f2: String::from("-7") }), _ => (S1 { f0: 114usize, f1: 64u64, f2: String::from("-7") }) }));
        }
    }
    String::from("x,y,z").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";")
}
fn section0() {
    let mut v8: Vec<E0> = vec![E0::V2, E0::V2];
    let mut v9: S0 = (S0 { f0: 5i32, f1: Some(String::from("Hello")).or(None::<String>).filter(|_| (!true)) });
    let v10: String = (if ((String::from("-7") == String::from("a")) || None::<i128>.is_some()) { String::from("12").chars().rev().collect::<String>().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";") } else { (match 25u8 { 0 | 7 => String::from(""), 1..=90 => String::from("x,y,z"), _ => String::from("quote\"") }).chars().rev().collect::<String>() });
    let mut v11: char = ((b'a' + (((match 108u8 { 0 | 7 => 0x42_u8, 1..=90 => 68u8, _ => 79u8 })).saturating_add((i32::MIN as u8)) % 26)) as char);
    let mut v12: String = v10.clone();
    if let Some(v13) = Some(E0::V2) { println!("some {v13:?}"); } else { println!("none"); }
    let v14 = 0x6e_i32;
    for i15 in 0i16..=3 {
        let Some(v16) = (Some((S0 { f0: 59i32, f1: None::<String> }))) else { break };
        let v16: E1 = (E1::V0 { f0: (1.5f64, v14) });
        println!("[{}]", v11);
    }
    'l18: for i17 in 0i32..=4 {
        println!("[{:#x}]", ((49i64 % (30i64 | 1))).wrapping_shl(5));
        v9.f1 = Some(String::from("Hello"));
        if (true || false) { continue 'l18; }
        println!("{v9:#?}|{v14:#b}|{i17:é<+3}");
    }
    for i19 in 0i32..3 {
        let v21 = pick(&vec![(0..2).map(|i20: usize| v14).collect::<Vec<i32>>(), vec![i19, i32::MIN]], (29usize).wrapping_add(usize::MIN));
        println!("{}", show(&v21));
        let d22: Vec<Box<dyn Score>> = vec![Box::new((match 47u8 { 0 | 7 => (S0 { f0: i19, f1: Some(v10.clone()) }), 1..=90 => v9.clone(), _ => v9.clone() }))];
        for each in d22.iter() { println!("{} {}", each.label(), each.score()); }
        println!("{v9:?}|{v9:02?}|{v8:02?}");
    }
    let v23: u16 = 'outv23: {
        println!("{v11}|{v8:?}|{v11}");
        let d24: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: v14, f1: Some(v10.clone()) })), Box::new((E0::V0 { f0: Some(116i32) })), Box::new((S1 { f0: 72usize, f1: 37u64, f2: v10.clone() }))];
        for each in d24.iter() { println!("{} {}", each.label(), each.score()); }
        if Some(16i32).is_some() { break 'outv23 (u16::MIN ^ 109u16); }
        ((if false { 0x4b_i128 } else { (-24i128) }) as u16)
    }
    ;
}
fn section1() {
    let mut v25: (u64, Vec<u16>) = ((String::from(" pad ").repeat(0).len() as u64), vec![(0x62_u16).wrapping_add(56u16); 2]);
    let mut v26: E1 = (E1::V0 { f0: (0.0f64, (-76i32)) });
    let v27: bool = {
        let mut v28: S1 = (S1 { f0: (' ' as u32 as usize), f1: (((3u64).trailing_zeros() as u64)).wrapping_mul(19u64), f2: String::from("two words").repeat(2) });
        match v26.clone() {
            E1::V0 { f0: b29 } => {
                let b29: Vec<isize> = Vec::<isize>::new();
            }
            E1::V1(b30, b31) => {
                let mut v32: i32 = vec![((-29i32)).wrapping_mul(i32::MIN); 1].iter().fold((102i32 % ((-6i32) | 1)), |x, y| x.wrapping_mul(*y));
            }
        }
        (match (String::from("é日\t").len() as u8) { 0 | 7 => true, 1..=90 => (0x4b_i128 > i128::MAX), _ => false })
    }
    ;
    match E1::V1((0x6e_u64).wrapping_sub(45u64), (0x5a_i32, String::from(""))) {
        E1::V0 { f0: b33 } => {
            v25.0 = (u64::MIN).wrapping_add(u64::MIN);
        }
        E1::V1(b34, b35) => {
            let v36: Vec<isize> = [(if (i128::MAX == 107i128) { vec![26isize, isize::MIN] } else { vec![(-92isize); 2] }), vec![(-35isize), 6isize]].concat();
        }
    }
    if let Some(v37) = Some(Vec::<i32>::new()) { println!("some {v37:?}"); } else { println!("none"); }
    match v26.clone() {
        E1::V0 { f0: b38 } => {
            v25.0 = u64::MIN;
        }
        E1::V1(b39, b40) => {
            let v41: E1 = (E1::V0 { f0: (1e10f64, (match u8::MAX { 0 | 7 => i32::MIN, 1..=90 => 18i32, _ => (-21i32) })) });
        }
    }
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r42a = tokio::spawn(async move { sleep(Duration::from_millis(4097)).await; println!("task 1"); { sleep(Duration::from_millis(4096)).await; println!("task 1 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 1 step 1"); } { let t43: u32 = 65u32; u32::MIN } });
    let r42b = tokio::spawn(async move { let guard = noisy(2); sleep(Duration::from_millis(8194)).await; println!("task 2"); { sleep(Duration::from_millis(8192)).await; println!("task 2 step 0"); } vec![91u32, 82u32].iter().fold(95u32, |x, y| x.min(*y)) });
    let r42 = (r42b.await.ok(), r42a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r42, start.elapsed());
    let r44a = tokio::spawn(async move { sleep(Duration::from_millis(4100)).await; println!("task 3"); (u32::MIN + u32::MAX) });
    let r44b = tokio::spawn(async move { let guard = noisy(4); sleep(Duration::from_millis(4104)).await; println!("task 4"); u32::MIN });
    let r44 = (r44b.await.ok(), r44a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r44, start.elapsed());
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
