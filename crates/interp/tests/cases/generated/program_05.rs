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
struct S1 { f0: String, f1: String, f2: String }
impl Score for S1 { fn score(&self) -> i64 { self.f0.len() as i64 + self.f1.len() as i64 + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: S1 }, V1(String, Vec<char>), V2 { f0: String, f1: S0 } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: i32, p3: i128, p4: E0) -> i32 {
    let d5: Vec<Box<dyn Score>> = vec![Box::new((S1 { f0: String::from(" pad "), f1: String::from("x,y,z"), ..S1::default() })), Box::new(E0::V1(String::from("two words"), vec!['\n', '日'])), Box::new((E0::V0 { f0: (S1 { f0: String::from(""), f1: String::from("-7"), ..S1::default() }) }))];
    for each in d5.iter() { println!("{} {}", each.label(), each.score()); }
    let v6 = pick(&vec![(-2.25f64), (-0.0f64)], (20usize * 75usize));
    println!("{}", show(&v6));
    if None::<u32>.or(Some(19u32)).is_some() { return (p2 >> 7); }
    ((i32::MAX).max(i32::MAX) | (-107i32))
}
fn function7(p8: i16) -> i32 {
    let p8: usize = (((b'a' + (70u8 % 26)) as char) as u32 as usize);
    let p8: Vec<u16> = vec![0x4f_u16, u16::MIN];
    if { let t9: bool = true; t9 } { return ((i32::MIN).count_ones() as i32); }
    (-9i32)
}
fn section0() {
    match (if vec![15i32, 39i32].contains(&104i32) { (0x1a_i32 / ((-14i32) | 1)) } else { i32::MIN }) {
        n10 @ (0 | 32..=99) if (true || false) => {
            'l12: for i11 in (0i32..1).rev() {
                let Some(v13) = (String::from("Hello").trim().parse::<u64>().ok().filter(|_| Some(vec![1.5f64, 3.0f64]).is_none())) else { continue };
                let mut v14: bool = false;
                if v14 { break 'l12; }
                println!("{n10:#x}|{n10}");
            }
        }
        1..=12 => {
            for i15 in (0i8..4).rev() {
                let v16 = pick(&vec![E0::V1(String::from("Hello"), vec![' ', 'a']), (E0::V2 { f0: String::from("-7"), f1: (S0 { f0: String::from("12") }) })], (6usize << 3));
                println!("{}", show(&v16));
                println!("{v16:3?}|{v16:02?}");
                println!("{i15}");
            }
        }
        n10 => {
            println!("[{}]", String::from("é日\t"));
        }
    }
    for i17 in (0i32..1).rev() {
        'l19: for i18 in (0u32..3).rev() {
            let mut v20: bool = (!((false || false) && Vec::<u128>::new().contains(&0x77_u128)));
            let f21 = |a22: bool| -> Option<String> { None::<i32>.map(|m23| (8u8).to_string()) };
            println!("{:?} {:?}", f21((v20 && v20)), f21(v20));
            if Some(i128::MAX).is_none() { continue 'l19; }
            println!("[{:#b}]", None::<i32>.unwrap_or((match u8::MAX { 0 | 7 => i17, 1..=90 => i17, _ => i32::MIN })));
        }
        let v24: (Option<i8>, S0) = ((match u8::MIN { 0 | 7 => None::<i8>, 1..=90 => Some(42i8), _ => Some(i8::MAX) }).filter(|_| true), (S0 { f0: String::from("é日\t").clone() }));
        println!("[{:?}]", (82i32).checked_sub(i17).map(|m25| (0.0f64).max(3.0f64)));
    }
    if let Some(v26) = None::<u32> { println!("some {v26:?}"); } else { println!("none"); }
    println!("[{:>7}]", true);
    match (-111i16) {
        n27 @ (0 | 34..=99) if (true && false) => {
            if let Some(v28) = Some([Vec::<u8>::new(), Vec::<u8>::new()].concat()) { println!("some {v28:?}"); } else { println!("none"); }
        }
        1..=14 => {
            println!("[{:?}]", (function1(99i32, i128::MAX, E0::V1(String::from(" pad "), vec!['\n', '\n']))).to_string());
        }
        n27 => {
            println!("[{:3?}]", (S0 { ..S0::default() }));
        }
    }
    let v29: S0 = (S0 { f0: String::from("quote\"") });
    for i30 in 0u32..=2 {
        let v31: i32 = (79i32 | (((74i32).count_ones() as i32) | function1(i32::MIN, i128::MIN, (E0::V0 { f0: (S1 { f0: String::from("Hello"), f1: String::from("12"), ..S1::default() }) }))));
        let f32 = |a33: f64| -> bool { vec![None::<i32>; 0].contains(&vec![v31, v31].iter().rev().next().cloned()) };
        println!("{:?} {:?}", f32(1e-7f64), f32(3.0f64));
        println!("[{:>02.3}]", ((-2.25f64)).abs());
    }
    let v34: String = format!("<{:?}>", (E0::V2 { f0: String::from("x,y,z"), f1: (S0 { f0: String::from("-7") }) }));
    let d35: Vec<Box<dyn Score>> = vec![Box::new((S1 { f0: String::from("-7"), f1: v34.clone(), ..S1::default() }))];
    for each in d35.iter() { println!("{} {}", each.label(), each.score()); }
    let d36 = (noisy(1), 1);
    let d37 = (noisy(2), 2);
    let d38 = Both { right: noisy(3), left: noisy(4) };
    let d38x = d38.left;
    println!("drops end");
}
fn section1() {
    let v39: Option<Option<String>> = vec![None::<String>, None::<String>].last().cloned();
    println!("[{:#?}]", E0::V1(String::from(""), vec!['日', ' ']));
    for i40 in 0i16..4 {
        let mut q41: Vec<(String, bool)> = Vec::<i8>::new().into_iter().map(|m43| (String::from("Hello"), true)).collect::<Vec<(String, bool)>>();
        while let Some(v42) = q41.pop() {
            println!("[{:#?}]", (E0::V0 { f0: (S1 { f0: String::from("-7"), f1: String::from("Hello"), f2: String::from("a") }) }));
            println!("{} left", q41.len());
        }
        if false {
            let d44: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("two words") })), Box::new((S1 { f0: String::from("Hello"), f1: String::from("two words"), ..S1::default() })), Box::new((match u8::MIN { 0 | 7 => (S0 { f0: String::from("a") }), 1..=90 => (S0 { f0: String::from("two words") }), _ => (S0 { f0: String::from("12") }) }))];
            for each in d44.iter() { println!("{} {}", each.label(), each.score()); }
            let f45 = |a46: u32| -> f64 { (-2.25f64) };
            println!("{:?} {:?}", f45((0.1f64 as u32)), apply(&f45, u32::MAX));
        }
        println!("[{:?}]", ((114u128).max(105u128), ((-17i32) as f64)));
    }
    let v47 = pick(&vec![(String::from("Hello") + &String::from("Hello")); 2], Some(77usize).unwrap_or(45usize));
    println!("{}", show(&v47));
    let f48 = |a49: isize| -> E0 { (E0::V2 { f0: String::from("a").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";"), f1: (S0 { f0: String::from("two words") }) }) };
    println!("{:?} {:?}", f48(((-1isize)).rotate_right(5)), apply(&f48, 97isize));
    let v50: i32 = (((-46i32) % (i32::MIN | 1)) >> 0);
}
fn section2() {
    println!("[{:?}]", E0::V1(String::from("a"), Vec::<char>::new()));
    println!("[{:02?}]", [(0..4).map(|i51: usize| (-113i32)).collect::<Vec<i32>>(), [vec![(-93i32), i32::MIN], Vec::<i32>::new()].concat()].concat());
    match ((0x2e_u64).wrapping_sub(72u64)).wrapping_add(38u64) {
        n52 @ (0 | 23..=99) if (0.0f64 == (-0.0f64)) => {
            println!("{n52}|{n52:.>03?}|{n52:#x}");
        }
        1..=3 => {
            'l54: for i53 in 0i32..3 {
                println!("{i53:08b}");
                let f55 = |a56: u64| -> u32 { ((107u32 as u64) as u32) };
                println!("{:?} {:?}", f55((u64::MAX).wrapping_add(51u64)), f55(83u64));
                if (!true) { continue 'l54; }
                println!("[{:7?}]", (isize::MAX >> 3));
            }
        }
        n52 => {
            println!("{n52}");
        }
    }
    let v59 = pick(&vec![i32::MAX, (-65i32)].into_iter().map(|m57| 58i16).collect::<Vec<i16>>().into_iter().map(|m58| (S0 { f0: String::from("é日\t") })).collect::<Vec<S0>>(), (usize::MAX * 3usize));
    println!("{}", show(&v59));
    'l61: for i60 in 0i32..=1 {
        println!("[{:?}]", (S1 { f0: String::from(" pad "), f1: String::from("two words").clone(), ..S1::default() }));
        let mut v62: String = String::from("quote\"").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").clone();
        if (None::<bool> == None::<bool>) { break 'l61; }
        println!("{i60:0}|{i60}");
    }
    let mut q63: Vec<i32> = vec![112i32, 0x30_i32];
    while let Some(v64) = q63.pop() {
        let v65: bool = vec![(-7isize), 86isize].contains(&(1e-7f64 as isize));
        println!("{} left", q63.len());
    }
    if { let t66: bool = Some(0x57_i128).is_none(); (i32::MAX != i32::MAX) } {
        'l68: for i67 in 0i32..=3 {
            let v69: f64 = (((i67 << 5) | (true as i32)) as f64);
            let mut v70: Vec<S1> = vec![(S1 { f0: String::from(" pad "), f1: String::from("quote\""), f2: String::from("quote\"") }), (S1 { f0: String::from("quote\""), f1: String::from("-7"), f2: String::from("é日\t") })];
            if (i67 != i67) { continue 'l68; }
            println!("[{:3?}]", Some(E0::V1(String::from(""), Vec::<char>::new())));
        }
        let v71: i32 = ((((0x23_i32).wrapping_shl(0)).abs_diff(((-42i32)).rotate_right(2)) as i32) * 47i32);
    }
    else {
        println!("{v59:3?}|{v59:?}");
        let mut q72: Vec<i32> = vec![97i32, 98i32].into_iter().take(3).collect::<Vec<i32>>().into_iter().rev().collect::<Vec<_>>();
        while let Some(v73) = q72.pop() {
            println!("[{:+0}]", ((u64::MIN).wrapping_add(84u64)).wrapping_add((if true { u64::MAX } else { 0x1d_u64 })));
            println!("{} left", q72.len());
        }
    }
    let mut q74: Vec<E0> = vec![(E0::V0 { f0: (S1 { f0: String::from("x,y,z"), f1: String::from("Hello"), f2: String::from("two words") }) }), (E0::V2 { f0: String::from("x,y,z"), f1: (S0 { ..S0::default() }) })].into_iter().rev().collect::<Vec<_>>();
    while let Some(v75) = q74.pop() {
        let v76: Option<Option<i32>> = Some(Some(82i32));
        println!("{} left", q74.len());
    }
    for i77 in 0i32..=3 {
        if (i77 == ((94i32).trailing_zeros() as i32)) {
            println!("[{:?}]", ((17i32 | i77)).checked_rem({ let t78: i32 = i77; t78 }));
            let mut v79: E0 = E0::V1((String::from("") + &String::from("")).chars().filter(|it| it.is_alphanumeric()).collect::<String>(), vec!['\n', ' ']);
        }
        match (E0::V0 { f0: (S1 { f0: String::from("é日\t"), f1: String::from("Hello"), f2: String::from("two words") }) }) {
            E0::V0 { f0: b80 } => {
                let f81 = |a82: i8| -> i32 { 23i32 };
                println!("{:?} {:?}", f81(28i8), f81(i8::MAX));
            }
            E0::V1(b83, b84) => {
                let d85: Vec<Box<dyn Score>> = vec![Box::new((E0::V2 { f0: String::from("a"), f1: (S0 { f0: b83.clone() }) })), Box::new((S0 { f0: b83.clone() }))];
                for each in d85.iter() { println!("{} {}", each.label(), each.score()); }
            }
            E0::V2 { f0: b86, f1: b87 } => {
                let mut v88: f64 = (((-2.25f64)).max(0.0f64) % (i32::MAX as f64));
            }
        }
        println!("{v59:02?}");
    }
    println!("[{:+7X}]", ((29i128).rotate_right(6) % ((0x31_i128).max(12i128) | 1)));
    let v89: String = String::from("é日\t").chars().filter(|it| it.is_alphanumeric()).collect::<String>().repeat(1).to_uppercase();
    let d90 = noisy(5);
    match noisy(6).0 { 7 => println!("same"), other => println!("other {other}") }
    let mut d92 = noisy(8);
    d92 = noisy(9);
    let mut d93 = Some(noisy(10));
    let taken = d93.take(); println!("{}", d93.is_none());
    let d94 = noisy(11);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r95 = tokio::join!(async { sleep(Duration::from_millis(8193)).await; println!("task 1"); { sleep(Duration::from_millis(8192)).await; println!("task 1 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 1 step 1"); } ((96u32).abs_diff(u32::MIN) as u32) }, async { let guard = noisy(13); sleep(Duration::from_millis(2)).await; println!("task 2"); (96u32).wrapping_add(27u32) });
    println!("{:?} {:?}", r95, start.elapsed());
    let r96 = tokio::join!(async { let guard = noisy(14); sleep(Duration::from_millis(4100)).await; println!("task 3"); { let inner = noisy(15); sleep(Duration::from_millis(8192)).await; println!("task 3 step 0"); } (55u32).wrapping_mul(18u32) }, async { let guard = noisy(16); sleep(Duration::from_millis(8200)).await; println!("task 4"); { sleep(Duration::from_millis(8192)).await; println!("task 4 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 4 step 1"); } (54u32).saturating_sub(14u32) });
    println!("{:?} {:?}", r96, start.elapsed());
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
