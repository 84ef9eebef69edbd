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
struct S0 { f0: char, f1: String }
impl Score for S0 { fn score(&self) -> i64 { 1 + self.f1.len() as i64 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: Option<i32>, f1: i8 }
impl Score for S1 { fn score(&self) -> i64 { i64::from(self.f0.is_some()) + (self.f1 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1(String) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1(..) => 10 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0, V1(Vec<i16>), V2, V3(u32) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 => 0, E1::V1(..) => 10, E1::V2 => 20, E1::V3(..) => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: i64, p3: Option<i32>, p4: i32) -> u8 {
    let mut v5: S1 = (S1 { f0: ((p4).wrapping_sub(p4)).checked_mul(p3.unwrap_or(p4)), ..S1::default() });
    let d6: Vec<Box<dyn Score>> = vec![Box::new(E1::V2)];
    for each in d6.iter() { println!("{} {}", each.label(), each.score()); }
    u8::MIN
}
fn function7(p8: String, p9: Option<u32>) -> i32 {
    let p9: Option<i16> = (p8.clone() + &String::from("a")).trim().parse::<i16>().ok();
    if ((true || false) || ((-96i32) != 31i32)) {
        let v10: Vec<u8> = Vec::<u8>::new();
        let v11: i128 = (match (((u8::MIN * 7u8)).trailing_zeros() as u8) { 0 | 7 => i128::MAX, 1..=90 => i128::MIN, _ => i128::MIN });
    }
    if (Vec::<i32>::new().contains(&i32::MIN) || vec![i16::MIN, (-23i16)].contains(&0xf_i16)) { return (65i32).wrapping_add(7i32); }
    ((18i32).wrapping_add((-48i32)) | ((-38i32) >> 2))
}
fn function12(p13: S1, p14: Option<String>, p15: bool) -> i32 {
    println!("{p15:é>1}|{p14:02?}");
    let v17 = pick(&(0..0).map(|i16: usize| (if p15 { p15 } else { p15 })).collect::<Vec<bool>>(), (55usize).wrapping_mul(101usize));
    println!("{}", show(&v17));
    if ((p15 || p15) && (p15 || p15)) { return 60i32; }
    ((if false { (-40i32) } else { i32::MAX })).checked_rem((95u128 as i32)).unwrap_or(0x7a_i32)
}
fn section0() {
    let v19 = pick(&vec![38i32, 81i32].into_iter().map(|m18| (-0.0f64)).collect::<Vec<f64>>().into_iter().skip(3).collect::<Vec<f64>>(), (3.0f64 as usize));
    println!("{}", show(&v19));
    let mut v20: String = format!("<{:#?}>", E0::V1(String::from("Hello"))).chars().rev().collect::<String>();
    for i21 in 0u128..=3 {
        let v22 = pick(&vec![(0x48_i64).checked_mul(i64::MAX).unwrap_or((-35i64)); 0], 0x3c_usize);
        println!("{}", show(&v22));
        for i23 in (0i32..4).rev() {
            println!("{:?}", v20.pop());
            let i23: Option<String> = (0..1).map(|i24: usize| v20.clone()).collect::<Vec<String>>().iter().rev().next().cloned();
            println!("{v22:?}|{i21:08b}");
        }
        println!("{v19:#?}|{v20:6}|{v22:02?}");
    }
    match (((usize::MAX).wrapping_pow(6)).leading_zeros() as usize) {
        n25 @ (0 | 40..=99) if vec![(0x55_isize, v20.clone()), (9isize, v20.clone())].contains(&(40isize, v20.clone())) => {
            let n25: Vec<String> = vec![format!("<{:?}>", Some(v20.clone())), String::from("").chars().filter(|it| it.is_alphanumeric()).collect::<String>()];
        }
        1..=20 => {
            let d26: Vec<Box<dyn Score>> = vec![Box::new((S1 { f0: None::<i32>, f1: 0i8 }))];
            for each in d26.iter() { println!("{} {}", each.label(), each.score()); }
        }
        n25 => {
            println!("[{:?}]", vec![(S0 { f0: '\'', f1: v20.clone() }), (S0 { f0: 'a', f1: v20.clone() }), (S0 { f0: '7', f1: v20.clone() })]);
        }
    }
    let v27: char = '\n';
    let v28: f64 = (((-0.0f64)).max(3.0f64)).trunc();
    if let Some(v29) = vec![i32::MIN, i32::MIN].last().cloned() { println!("some {v29:?}"); } else { println!("none"); }
    if true {
        let v30: f64 = (({ let t31: i64 = (-7i64); (-89i64) }).rotate_left(3) as f64);
        for i32 in 0i32..=4 {
            let mut v33: String = v20.clone().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
            let Some(v34) = (Some(v30)) else { break };
            println!("[{:3?}]", None::<Option<i32>>);
        }
    }
    else {
        for i35 in 0i32..=2 {
            let v36: i32 = ((32i32).count_ones() as i32);
            let v37: isize = (((v27 as u32 as isize)).wrapping_add((-89isize)) % ((String::from("two words").repeat(0).len() as isize) | 1));
            println!("{i35}|{i35:8b}");
        }
        if Vec::<i128>::new().into_iter().rev().collect::<Vec<_>>().contains(&(if true { 47i128 } else { 11i128 })) {
            if let Some(v38) = Some((S0 { f0: v27, f1: v20.clone() })) { println!("some {v38:?}"); } else { println!("none"); }
            let v39: String = (if false { v20.clone().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").chars().rev().collect::<String>() } else { format!("<{}>", false).trim().replace("a", "<>") });
        }
        else {
            v20 += &String::from("").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
            let v40: Option<String> = Some(v20.clone());
        }
    }
}
fn section1() {
    let v41: Vec<i64> = loop {
        if true {
            let v42 = pick(&vec![vec![false, true], vec![false, true, false], vec![true, true]], (usize::MAX).checked_mul(usize::MIN).unwrap_or(114usize));
            println!("{}", show(&v42));
            println!("[{:?}]", (S1 { f0: Some(17i32), ..S1::default() }));
        }
        else {
            println!("[{:?}]", String::from("x,y,z").clone());
            println!("[{:02?}]", (S1 { f0: String::from("x,y,z").trim().parse::<i32>().ok(), f1: (0x73_i8 - 14i8) }));
        }
        println!("[{:#?}]", E1::V0);
        break vec![false, false].into_iter().map(|m43| 1.5f64).collect::<Vec<f64>>().into_iter().map(|m44| 0x57_i64).collect::<Vec<i64>>();
    }
    ;
    let mut v45: char = '日';
    { let read =  v45; v45 = read; }
    let mut v46: S0 = (S0 { f0: v45, f1: String::from(" pad ") });
    let v47: ((u8, usize), i32) = (((v45 as u32 as u8), { let t48: usize = 0x70_usize; t48 }), ((i32::MAX).wrapping_shl(2)).wrapping_add((true as i32)));
    let v49: usize = loop {
        if { let t50: bool = (!false); { let t51: bool = t50; t51 } } {
            let mut v52: u16 = 12u16;
            let f53 = |a54: i64| -> i32 { (function7(String::from("quote\""), None::<u32>)).wrapping_add((v45 as u32 as i32)) };
            println!("{:?} {:?}", f53(None::<i64>.unwrap_or(80i64)), f53(41i64));
        }
        match ((!(119u16)) as usize) {
            n55 @ (0 | 30..=99) if false => {
                let mut v56: String = ((41i16).max((i16::MAX | 104i16))).to_string();
            }
            1..=10 => {
                let mut v57: Vec<i32> = { let mut sorted = (match ((73u8).abs_diff(13u8) as u8) { 0 | 7 => vec![v45, 'é'].into_iter().map(|m58| i32::MAX).collect::<Vec<i32>>(), 1..=90 => [vec![(-13i32), 1i32], vec![63i32, 58i32]].concat(), _ => Vec::<i32>::new() }); sorted.sort(); sorted.dedup(); sorted };
            }
            n55 => {
                println!("[{:?}]", E1::V1(vec![(-96i16), (-50i16)].into_iter().skip(2).collect::<Vec<i16>>()));
            }
        }
        break String::from("-7").trim().parse::<usize>().ok().unwrap_or((1e-7f64 as usize));
    }
    ;
    let v59: (u8, i32) = loop {
        println!("{v49:#010x}");
        if (if Some(Some((-36i32))).is_some() { (true || true) } else { ((-91i64) != 20i64) }) {
            v46.f0 = v45;
            v46.f0 = ((b'a' + (None::<u8>.unwrap_or(19u8) % 26)) as char);
        }
        else {
            let v60: E1 = E1::V3(85u32);
            v45 = ((b'a' + (((u8::MAX).trailing_zeros() as u8) % 26)) as char);
        }
        break ((20u8 >> 2), (102i32).min((-66i32)));
    }
    ;
    println!("{v47:3?}|{v47:?}");
    for i61 in (0usize..3).rev() {
        let mut v62: S1 = { let t63: S1 = (S1 { f0: (0x41_i32).checked_div(i32::MIN), f1: (i8::MIN).wrapping_mul((-105i8)) }); (if false { (match 49u8 { 0 | 7 => t63.clone(), 1..=90 => t63.clone(), _ => t63.clone() }) } else { (S1 { f0: Some(13i32), f1: i8::MAX }) }) };
        let v65 = pick(&(0..4).map(|i64: usize| (1.5f64 + 0.0f64)).collect::<Vec<f64>>(), (usize::MIN & i61));
        println!("{}", show(&v65));
        println!("{v47:3?}|{v41:?}");
    }
    let v67 = pick(&(0..4).map(|i66: usize| (62i8).wrapping_neg()).collect::<Vec<i8>>(), v49);
    println!("{}", show(&v67));
    v46 = (S0 { f0: ((b'a' + (22u8 % 26)) as char), f1: (v45).to_string() });
    let mut q68: Vec<f64> = [(0..3).map(|i70: usize| 0.0f64).collect::<Vec<f64>>(), vec![(-2.25f64), 3.0f64].into_iter().rev().collect::<Vec<_>>()].concat();
    while let Some(v69) = q68.pop() {
        println!("{v69:.0}|{v41:?}|{v46:?}");
        println!("{} left", q68.len());
    }
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    println!("end");
}
