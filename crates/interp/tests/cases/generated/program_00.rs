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
struct S0 { f0: String }
impl Score for S0 { fn score(&self) -> i64 { self.f0.len() as i64 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: S0, f1: (i32, i16) }
impl Score for S1 { fn score(&self) -> i64 { 1 + 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: Vec<String>, f1: String }, V1 }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1 => 10 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: String) -> bool {
    let v3: E0 = (E0::V0 { f0: vec![p2.clone(), p2.clone()], f1: p2.clone().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").chars().rev().collect::<String>() });
    println!("[{:02?}]", Vec::<i32>::new());
    true
}
fn function4(p5: String) -> i32 {
    match Some((-65i32)).unwrap_or((i32::MAX).saturating_add(0x15_i32)) {
        n6 @ (0 | 37..=99) if (16i8 > i8::MIN) => {
            let v7: u8 = (64u8 % ((46u8).checked_div(77u8).unwrap_or(77u8) | 1));
        }
        1..=17 => {
            let mut v8: Option<Option<i32>> = Some(None::<i32>);
        }
        n6 => {
            println!("{n6:#x}");
        }
    }
    println!("[{}]", Some(50i32).is_some());
    (if (!false) { (109i32).wrapping_abs() } else { (' ' as u32 as i32) })
}
fn section0() {
    println!("[{}]", ((((-82i32)).wrapping_add((-13i32))).trailing_zeros() as i32));
    if let Some(v9) = None::<u16>.or(vec![76u16, 61u16].iter().rev().next().cloned()) { println!("some {v9:?}"); } else { println!("none"); }
    let mut q10: Vec<i32> = (0..4).map(|i12: usize| (95i32 & 80i32)).collect::<Vec<i32>>();
    while let Some(v11) = q10.pop() {
        println!("{v11}|{v11}");
        println!("{} left", q10.len());
    }
    let v13 = pick(&vec![String::from("-7"), String::from("Hello")], (105usize).wrapping_add(45usize));
    println!("{}", show(&v13));
    for i14 in (0i128..3).rev() {
        let mut v15: char = ((b'a' + ((((12u8).leading_zeros() as u8) / (Some(u8::MIN).unwrap_or(7u8) | 1)) % 26)) as char);
        'l17: for i16 in 0u8..=3 {
            let v18: Vec<u128> = (0..4).map(|i19: usize| ({ let t20: u128 = 29u128; 84u128 }).wrapping_add((match i16 { 0 | 7 => 116u128, 1..=90 => 86u128, _ => 25u128 }))).collect::<Vec<u128>>();
            let v21 = pick(&vec![21i32, 11i32], (50usize ^ 62usize));
            println!("{}", show(&v21));
            if (true || true) { continue 'l17; }
            println!("[{}]", ((81i8).wrapping_sub(29i8)).wrapping_mul((false as i8)));
        }
        println!("{i14:4o}|{i14}|{v15:<}");
    }
    let v22: i32 = 92i32;
}
fn section1() {
    let v23: (bool, i32) = 'outv23: {
        println!("[{:>4b}]", 112u128);
        let v25 = pick(&[vec![1e10f64, 3.0f64].into_iter().map(|m24| (S0 { f0: String::from("-7") })).collect::<Vec<S0>>(), vec![(S0 { f0: String::from("two words") }), (S0 { f0: String::from("quote\"") })]].concat(), (0x77_usize).checked_mul(94usize).unwrap_or(46usize));
        println!("{}", show(&v25));
        if (match 8u8 { 0 | 7 => false, 1..=90 => false, _ => true }) { break 'outv23 (true, i32::MAX); }
        ((!false), (if true { 49i32 } else { 117i32 }))
    }
    ;
    let mut q26: Vec<isize> = vec![51isize, (-44isize)];
    while let Some(v27) = q26.pop() {
        let v29 = pick(&(0..2).map(|i28: usize| (E0::V0 { f0: Vec::<String>::new(), f1: String::from("x,y,z") })).collect::<Vec<E0>>(), (match 104u8 { 0 | 7 => 73usize, 1..=90 => usize::MIN, _ => 70usize }));
        println!("{}", show(&v29));
        println!("{} left", q26.len());
    }
    let v30: f64 = loop {
        let d31: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("-7") })), Box::new((E0::V0 { f0: vec![String::from("two words"), String::from("Hello")], f1: String::from("two words") })), Box::new((S0 { ..S0::default() }))];
        for each in d31.iter() { println!("{} {}", each.label(), each.score()); }
        let d32: Vec<Box<dyn Score>> = vec![Box::new((S0 { ..S0::default() })), Box::new((S0 { f0: String::from("two words") }))];
        for each in d32.iter() { println!("{} {}", each.label(), each.score()); }
        break 0.0f64;
    }
    ;
    println!("{v23:?}|{v30:^.0}");
    let f33 = |a34: char| -> S1 { (S1 { f0: (S0 { f0: String::from(" pad ") }), f1: (29i32, i16::MIN) }) };
    println!("{:?} {:?}", f33(((b'a' + (73u8 % 26)) as char)), f33('\n'));
    let d35 = (noisy(1), 1);
    let d36 = (noisy(2), 2);
    let d37 = (noisy(3), 3);
    let d38 = Both { right: noisy(4), left: noisy(5) };
    let d38x = d38.left;
    let early40 = || -> u32 {
        let first = noisy(6);
        if false { return first.0; }
        let second = noisy(7);
        first.0 + second.0
    }
    ; println!("early {}", early40());
    let d41 = Both { right: noisy(8), left: noisy(9) };
    let Both { right, .. } = d41;
    drop(right);
    println!("drops end");
}
fn section2() {
    match ((('a' as u32 as u8)).abs_diff(u8::MIN) as u8) {
        n42 @ (0 | 30..=99) if (true || false) => {
            let v43: bool = (0..4).map(|i44: usize| false).collect::<Vec<bool>>().into_iter().map(|m45| vec!['日', '7'].into_iter().rev().collect::<Vec<_>>()).collect::<Vec<Vec<char>>>().contains(&vec!['Z', '\n'].into_iter().skip(3).collect::<Vec<char>>().into_iter().rev().collect::<Vec<_>>());
        }
        1..=10 => {
            println!("[{:3?}]", (match 112u8 { 0 | 7 => (E0::V0 { f0: Vec::<String>::new(), f1: String::from("quote\"") }), 1..=90 => (E0::V0 { f0: vec![String::from("é日\t"), String::from("Hello")], f1: String::from("a") }), _ => (E0::V0 { f0: Vec::<String>::new(), f1: String::from("a") }) }));
        }
        n42 => {
            println!("[{:^02x}]", { let t46: i128 = ((-45i128) % ((-39i128) | 1)); ('7' as u32 as i128) });
        }
    }
    let mut q47: Vec<E0> = vec![(E0::V0 { f0: vec![String::from("quote\""), String::from("Hello")], f1: String::from(" pad ") }), (E0::V0 { f0: vec![String::from("Hello"), String::from("quote\"")], f1: String::from("Hello") })];
    while let Some(v48) = q47.pop() {
        let v49: Vec<i32> = vec![0x77_i32, ((95i32).wrapping_mul((-50i32)) & (-28i32)), ((0.0f64 as i32) | (99i32 + 68i32))];
        println!("{} left", q47.len());
    }
    println!("[{:4.3}]", ((if false { 1.5f64 } else { (-0.0f64) })).ceil());
    'l51: for i50 in 0i32..4 {
        'l53: for i52 in 0u16..4 {
            let d54: Vec<Box<dyn Score>> = vec![Box::new((S1 { f0: (S0 { f0: String::from("Hello") }), ..S1::default() })), Box::new(E0::V1), Box::new((S0 { f0: String::from("-7") }))];
            for each in d54.iter() { println!("{} {}", each.label(), each.score()); }
            let mut v55: f64 = (i50 as f64);
            if (i50 < i50) { break 'l53; }
            println!("{i50:#b}|{i50:^6?}|{i52:03e}");
        }
        let mut v57: i32 = 12i32;
        if true { continue 'l51; }
        println!("[{:?}]", ((72i16).max(88i16) as f64));
    }
    if let Some(v59) = Some(61i32).map(|m58| (93i16).saturating_mul((-17i16))) { println!("some {v59:?}"); } else { println!("none"); }
    println!("[{:?}]", E0::V1);
    if true {
        println!("[{}]", (match ((0x57_u8).abs_diff(62u8) as u8) { 0 | 7 => false, 1..=90 => true, _ => true }));
        let v60: E0 = (if vec![96u16, 11u16].first().cloned().is_some() { E0::V1 } else { (E0::V0 { f0: vec![String::from(""), String::from(" pad ")], f1: String::from("é日\t") }) });
    }
    else {
        for i61 in 0u128..1 {
            let mut v62: Option<char> = Some(((b'a' + (0u8 % 26)) as char));
            println!("{:?}", v62.replace(((b'a' + (u8::MIN % 26)) as char)));
            println!("[{:?}]", (S0 { f0: String::from("a") }));
        }
        match E0::V1 {
            E0::V0 { f0: b63, f1: b64 } => {
                let v66 = pick(&(0..2).map(|i65: usize| (-112i64)).collect::<Vec<i64>>().into_iter().take(2).collect::<Vec<i64>>(), (usize::MAX).min(0xd_usize));
                println!("{}", show(&v66));
            }
            E0::V1 => {
                let v67: f64 = ((-0.0f64) - 0.0f64);
            }
        }
    }
    let d68: Vec<Box<dyn Score>> = vec![Box::new(E0::V1), Box::new((E0::V0 { f0: vec![String::from("12"), String::from("-7")], f1: String::from(" pad ") })), Box::new((S1 { f0: (S0 { f0: String::from("a") }), f1: (59i32, i16::MAX) }))];
    for each in d68.iter() { println!("{} {}", each.label(), each.score()); }
    let mut v69: (i32, Vec<isize>) = (i32::MIN, vec![isize::MIN, (-83isize)]);
    println!("{v69:#?}");
    let d70 = (noisy(10), 10);
    let early72 = || -> u32 {
        let first = noisy(11);
        if ((u16::MIN % (107u16 | 1)) <= ((114u16).abs_diff(31u16) as u16)) { return first.0; }
        let second = noisy(12);
        first.0 + second.0
    }
    ; println!("early {}", early72());
    let d73 = (noisy(13), 13);
    let d74 = noisy(14);
    let d75 = pass(d74);
    let d76 = move || { let whole = &d75; whole.0 };
    println!("captured {}", d76());
    let d77 = (noisy(17), 17);
    println!("drops end");
}
fn section3() {
    println!("[{}]", ((b'a' + ((true as u8) % 26)) as char));
    let f78 = |a79: u128| -> S0 { (if (if false { false } else { false }) { (S0 { ..S0::default() }) } else { (match 0x52_u8 { 0 | 7 => (S0 { f0: String::from("12") }), 1..=90 => (S0 { ..S0::default() }), _ => (S0 { f0: String::from("é日\t") }) }) }) };
    println!("{:?} {:?}", f78(((-45i16) as u128)), apply(&f78, 0x62_u128));
    println!("[{:7.3}]", ((1e-7f64).max((-0.0f64)) - 0.0f64));
    println!("[{}]", (((i32::MIN).count_ones() as i32) == i32::MIN));
    println!("[{:?}]", (S1 { f0: (S0 { f0: String::from("") }), f1: (23i32, (-109i16)) }));
    match (E0::V0 { f0: vec![String::from("a"); 1], f1: String::from("Hello").clone() }) {
        E0::V0 { f0: b80, f1: b81 } => {
            let f82 = |a83: char| -> Vec<f64> { vec![0x1d_i32, 89i32].into_iter().map(|m84| a83).collect::<Vec<char>>().into_iter().map(|m85| (1.5f64 + 1e10f64)).collect::<Vec<f64>>() };
            println!("{:?} {:?}", f82(((b'a' + (18u8 % 26)) as char)), apply(&f82, ' '));
        }
        E0::V1 => {
            let mut v86: isize = { let t87: isize = (if (false && true) { isize::MIN } else { (-59isize) }); ((vec![t87, t87].iter().fold(t87, |x, y| x.max(*y))).abs_diff((t87).rotate_right(4)) as isize) };
        }
    }
    let mut v88: (E0, Option<String>) = (E0::V1, (if (61i32 >= (-20i32)) { Some(String::from("é日\t")).or(Some(String::from(""))) } else { None::<String>.filter(|_| false) }));
    match ((if false { 29isize } else { (-23isize) })).max((0.1f64 as isize)) {
        n89 @ (0 | 25..=99) if (false || true) => {
            let mut v90: String = String::from("x,y,z").to_uppercase().repeat(0);
        }
        1..=5 => {
            match E0::V1 {
                E0::V0 { f0: b91, f1: b92 } => {
                    let mut v93: Vec<char> = vec![(if true { i8::MIN } else { 59i8 })].into_iter().map(|m94| ((b'a' + (u8::MIN % 26)) as char)).collect::<Vec<char>>();
                }
                E0::V1 => {
                    if let Some(v95) = Some(u8::MIN).filter(|_| (!true)) { println!("some {v95:?}"); } else { println!("none"); }
                }
            }
        }
        n89 => {
            println!("{n89}");
        }
    }
    'l97: for i96 in 0i64..=3 {
        let mut v98: String = format!("<{:05x}>", i32::MIN).chars().rev().collect::<String>().to_uppercase();
        let v100 = pick(&(0..1).map(|i99: usize| (S0 { ..S0::default() })).collect::<Vec<S0>>(), 0x5_usize);
        println!("{}", show(&v100));
        if (if false { false } else { false }) { break 'l97; }
        println!("{v98:^3}|{v100:02?}|{v100:02?}");
    }
    if let Some(v102) = Vec::<bool>::new().into_iter().map(|m101| (-79i32)).collect::<Vec<i32>>().first().cloned() { println!("some {v102:?}"); } else { println!("none"); }
    let d103 = noisy(18);
    let mut d104 = noisy(19);
    d104 = noisy(20);
    let d105 = noisy(21);
    match noisy(22).0 { 23 => println!("same"), other => println!("other {other}") }
    let _ = noisy(24);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r108 = tokio::select! {
        biased;
        v = async { let guard = noisy(25); sleep(Duration::from_millis(8193)).await; println!("task 1"); { let inner = noisy(26); sleep(Duration::from_millis(12288)).await; println!("task 1 step 0"); } (false as u32) } => (v, "left"),
        v = async { let guard = noisy(27); sleep(Duration::from_millis(4098)).await; println!("task 2"); ('Z' as u32 as u32) } => { println!("right"); (v, "right") }
    }
    ;
    println!("{:?} {:?}", r108, start.elapsed());
    let r109 = tokio::join!(async { sleep(Duration::from_millis(8196)).await; println!("task 3"); 111u32 }, async { let guard = noisy(29); sleep(Duration::from_millis(4104)).await; println!("task 4"); { let inner = noisy(30); sleep(Duration::from_millis(4096)).await; println!("task 4 step 0"); } 37u32 });
    println!("{:?} {:?}", r109, start.elapsed());
    let r110a = tokio::spawn(async move { let guard = noisy(31); sleep(Duration::from_millis(16)).await; println!("task 5"); u32::MAX });
    let r110b = tokio::spawn(async move { sleep(Duration::from_millis(32)).await; println!("task 6"); { sleep(Duration::from_millis(4096)).await; println!("task 6 step 0"); } 118u32 });
    let r110 = (r110b.await.ok(), r110a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r110, start.elapsed());
    let r111 = tokio::join!(async { let guard = noisy(33); sleep(Duration::from_millis(4160)).await; println!("task 7"); { let inner = noisy(34); sleep(Duration::from_millis(8192)).await; println!("task 7 step 0"); } { let inner = noisy(35); sleep(Duration::from_millis(12288)).await; println!("task 7 step 1"); } u32::MAX }, async { let guard = noisy(36); sleep(Duration::from_millis(8320)).await; println!("task 8"); { sleep(Duration::from_millis(12288)).await; println!("task 8 step 0"); } { sleep(Duration::from_millis(4096)).await; println!("task 8 step 1"); } (0x7d_u32).wrapping_mul(u32::MIN) });
    println!("{:?} {:?}", r111, start.elapsed());
    println!("{:?}", start.elapsed());
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    section("2", section2);
    section("3", section3);
    println!("== tasks");
    tasks().await;
    println!("end");
}
