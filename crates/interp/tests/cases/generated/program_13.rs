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
struct S0 { f0: i32, f1: String, f2: bool }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + self.f1.len() as i64 + 1 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: u16 }
impl Score for S1 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: S0, f1: u16 }, V1(f64, S0), V2 { f0: char } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: Vec<String>) -> String {
    match i64::MIN {
        n3 @ (0 | 30..=99) if (false && true) => {
            let f4 = |a5: char| -> String { String::from("é日\t") };
            println!("{:?} {:?}", f4(((b'a' + (u8::MAX % 26)) as char)), apply(&f4, '\n'));
        }
        1..=10 => {
            println!("{p2:3?}");
        }
        n3 => {
            println!("[{:#?}]", E0::V1(1e10f64, (S0 { f0: 48i32, f1: String::from("é日\t"), f2: false })));
        }
    }
    match E0::V1((1e-7f64 / 0.0f64), (S0 { f0: (-31i32), f1: String::from("12"), f2: false })) {
        E0::V0 { f0: b6, f1: b7 } => {
            println!("{b7:>9e}");
        }
        E0::V1(b8, b9) => {
            if let Some(v10) = Some(70i32) { println!("some {v10:?}"); } else { println!("none"); }
        }
        E0::V2 { f0: b11 } => {
            let v12 = pick(&Vec::<i32>::new(), (11usize).saturating_sub(usize::MAX));
            println!("{}", show(&v12));
        }
    }
    String::from("x,y,z")
}
fn function13(p14: S0) -> Option<bool> {
    if let Some(v15) = Some(21i32) { println!("some {v15:?}"); } else { println!("none"); }
    let v16: S1 = {
        let mut v17: (i32, String) = (((1i32 >> 1)).wrapping_sub(i32::MAX), String::from("Hello").chars().filter(|it| it.is_alphanumeric()).collect::<String>());
        let v18: String = String::from("a");
        (S1 { f0: u16::MIN })
    }
    ;
    if ((true || true) || false) { return Some(true); }
    Some(true)
}
fn function19(p20: E0) -> Option<i16> {
    let v21: bool = None::<i64>.is_none();
    let mut q22: Vec<char> = vec![(-53i32), 2i32].into_iter().rev().collect::<Vec<_>>().into_iter().map(|m24| 'Z').collect::<Vec<char>>();
    while let Some(v23) = q22.pop() {
        let mut v25: u32 = (((0x69_i32 % ((-105i32) | 1)) as f64) as u32);
        println!("{} left", q22.len());
    }
    None::<i16>
}
fn section0() {
    if ((false && true) || None::<f64>.is_some()) {
        match ((-85i32)).checked_div((i32::MAX << 8)).unwrap_or((-18i32)) {
            n26 @ (0 | 40..=99) if vec![117i64, 46i64].contains(&77i64) => {
                let v27: bool = true;
            }
            1..=20 => {
                println!("[{:3?}]", None::<E0>);
            }
            n26 => {
                println!("[{:?}]", ((S0 { f0: n26, f1: String::from("Hello"), f2: false }), { let t28: isize = 69isize; isize::MIN }));
            }
        }
        let v29: i8 = loop {
            let d30: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: 0x6d_i32, f1: String::from("x,y,z"), f2: false })), Box::new((E0::V2 { f0: '7' })), Box::new((S1 { f0: 31u16 }))];
            for each in d30.iter() { println!("{} {}", each.label(), each.score()); }
            let mut v31: i8 = (true as i8);
            break (((0x67_i8).count_ones() as i8) ^ (67i8).wrapping_neg());
        }
        ;
    }
    else {
        for i32 in (0u64..3).rev() {
            let f33 = |a34: i32| -> bool { ((a34).wrapping_shl(4) == a34) };
            println!("{:?} {:?}", f33(28i32), f33(2i32));
            println!("[{:?}]", E0::V1((0.0f64).min(3.0f64), (S0 { f0: 31i32, f1: String::from(""), f2: true })));
            println!("[{:0>5X}]", i16::MIN);
        }
        println!("[{:?}]", vec![(S0 { f0: i32::MAX, f1: String::from("two words"), f2: true }), (S0 { f0: 34i32, f1: String::from("12"), f2: false })].iter().rev().next().cloned());
    }
    let v35: (S1, String) = ((S1 { f0: u16::MIN }), String::from("two words").chars().filter(|it| it.is_alphanumeric()).collect::<String>().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";"));
    'l37: for i36 in (0i32..2).rev() {
        let v38: i32 = loop {
            println!("[{:02x}]", 35i64);
            let d39: Vec<Box<dyn Score>> = vec![Box::new(E0::V1(1.5f64, (S0 { f0: 29i32, f1: String::from("é日\t"), f2: false })))];
            for each in d39.iter() { println!("{} {}", each.label(), each.score()); }
            break i36;
        }
        ;
        let mut v40: Vec<u16> = { let t41: Vec<u16> = (match 18u8 { 0 | 7 => vec![118u16, 45u16], 1..=90 => vec![u16::MIN, 51u16], _ => Vec::<u16>::new() }); t41.clone() }.into_iter().take(3).collect::<Vec<u16>>();
        if (!true) { continue 'l37; }
        println!("{v38}|{i36:o}");
    }
    let mut v42: S0 = (S0 { f0: (-85i32), f1: String::from("a"), f2: false });
    for i43 in 0i8..2 {
        for i44 in 0i8..=1 {
            let d45: Vec<Box<dyn Score>> = vec![Box::new(E0::V1(0.1f64, v42.clone()))];
            for each in d45.iter() { println!("{} {}", each.label(), each.score()); }
            let d46: Vec<Box<dyn Score>> = vec![Box::new(v42.clone()), Box::new((E0::V2 { f0: '日' }))];
            for each in d46.iter() { println!("{} {}", each.label(), each.score()); }
            println!("{v35:?}");
        }
        let mut v47: u64 = (14u64 + (41i32 as u64));
        println!("[{:3?}]", Some((String::from("-7"), 'é')));
    }
    v42.f0 = ('a' as u32 as i32);
    let v48: isize = (((1.5f64 - 0.1f64) as isize)).max(((0x2_isize).wrapping_mul((-21isize))).wrapping_abs());
    let v51 = pick(&{ let t49: Vec<char> = { let t50: Vec<char> = vec![' ', 'é']; t50.clone() }; vec!['a', '日', '7'] }, (9usize).wrapping_pow(0));
    println!("{}", show(&v51));
    for i52 in 0i32..=2 {
        for i53 in (0i32..4).rev() {
            let f54 = |a55: u8| -> i32 { { let t56: i32 = ((-76i32)).min(i52); (true as i32) } };
            println!("{:?} {:?}", f54(46u8), apply(&f54, 54u8));
            let Some(v57) = (None::<i32>) else { continue };
            println!("[{:?}]", E0::V1(1e-7f64, (S0 { f0: v57, f1: String::from("-7"), f2: true })));
        }
        let i52: Option<u8> = u8::try_from((!(24u8))).ok();
        println!("{v42:#?}");
    }
}
fn section1() {
    let f58 = |a59: i32| -> Option<u8> { u8::try_from(92usize).ok().or(String::from("12").trim().parse::<u8>().ok()) };
    println!("{:?} {:?}", f58(Some(i32::MIN).unwrap_or(i32::MAX)), f58(i32::MAX));
    if let Some(v60) = String::from("a").trim().parse::<i32>().ok() { println!("some {v60:?}"); } else { println!("none"); }
    let mut v61: E0 = E0::V1(((1.5f64).trunc()).round(), (S0 { f0: (false as i32), f1: String::from("-7").repeat(0), f2: true }));
    for i62 in 0i32..1 {
        'l64: for i63 in 0isize..=1 {
            let i63: i32 = ((i62 ^ i62)).wrapping_neg();
            let d65: Vec<Box<dyn Score>> = vec![Box::new((E0::V2 { f0: '日' }))];
            for each in d65.iter() { println!("{} {}", each.label(), each.score()); }
            if (if false { true } else { true }) { continue 'l64; }
            println!("{i63:08b}");
        }
        let i62: i64 = (-84i64);
        println!("{v61:?}|{i62}");
    }
    let v66: u16 = loop {
        let v67: E0 = E0::V1((-0.0f64), (S0 { f0: 63i32, f1: String::from("-7").clone(), f2: (i32::MIN > i32::MAX) }));
        if Some((-85i32)).is_none() {
            let v68: i32 = (((String::from("-7").len() as i32)).abs_diff((-34i32)) as i32);
            let mut v69: Vec<String> = Vec::<String>::new();
        }
        else {
            println!("{v67:3?}|{v61:?}|{v61:?}");
            println!("{v61:?}|{v61:#?}|{v67:#?}");
        }
        break ((u16::MAX).wrapping_sub(114u16)).saturating_mul(((-0.0f64) as u16));
    }
    ;
    if true {
        let mut v70: String = ((String::from("") + &String::from("-7")) + &String::from("12").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";")).chars().rev().collect::<String>();
        println!("[{:3.0}]", v70.clone().chars().rev().collect::<String>().chars().rev().collect::<String>());
    }
    else {
        let mut q71: Vec<String> = vec![String::from("12"), String::from("quote\"")];
        while let Some(v72) = q71.pop() {
            let mut v73: Option<Vec<String>> = None::<Vec<String>>;
            println!("{} left", q71.len());
        }
        println!("{v61:?}");
    }
    let mut v74: u32 = ((u32::MAX).abs_diff(Vec::<u32>::new().into_iter().skip(3).collect::<Vec<u32>>().iter().fold(((-17i32) as u32), |x, y| x.max(*y))) as u32);
    let mut q75: Vec<E0> = [vec![v61.clone()], vec![v61.clone(), (E0::V2 { f0: 'a' })].into_iter().rev().collect::<Vec<_>>()].concat();
    while let Some(v76) = q75.pop() {
        if (match ((31u8).count_ones() as u8) { 0 | 7 => true, 1..=90 => false, _ => true }) {
            let v77: i128 = (if false { 52i128 } else { (String::from("a").len() as i128) });
            v61 = (E0::V2 { f0: '\'' });
        }
        println!("{} left", q75.len());
    }
    if (String::from("two words").repeat(0) == String::from("x,y,z").trim().replace("a", "<>")) {
        let mut q78: Vec<String> = vec![String::from("é日\t"), String::from("x,y,z").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";")];
        while let Some(v79) = q78.pop() {
            let v79: i32 = i32::MAX;
            println!("{} left", q78.len());
        }
        if false {
            let mut v80 = (((113i64).wrapping_mul((-41i64))).checked_mul(i64::MAX).unwrap_or(118i64)).wrapping_mul(i64::MIN);
            let v81: Vec<(String, u128)> = Vec::<(String, u128)>::new().into_iter().skip(1).collect::<Vec<(String, u128)>>();
        }
        else {
            v74 = ((99u8).wrapping_mul(82u8) as u32);
            { let read =  None::<u32>.unwrap_or(v74); v74 += read; }
        }
    }
    else {
        let mut q82: Vec<E0> = vec![i8::MIN, (-112i8)].into_iter().map(|m84| (if false { v61.clone() } else { v61.clone() })).collect::<Vec<E0>>();
        while let Some(v83) = q82.pop() {
            let v86 = pick(&vec![0x10_i32, (-0i32)].into_iter().map(|m85| Vec::<i32>::new().iter().fold(m85, |x, y| x.wrapping_mul(*y))).collect::<Vec<i32>>(), 22usize);
            println!("{}", show(&v86));
            println!("{} left", q82.len());
        }
        let v87: String = String::from("12");
    }
    let v88: E0 = E0::V1((1.5f64).max(0.1f64), (S0 { f0: (i32::MAX).signum(), f1: String::from(" pad ").chars().rev().collect::<String>(), f2: (17i32 >= 36i32) }));
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r89 = tokio::join!(async { let guard = noisy(1); sleep(Duration::from_millis(4097)).await; println!("task 1"); ((70u32).leading_zeros() as u32) }, async { sleep(Duration::from_millis(4098)).await; println!("task 2"); (false as u32) });
    println!("{:?} {:?}", r89, start.elapsed());
    let r90 = tokio::select! {
        biased;
        v = async { let guard = noisy(3); sleep(Duration::from_millis(4)).await; println!("task 3"); Some(0x3_u32).unwrap_or(u32::MIN) } => (v, "left"),
        v = async { let guard = noisy(4); sleep(Duration::from_millis(8200)).await; println!("task 4"); { sleep(Duration::from_millis(8192)).await; println!("task 4 step 0"); } { sleep(Duration::from_millis(4096)).await; println!("task 4 step 1"); } 107u32 } => { println!("right"); (v, "right") }
    }
    ;
    println!("{:?} {:?}", r90, start.elapsed());
    let r91a = tokio::spawn(async move { let guard = noisy(5); sleep(Duration::from_millis(8208)).await; println!("task 5"); None::<u32>.unwrap_or(89u32) });
    let r91b = tokio::spawn(async move { sleep(Duration::from_millis(32)).await; println!("task 6"); { sleep(Duration::from_millis(12288)).await; println!("task 6 step 0"); } u32::MAX });
    let r91 = (r91b.await.ok(), r91a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r91, start.elapsed());
    let r92 = timeout(Duration::from_millis(2049), async move { let guard = noisy(7); sleep(Duration::from_millis(64)).await; println!("task 7"); { let inner = noisy(8); sleep(Duration::from_millis(8192)).await; println!("task 7 step 0"); } (u32::MIN).wrapping_mul(53u32) }).await.ok();
    println!("{:?} {:?}", r92, start.elapsed());
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
