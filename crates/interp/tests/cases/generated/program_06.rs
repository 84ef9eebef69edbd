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
struct S0 { f0: i32, f1: f64, f2: u8 }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + 1 + (self.f2 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1((u8, u16)), V2 { f0: String } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1(..) => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: char, f1: bool }, V1(char, i32) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: String, p3: Option<i8>, p4: char) -> u32 {
    if false {
        let v5: i8 = 83i8;
        println!("{p3:?}|{p2}");
    }
    else {
        let mut v6: f64 = 1e-7f64;
        let v7 = ((!(false && true)) as u128);
    }
    println!("{p4}");
    if vec![(-2.25f64), 1e-7f64].into_iter().rev().collect::<Vec<_>>().contains(&(55u32 as f64)) { return (p2.clone().len() as u32); }
    u32::MIN
}
fn function9(p10: S0, p11: String) -> i8 {
    let mut v12: i32 = (if None::<i128>.is_none() { 47i32 } else { [vec![0x4f_i32, i32::MIN], vec![44i32, (-85i32)]].concat().iter().fold((-40i32), |x, y| x.max(*y)) });
    let v13: Vec<(String, i32)> = vec![85i8; 1].into_iter().map(|m14| (String::from("two words"), 108i32)).collect::<Vec<(String, i32)>>().into_iter().rev().collect::<Vec<_>>();
    (0x46_i8).saturating_add(((81i8).leading_zeros() as i8))
}
fn function15(p16: (String, bool), p17: Option<f64>, p18: u16) -> Option<i32> {
    println!("[{:?}]", None::<Vec<String>>);
    let p18: E0 = E0::V0;
    if ((usize::MAX).wrapping_add(49usize) > (usize::MIN).checked_mul(13usize).unwrap_or(107usize)) { return None::<i32>; }
    None::<i32>.or(Some(i32::MAX)).or(None::<i32>.filter(|_| false))
}
fn section0() {
    let mut v19: S0 = (S0 { f0: i32::MAX, f1: 3.0f64, f2: u8::MAX });
    'l21: for i20 in (0i64..2).rev() {
        match ((((-102i32)).abs_diff(43i32) as i32) & None::<i32>.unwrap_or(i32::MIN)) {
            n22 @ (0 | 35..=99) if (false || false) => {
                println!("{n22:+1x}|{n22:+06?}");
            }
            1..=15 => {
                let Some(v23) = (Some(v19.clone())) else { continue };
            }
            n22 => {
                println!("{n22}|{n22:#x}|{i20:-^+e}");
            }
        }
        let mut v24: Option<bool> = None::<bool>;
        if (true || true) { continue 'l21; }
        println!("{v24:?}|{v24:02?}|{i20}");
    }
    let mut v25: S0 = (S0 { f0: i32::MAX, f1: 1e-7f64, ..S0::default() });
    let v25: i32 = 26i32;
    let mut q26: Vec<u128> = vec![3u128];
    while let Some(v27) = q26.pop() {
        println!("[{:?}]", String::from(" pad "));
        println!("{} left", q26.len());
    }
    let mut v28: (S0, Option<char>) = ((S0 { f0: (v25).min(v25), f1: (1.5f64).trunc(), f2: ('\n' as u32 as u8) }), Some('日').filter(|_| true));
    match (v25).wrapping_sub((match 20u8 { 0 | 7 => 4i32, 1..=90 => v25, _ => i32::MAX })) {
        n29 @ (0 | 27..=99) if (0x43_u128 >= 68u128) => {
            let mut v30 = ((if true { 26isize } else { 115isize })).wrapping_abs();
        }
        1..=7 => {
            let v31: String = String::from("é日\t").clone();
        }
        n29 => {
            println!("{v19:?}");
        }
    }
    println!("{v28:?}");
    let v28: Option<u128> = None::<u128>;
    v19.f1 = ((63u64 as f64)).max(0.1f64);
}
fn section1() {
    'l33: for i32 in 0u16..=4 {
        match (if (56u128 <= u128::MIN) { ('\n' as u32 as i32) } else { i32::MIN }) {
            n34 @ (0 | 38..=99) if None::<i32>.is_some() => {
                let v35 = pick(&vec![(-54i16), 75i16], 103usize);
                println!("{}", show(&v35));
            }
            1..=18 => {
                let v36: E1 = E1::V1(((b'a' + ((String::from("x,y,z").len() as u8) % 26)) as char), 20i32);
            }
            n34 => {
                println!("{i32}|{i32:5e}");
            }
        }
        println!("{i32:#b}|{i32:7e}|{i32:04}");
        if false { break 'l33; }
        println!("{i32:07x}|{i32}");
    }
    let mut v37 = (((b'a' + ((u8::MAX).rotate_left(6) % 26)) as char) as u32 as i32);
    let mut q38: Vec<char> = vec!['Z', 'é'];
    while let Some(v39) = q38.pop() {
        let v40 = pick(&vec![true; 3], (106usize).wrapping_add(45usize));
        println!("{}", show(&v40));
        println!("{} left", q38.len());
    }
    if let Some(v41) = Some(vec![(-2.25f64), 1e-7f64].last().cloned()) { println!("some {v41:?}"); } else { println!("none"); }
    let v42: usize = (((b'a' + ((55u8 - 0x33_u8) % 26)) as char) as u32 as usize);
    let v43 = pick(&vec![(v37).wrapping_pow(2); 2], (!(v42)));
    println!("{}", show(&v43));
    let v43: E1 = (E1::V0 { f0: ((b'a' + (111u8 % 26)) as char), f1: (false && true) });
    let v44: E0 = E0::V0;
    println!("{v37:#010x}|{v43:?}|{v44:3?}");
    match (match (match 3u8 { 0 | 7 => 77u8, 1..=90 => 70u8, _ => 92u8 }) { 0 | 7 => (v37 as isize), 1..=90 => (match 0xa_u8 { 0 | 7 => (-19isize), 1..=90 => 40isize, _ => 2isize }), _ => (-80isize) }) {
        n45 @ (0 | 35..=99) if false => {
            if ((68i32).wrapping_mul(1i32) == 62i32) {
                println!("{v44:#?}|{v42:+2e}");
                let f46 = |a47: i8| -> i32 { ((v37).abs_diff((v37).wrapping_add(v37)) as i32) };
                println!("{:?} {:?}", f46(((-106i8)).min(0x16_i8)), f46((-60i8)));
            }
            else {
                let d48: Vec<Box<dyn Score>> = vec![Box::new(v44.clone())];
                for each in d48.iter() { println!("{} {}", each.label(), each.score()); }
                let d49: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: v37, f1: 1e-7f64, f2: u8::MIN })), Box::new((S0 { f0: v37, f1: (-0.0f64), f2: u8::MIN }))];
                for each in d49.iter() { println!("{} {}", each.label(), each.score()); }
            }
        }
        1..=15 => {
            let v50: i32 = {
                println!("[{}]", (((v37).abs_diff((-90i32)) as i32) as i32));
                let mut v51: S0 = (S0 { f0: ((v37 ^ v37)).wrapping_abs(), f1: ((((-102i32)).trailing_zeros() as i32) as f64), ..S0::default() });
                (0x3d_i32).wrapping_mul((v37 % (v37 | 1)))
            }
            ;
        }
        n45 => {
            println!("{v42}|{v43:02?}");
        }
    }
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    println!("end");
}
