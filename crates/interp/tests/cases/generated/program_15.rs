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
struct S0 { f0: Vec<isize>, f1: Option<i32>, f2: String }
impl Score for S0 { fn score(&self) -> i64 { self.f0.len() as i64 + i64::from(self.f1.is_some()) + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: i32, f1: i32 }, V1 }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1 => 10 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: i32, p3: S0) -> S0 {
    if (('\n' as u32 as i32) > ((p2).count_ones() as i32)) {
        let d4: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: vec![isize::MAX, 35isize], f1: Some(p2), ..S0::default() })), Box::new((S0 { f0: vec![isize::MIN, (-6isize)], f1: None::<i32>, f2: String::from("quote\"") }))];
        for each in d4.iter() { println!("{} {}", each.label(), each.score()); }
        let f5 = |a6: f64| -> usize { ({ let t7: usize = 53usize; 106usize }).checked_rem(Some(0x32_usize).unwrap_or(92usize)).unwrap_or(92usize) };
        println!("{:?} {:?}", f5((u128::MAX as f64)), f5(1e10f64));
    }
    else {
        let v8: bool = ((!(!false)) && (true && vec![0x64_u64, u64::MIN].contains(&17u64)));
        let mut v9: String = (String::from("quote\"") + &(String::from("two words") + &String::from("two words")));
    }
    let v10: Vec<f64> = vec![(-2.25f64)];
    p3.clone()
}
fn function11(p12: f64, p13: i32, p14: i32) -> char {
    let mut q15: Vec<u8> = vec![27u8; 1];
    while let Some(v16) = q15.pop() {
        let v17: i32 = p13;
        println!("{} left", q15.len());
    }
    println!("{p12:5.3}");
    if true { return ((b'a' + (110u8 % 26)) as char); }
    ((b'a' + ((15u8).wrapping_add(74u8) % 26)) as char)
}
fn section0() {
    let mut v18 = ((0x21_usize).wrapping_add(0x54_usize) / ({ let t19: usize = (true as usize); t19 } | 1));
    let d20: Vec<Box<dyn Score>> = vec![Box::new(E0::V1), Box::new((E0::V0 { f0: i32::MAX, f1: i32::MAX }))];
    for each in d20.iter() { println!("{} {}", each.label(), each.score()); }
    if (((-73i32) == 0x1d_i32) || (true && true)) {
        'l22: for i21 in 0i32..=4 {
            let v23 = pick(&{ let mut sorted = vec![i21; 0]; sorted.sort(); sorted.dedup(); sorted }, Some(v18).unwrap_or(usize::MAX));
            println!("{}", show(&v23));
            let d24: Vec<Box<dyn Score>> = vec![Box::new(E0::V1)];
            for each in d24.iter() { println!("{} {}", each.label(), each.score()); }
            if (if false { false } else { true }) { continue 'l22; }
            println!("{v23:?}");
        }
        let v25: (E0, Option<String>) = ((E0::V0 { f0: None::<i32>.unwrap_or(51i32), f1: ((80i32).trailing_zeros() as i32) }), Some((String::from("two words") + &String::from("é日\t"))));
    }
    let f26 = |a27: i32| -> String { String::from("12").repeat(2).chars().rev().collect::<String>() };
    println!("{:?} {:?}", f26((14i32 / (59i32 | 1))), apply(&f26, 111i32));
    let mut q28: Vec<Option<u16>> = [Vec::<Option<u16>>::new(), vec![Some(31u16), None::<u16>]].concat().into_iter().skip(2).collect::<Vec<Option<u16>>>();
    while let Some(v29) = q28.pop() {
        match (E0::V0 { f0: 88i32, f1: 0x2a_i32 }) {
            E0::V0 { f0: b30, f1: b31 } => {
                let v32: E0 = (E0::V0 { f0: b30, f1: 76i32 });
            }
            E0::V1 => {
                let v29: Option<i32> = i32::try_from(((0x60_u128).abs_diff(u128::MIN) as u128)).ok();
            }
        }
        println!("{} left", q28.len());
    }
    let v33: char = ((b'a' + (((0x7a_u8).abs_diff(((79u8).abs_diff(0x7e_u8) as u8)) as u8) % 26)) as char);
    match noisy(1).0 { 2 => println!("same"), other => println!("other {other}") }
    let d35 = noisy(3);
    let d36 = pass(d35);
    let mut d37 = vec![noisy(5), noisy(6), noisy(7)];
    let kept: Vec<Noisy> = d37.into_iter().filter(|it| it.0 % 2 == 0).collect();
    println!("drops end");
}
fn section1() {
    println!("[{}]", ((b'a' + (17u8 % 26)) as char));
    for i38 in 0i32..=1 {
        let mut q39: Vec<char> = Vec::<char>::new();
        while let Some(v40) = q39.pop() {
            let mut v41: i32 = ((String::from("quote\"").len() as i32)).wrapping_sub(((i38 % (i38 | 1))).wrapping_add((82i32).wrapping_neg()));
            println!("{} left", q39.len());
        }
        for i42 in 0i32..=1 {
            let v43 = ((((13i32).trailing_zeros() as i32) / ((0.0f64 as i32) | 1))).wrapping_neg();
            let v43: i32 = i38;
            println!("{i38:#x}");
        }
        println!("{i38}|{i38}|{i38:+4}");
    }
    let mut v44: (Vec<String>, (i8, String)) = (vec![String::from("12"), String::from("12")], ((-90i8), String::from("")));
    if (E0::V1 == E0::V1) {
        let d45: Vec<Box<dyn Score>> = vec![Box::new(E0::V1), Box::new(E0::V1), Box::new((S0 { f0: vec![74isize, isize::MAX], f1: None::<i32>, f2: String::from("é日\t") }))];
        for each in d45.iter() { println!("{} {}", each.label(), each.score()); }
        let v44: u16 = 59u16;
    }
    else {
        v44.0 = [vec![String::from(" pad "), String::from("quote\"")], Vec::<String>::new()].concat();
        if let Some(v46) = Some((S0 { f0: vec![75isize, isize::MIN], f1: None::<i32>, ..S0::default() })) { println!("some {v46:?}"); } else { println!("none"); }
    }
    let f47 = |a48: u8| -> String { ((String::from("quote\"").len() as i8)).to_string() };
    println!("{:?} {:?}", f47(u8::MAX), f47(82u8));
    v44.0 = vec![String::from("é日\t"), String::from("Hello")];
    v44.0 = vec![String::from("12"), String::from("x,y,z"), String::from("quote\"")];
    let v49: Option<S0> = Some((S0 { f0: (if false { vec![isize::MAX, 77isize] } else { vec![53isize, 6isize] }), f1: Some(0x4c_i32).or(Some(0x36_i32)), f2: String::from("x,y,z").chars().filter(|it| it.is_alphanumeric()).collect::<String>() }));
    let v50: Option<u16> = None::<u16>.or(((String::from("Hello").len() as u16)).checked_sub(76u16));
    let v51 = (i32::MIN).wrapping_abs();
    let mut v52: Option<E0> = Some(E0::V1);
}
fn section2() {
    if (true || (true && false)) {
        match vec![97u32, 49u32].iter().fold((35u32).checked_rem(77u32).unwrap_or(7u32), |x, y| x.wrapping_mul(*y)) {
            n53 @ (0 | 37..=99) if Some(0x4d_isize).is_none() => {
                let v54: Vec<Option<usize>> = vec![3usize, 67usize].into_iter().map(|m55| Some(m55)).collect::<Vec<Option<usize>>>();
            }
            1..=17 => {
                println!("[{:?}]", (i128::MAX, String::from("")));
            }
            n53 => {
                println!("{n53:4}");
            }
        }
        let v57 = pick(&(0..0).map(|i56: usize| ((b'a' + (9u8 % 26)) as char)).collect::<Vec<char>>(), (75usize / (25usize | 1)));
        println!("{}", show(&v57));
    }
    else {
        println!("[{:?}]", String::from(" pad "));
        'l59: for i58 in (0i32..1).rev() {
            println!("[{:7x}]", (String::from("12").trim().replace("a", "<>").len() as i16));
            let f60 = |a61: usize| -> i64 { ((i64::MAX).wrapping_add(81i64) / ((i58 as i64) | 1)) };
            println!("{:?} {:?}", f60((String::from("é日\t").len() as usize)), f60(0x6a_usize));
            if (String::from("12") == String::from("two words")) { break 'l59; }
            println!("{i58}|{i58:é>2}|{i58}");
        }
    }
    println!("[{:3?}]", E0::V1);
    println!("[{:+7b}]", ((true as usize) & (114usize).min(usize::MIN)));
    println!("[{:?}]", ((-2.25f64), Some(String::from(" pad "))));
    if Some(0x41_i8).is_none() {
        let v62: i16 = {
            println!("[{:?}]", String::from("12"));
            println!("[{:3?}]", (u32::MIN, vec![66u16]));
            ((Vec::<i16>::new().iter().fold(0x28_i16, |x, y| x.min(*y))).abs_diff((i16::MAX).wrapping_sub(102i16)) as i16)
        }
        ;
        let v64 = pick(&vec![0x64_i32, 0x59_i32].into_iter().map(|m63| ((m63).abs_diff(m63) as i32)).collect::<Vec<i32>>(), usize::MAX);
        println!("{}", show(&v64));
    }
    else {
        let v65 = pick(&vec![(-78i32), i32::MAX], (86usize / (0x67_usize | 1)));
        println!("{}", show(&v65));
        for i66 in 0i32..2 {
            println!("[{:3.3}]", (0x65_i8).to_string());
            let i66: Option<f64> = None::<f64>;
            println!("[{:>1}]", (String::from("") + &String::from("quote\"")).split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";"));
        }
    }
    let mut d67 = noisy(8);
    d67 = noisy(9);
     {
        let d68 = d67;
        println!("inner {}", d68.0);
    }
    let mut d69 = Some(noisy(11));
    if let Some(inner) = &d69 { println!("look {}", inner.0); }
    println!("temporary {}", noisy(12).0);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r71 = tokio::join!(async { sleep(Duration::from_millis(1)).await; println!("task 1"); vec![70u32, u32::MAX].iter().fold(u32::MIN, |x, y| x.min(*y)) }, async { let guard = noisy(14); sleep(Duration::from_millis(4098)).await; println!("task 2"); { sleep(Duration::from_millis(4096)).await; println!("task 2 step 0"); } (!(78u32)) });
    println!("{:?} {:?}", r71, start.elapsed());
    let (tx, mut rx) = tokio::sync::mpsc::channel::<(bool, usize, Noisy)>(1);
    let sender = tokio::spawn(async move {
        sleep(Duration::from_millis(4)).await;
        for i in 0..3usize {
            if tx.send(((true && false), i, noisy(1500 + i as u32))).await.is_err() { println!("closed"); break; }
            println!("sent {i}");
            sleep(Duration::from_millis(8192)).await;
        }
        "sender done"
    }
    );
    let mut r72 = Vec::new();
    while let Some((value, i, thing)) = rx.recv().await {
        println!("received {value:?} {i} {}", thing.0);
        r72.push(i);
        if i == 1 { break; }
    }
    drop(rx);
    println!("{:?}", sender.await.ok());
    println!("{:?} {:?}", r72, start.elapsed());
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
