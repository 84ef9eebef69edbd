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
struct S0 { f0: Option<i8>, f1: Vec<i32>, f2: u16 }
impl Score for S0 { fn score(&self) -> i64 { i64::from(self.f0.is_some()) + self.f1.len() as i64 + (self.f2 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: u128 }, V1, V2 { f0: S0, f1: i32 }, V3(f64, i32) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1 => 10, E0::V2 { .. } => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: E0) -> Option<u64> {
    let v3 = pick(&[vec![i64::MAX, 35i64], Vec::<i64>::new().into_iter().rev().collect::<Vec<_>>()].concat(), (91usize).checked_mul(5usize).unwrap_or(29usize));
    println!("{}", show(&v3));
    let f4 = |a5: char| -> i32 { ((23i32 & (-15i32)) ^ ((i32::MIN).abs_diff(0x4f_i32) as i32)) };
    println!("{:?} {:?}", f4(((b'a' + (u8::MIN % 26)) as char)), apply(&f4, '\''));
    { let t6: Option<u64> = Some(0x1c_u64); None::<u64>.filter(|_| false) }
}
fn function7(p8: i64, p9: i128) -> String {
    let d10: Vec<Box<dyn Score>> = vec![Box::new((E0::V0 { f0: u128::MAX })), Box::new((E0::V0 { f0: 0x2e_u128 }))];
    for each in d10.iter() { println!("{} {}", each.label(), each.score()); }
    let f11 = |a12: isize| -> String { String::from("x,y,z").chars().filter(|it| it.is_alphanumeric()).collect::<String>() };
    println!("{:?} {:?}", f11(vec![4isize, 39isize].iter().fold(101isize, |x, y| x.wrapping_add(*y))), f11(116isize));
    String::from("12")
}
fn section0() {
    println!("[{:2}]", ((b'a' + (u8::MAX % 26)) as char));
    let d13: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: Some(0xa_i8), f1: vec![i32::MIN, i32::MAX], f2: 100u16 })), Box::new((E0::V0 { f0: u128::MAX }))];
    for each in d13.iter() { println!("{} {}", each.label(), each.score()); }
    println!("[{:3?}]", vec![15i32, 45i32]);
    println!("[{:5}]", '\'');
    let mut v14: String = String::from("Hello");
    let mut q15: Vec<E0> = vec![E0::V3(1e-7f64, 4i32)];
    while let Some(v16) = q15.pop() {
        v14 += &String::from(" pad ").to_uppercase();
        println!("{} left", q15.len());
    }
    let v17: E0 = (E0::V0 { f0: (!((u128::MAX).wrapping_mul(0x15_u128))) });
    match (36i32).wrapping_neg() {
        n18 @ (0 | 28..=99) if (false && true) => {
            let v19: String = {
                let v20: u8 = ((10u8).abs_diff(0x2c_u8) as u8);
                let d21: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: None::<i8>, f1: Vec::<i32>::new(), f2: 3u16 })), Box::new((E0::V0 { f0: 87u128 }))];
                for each in d21.iter() { println!("{} {}", each.label(), each.score()); }
                (v14.clone().chars().rev().collect::<String>() + &v14.clone().trim().replace("a", "<>"))
            }
            ;
        }
        1..=8 => {
            if (!Vec::<u64>::new().contains(&78u64)) {
                let mut v22: S0 = (S0 { f0: None::<i8>, f1: Vec::<i32>::new(), f2: 99u16 });
                let f23 = |a24: u16| -> Option<char> { vec![' ', 'é'].into_iter().take(1).collect::<Vec<char>>().last().cloned() };
                println!("{:?} {:?}", f23((if true { u16::MAX } else { 4u16 })), apply(&f23, u16::MAX));
            }
            else {
                let mut v25: (u32, i32) = (match ((0x17_u8 | u8::MAX)).saturating_add(('Z' as u32 as u8)) { 0 | 7 => (117u32, 55i32), 1..=90 => (54u32, 55i32), _ => (60u32, i32::MAX) });
                println!("{v17:02?}|{v17:?}");
            }
        }
        n18 => {
            println!("[{:#?}]", [vec![' ', ' '], vec!['\'', 'é']].concat().first().cloned());
        }
    }
    let v26 = pick(&vec![(S0 { f0: None::<i8>, f1: vec![(-110i32), i32::MIN], f2: 105u16 }), (S0 { f0: Some(i8::MAX), f1: vec![38i32, 0xc_i32], f2: 69u16 })], (0x3f_usize).checked_rem(113usize).unwrap_or(usize::MAX));
    println!("{}", show(&v26));
    println!("[{:?}]", ((-2.25f64) - (1e10f64 / 1e-7f64)));
    if Some(62u128).is_none() {
        for i27 in (0i64..3).rev() {
            let i27: S0 = (S0 { f0: Some(i8::MAX), f1: vec![72i32, 64i32], f2: u16::MAX });
            println!("{v14:?}|{v17:?}|{v26:#?}");
            println!("[{:?}]", E0::V3((match 118u8 { 0 | 7 => 0.0f64, 1..=90 => 1e-7f64, _ => 1.5f64 }), (87i32).wrapping_mul(0x79_i32)));
        }
        let v28: i32 = loop {
            println!("{v26:02?}");
            let v29 = pick(&vec![(S0 { f0: None::<i8>, f1: Vec::<i32>::new(), f2: u16::MAX }); 2], 95usize);
            println!("{}", show(&v29));
            break ((74i32).min(100i32)).wrapping_add(3i32);
        }
        ;
    }
    else {
        let mut q30: Vec<bool> = { let t32: Vec<bool> = vec![70i32, i32::MAX].into_iter().map(|m33| false).collect::<Vec<bool>>(); (0..4).map(|i34: usize| false).collect::<Vec<bool>>() };
        while let Some(v31) = q30.pop() {
            println!("{v14:>5}|{v31:8}|{v31}");
            println!("{} left", q30.len());
        }
        let v26: i128 = (i128::MIN ^ ((-39i128)).wrapping_add(112i128));
    }
    println!("temporary {}", noisy(1).0);
    let mut d36 = noisy(2);
    d36 = noisy(3);
    let early38 = || -> u32 {
        let first = noisy(4);
        if (true || { let t39: bool = false; t39 }) { return first.0; }
        let second = noisy(5);
        first.0 + second.0
    }
    ; println!("early {}", early38());
    match noisy(6).0 { 7 => println!("same"), other => println!("other {other}") }
    let d41 = move || { let whole = &d36; whole.0 };
    println!("captured {}", d41());
    let _ = noisy(9);
    let _ = noisy(10);
    println!("drops end");
}
fn section1() {
    let v44: i32 = {
        if let Some(v45) = (match (16u8).saturating_mul(118u8) { 0 | 7 => Some(vec![(-4i32), 0x10_i32]), 1..=90 => Some(vec![0x1a_i32, (-17i32)]).or(Some(vec![(-11i32), 0x56_i32])), _ => None::<Vec<i32>> }) { println!("some {v45:?}"); } else { println!("none"); }
        let mut q46: Vec<Vec<u64>> = vec![vec![0x3b_u64, 26u64]; 1];
        while let Some(v47) = q46.pop() {
            let Some(v48) = (Some(i8::MIN).filter(|_| true)) else { continue };
            println!("{} left", q46.len());
        }
        ((23i32 & i32::MIN)).wrapping_pow(2)
    }
    ;
    let mut v49: S0 = (S0 { f0: i8::try_from((false as isize)).ok(), f1: vec![v44, v44].into_iter().rev().collect::<Vec<_>>(), f2: (match ((-0.0f64) as u8) { 0 | 7 => 0x3f_u16, 1..=90 => (56u16).wrapping_add(7u16), _ => 71u16 }) });
    if false {
        let mut q50: Vec<Vec<bool>> = (0..3).map(|i52: usize| v44).collect::<Vec<i32>>().into_iter().map(|m53| vec![true, false]).collect::<Vec<Vec<bool>>>();
        while let Some(v51) = q50.pop() {
            let d54: Vec<Box<dyn Score>> = vec![Box::new(E0::V3(0.0f64, v44)), Box::new(v49.clone())];
            for each in d54.iter() { println!("{} {}", each.label(), each.score()); }
            println!("{} left", q50.len());
        }
        let v55: u128 = {
            let v56: i128 = (((i128::MIN).wrapping_abs()).rotate_right(4)).rotate_right(5);
            let mut v57: u64 = (((94u64).wrapping_add(101u64) & (39u64).wrapping_add(58u64))).wrapping_add(39u64);
            ((false as u128)).wrapping_add(None::<u128>.unwrap_or(u128::MAX))
        }
        ;
    }
    let f58 = |a59: i8| -> i32 { (None::<i32>.unwrap_or(v44) / ((90i32).wrapping_neg() | 1)) };
    println!("{:?} {:?}", f58((if true { (-12i8) } else { 0x58_i8 })), apply(&f58, 78i8));
    for i60 in 0i16..4 {
        let Some(v61) = (None::<i32>.filter(|_| (!false))) else { continue };
        let v61: String = String::from("-7").trim().replace("a", "<>").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
        println!("[{:<6}]", ((b'a' + (113u8 % 26)) as char));
    }
    if ((49i64, v44) == ((-79i64), v44)) {
        let mut v62: String = String::from("é日\t");
        let v63 = pick(&Vec::<Vec<String>>::new().into_iter().take(1).collect::<Vec<Vec<String>>>(), (91u16 as usize));
        println!("{}", show(&v63));
    }
    v49.f1 = (0..1).map(|i64: usize| v44).collect::<Vec<i32>>();
    let v49: Option<u64> = (101u64).checked_add((112u64).wrapping_add(114u64));
    let v49: i32 = (true as i32);
    let mut v65: Vec<i8> = { let mut sorted = vec![60i8, i8::MAX]; sorted.sort(); sorted.dedup(); sorted };
    if true {
        if let Some(first) = v65.first_mut() { *first = (String::from(" pad ").len() as i8); }
        if ((if true { false } else { false }) || None::<i16>.is_some()) {
            let mut v66: (char, Vec<i32>) = ('é', vec![v44, v44].into_iter().rev().collect::<Vec<_>>().into_iter().skip(2).collect::<Vec<i32>>());
            let v67: Option<bool> = None::<f64>.filter(|_| true).or(Some(1e-7f64)).map(|m68| ({ let t69: u16 = 74u16; 97u16 } == (m68 as u16)));
        }
    }
    else {
        println!("[{:#?}]", (S0 { f0: None::<i8>, f1: vec![50i32, v44], ..S0::default() }));
        for i70 in 0i64..2 {
            let mut v71: bool = (46u128 > ((('7' as u32 as u128)).abs_diff((0x45_u128).wrapping_add(83u128)) as u128));
            let v73 = pick(&{ let t72: Vec<i32> = { let mut sorted = Vec::<i32>::new(); sorted.sort(); sorted.dedup(); sorted }; [t72.clone(), t72.clone()].concat() }, (25usize).wrapping_add(usize::MAX));
            println!("{}", show(&v73));
            println!("{i70:08b}|{v44:+9}|{v71:8}");
        }
    }
    let _ = noisy(11);
    let mut d75 = Some(noisy(12));
    d75 = None; println!("cleared");
    let d76 = (noisy(13), 13);
    let d77 = (noisy(14), 14);
    let d78 = noisy(15);
    let d79 = noisy(16);
    println!("drops end");
}
fn section2() {
    let v80: Option<String> = Some(format!("<{:1}>", false));
    let v81 = pick(&{ let mut sorted = Vec::<i32>::new(); sorted.sort(); sorted.dedup(); sorted }.into_iter().skip(1).collect::<Vec<i32>>(), ((61usize).abs_diff(1usize) as usize));
    println!("{}", show(&v81));
    let v82: i32 = {
        let mut v83: Vec<char> = vec![((b'a' + ((!(30u8)) % 26)) as char); 1];
        let d84: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: None::<i8>, f1: Vec::<i32>::new(), f2: 23u16 })), Box::new((S0 { f0: Some((-56i8)), f1: vec![110i32, 14i32], f2: u16::MAX }))];
        for each in d84.iter() { println!("{} {}", each.label(), each.score()); }
        (-100i32)
    }
    ;
    let mut v85: i32 = v82;
    let v86 = pick(&vec![E0::V1, (E0::V2 { f0: (S0 { f0: None::<i8>, f1: vec![v82, v82], f2: u16::MIN }), f1: v82 })].into_iter().rev().collect::<Vec<_>>(), (22usize * usize::MAX));
    println!("{}", show(&v86));
    let d87 = noisy(17);
    let d88 = noisy(18);
    let _ = noisy(19);
    println!("temporary {}", noisy(20).0);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r91 = timeout(Duration::from_millis(22529), async move { sleep(Duration::from_millis(8193)).await; println!("task 1"); { let inner = noisy(22); sleep(Duration::from_millis(4096)).await; println!("task 1 step 0"); } (16u32).wrapping_add(5u32) }).await.ok();
    println!("{:?} {:?}", r91, start.elapsed());
    let r92 = tokio::select! {
        biased;
        v = async { sleep(Duration::from_millis(2)).await; println!("task 2"); (u32::MIN).max(u32::MIN) } => (v, "left"),
        v = async { let guard = noisy(24); sleep(Duration::from_millis(4)).await; println!("task 3"); (67u32).wrapping_add(u32::MAX) } => { println!("right"); (v, "right") }
    }
    ;
    println!("{:?} {:?}", r92, start.elapsed());
    let r93 = tokio::join!(async { sleep(Duration::from_millis(8200)).await; println!("task 4"); { let inner = noisy(26); sleep(Duration::from_millis(8192)).await; println!("task 4 step 0"); } (0x3c_u32 / (14u32 | 1)) }, async { let guard = noisy(27); sleep(Duration::from_millis(8208)).await; println!("task 5"); 16u32 });
    println!("{:?} {:?}", r93, start.elapsed());
    println!("{:?}", start.elapsed());
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    section("2", section2);
    println!("== tasks");
    tasks().await;
    println!("end");
}
