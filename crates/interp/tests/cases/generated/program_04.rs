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
struct S0 { f0: Option<i32> }
impl Score for S0 { fn score(&self) -> i64 { i64::from(self.f0.is_some()) } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: S0 }
impl Score for S1 { fn score(&self) -> i64 { 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: usize, f1: String }, V1(S0), V2 { f0: u16, f1: i32 }, V3(u16) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 { .. } => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: f64, p3: u16) -> i32 {
    if (!(46u64 < 83u64)) {
        println!("[{:8b}]", ((if true { u32::MAX } else { 78u32 }) & 69u32));
        println!("{p2:2.3}|{p3}");
    }
    let v5 = pick(&[vec![E0::V1((S0 { f0: None::<i32> })); 3], { let t4: Vec<E0> = vec![(E0::V0 { f0: 0x48_usize, f1: String::from("quote\"") }), (E0::V2 { f0: p3, f1: (-49i32) })]; t4.clone() }].concat(), 73usize);
    println!("{}", show(&v5));
    if false { return (i32::MAX).checked_rem(i32::MAX).unwrap_or(92i32); }
    ((i32::MIN).wrapping_mul(i32::MAX) & (false as i32))
}
fn section0() {
    let mut q6: Vec<E0> = (0..1).map(|i8: usize| (E0::V2 { f0: 97u16, f1: 85i32 })).collect::<Vec<E0>>();
    while let Some(v7) = q6.pop() {
        let v9: Vec<f64> = (0..1).map(|i10: usize| (1e-7f64 * (1e10f64 * 1e10f64))).collect::<Vec<f64>>();
        println!("{} left", q6.len());
    }
    let v11: Option<usize> = Some(usize::MIN);
    let mut v12: String = String::from("a");
    let mut v13: (Vec<String>, String) = (vec![v12.clone(), v12.clone()], v12.clone());
    if let Some(v14) = Some(vec![27u32, 32u32].contains(&57u32)) { println!("some {v14:?}"); } else { println!("none"); }
}
fn section1() {
    let f15 = |a16: i64| -> i32 { ((a16).max(a16) as i32) };
    println!("{:?} {:?}", f15(((-0.0f64) as i64)), f15(i64::MAX));
    let v17: E0 = {
        if ((u16::MIN).wrapping_mul(0x7c_u16) < (71u16).wrapping_mul(14u16)) {
            let v18: i32 = (match (!((String::from("é日\t").len() as u8))) { 0 | 7 => ((u16::MIN).min(86u16) as i32), 1..=90 => (17i32).wrapping_sub(102i32), _ => 108i32 });
            let v19: String = String::from("12").trim().replace("a", "<>").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").trim().replace("a", "<>");
        }
        else {
            let mut v20: u128 = ((vec![46u128, 37u128].iter().fold(38u128, |x, y| x.max(*y))).saturating_mul((if true { 112u128 } else { 49u128 }))).wrapping_add((match (u8::MIN << 3) { 0 | 7 => (false as u128), 1..=90 => (29u128).wrapping_mul(44u128), _ => 15u128 }));
            v20 = ((0x4f_i128).max((-54i128)) as u128);
        }
        let mut v21: i32 = function1(1e-7f64, (((u16::MIN).wrapping_sub(111u16)).leading_zeros() as u16));
        E0::V1((S0 { ..S0::default() }))
    }
    ;
    let f23 = |a24: f64| -> Vec<u64> { Vec::<u64>::new() };
    println!("{:?} {:?}", f23((1.5f64).trunc()), apply(&f23, 3.0f64));
    let mut q25: Vec<i8> = vec![(-68i128), 0x7a_i128].into_iter().map(|m27| 27i8).collect::<Vec<i8>>().into_iter().skip(1).collect::<Vec<i8>>();
    while let Some(v26) = q25.pop() {
        println!("{v26}|{v26:^+0b}|{v17:#?}");
        println!("{} left", q25.len());
    }
    let v29 = pick(&vec![((b'a' + (77u8 % 26)) as char), { let t28: char = '\n'; t28 }, ((b'a' + (18u8 % 26)) as char)], (69usize ^ 33usize));
    println!("{}", show(&v29));
    let f30 = |a31: u64| -> u64 { ((44u64).wrapping_add(119u64)).checked_mul((a31).saturating_mul(a31)).unwrap_or(a31) };
    println!("{:?} {:?}", f30((62u64 >> 2)), f30(0x1b_u64));
    let d32 = noisy(1);
     {
        let d33 = d32;
        println!("inner {}", d33.0);
    }
    let early35 = || -> u32 {
        let first = noisy(3);
        if vec![(-27i32), 0x41_i32].contains(&((-0.0f64) as i32)) { return first.0; }
        let second = noisy(4);
        first.0 + second.0
    }
    ; println!("early {}", early35());
    match noisy(5).0 { 6 => println!("same"), other => println!("other {other}") }
    let d37 = noisy(7);
    let _ = noisy(8);
    let mut d39 = Some(noisy(9));
    d39 = None; println!("cleared");
    println!("drops end");
}
fn section2() {
    let f40 = |a41: i32| -> S0 { (S0 { f0: vec![a41, a41].last().cloned() }) };
    println!("{:?} {:?}", f40((38i32 - 101i32)), apply(&f40, 110i32));
    let mut v42: bool = (!false);
    let v43: bool = v42;
    match (E0::V2 { f0: 86u16, f1: ((-99i32)).max((-39i32)) }) {
        E0::V0 { f0: b44, f1: b45 } => {
            v42 = ((i32::MIN <= 0x29_i32) || v43);
        }
        E0::V1(b46) => {
            let mut v47: i128 = ((((i128::MAX).abs_diff((-27i128)) as i128)).min((10i128 ^ 0x15_i128))).wrapping_pow(2);
        }
        E0::V2 { f0: b48, f1: b49 } => {
            let v50: S1 = 'outv50: {
                let mut v51: bool = (((29u128).wrapping_add(93u128) < (v42 as u128)) && v43);
                let mut v52 = b49;
                if (v42 || v42) { break 'outv50 (S1 { ..S1::default() }); }
                (S1 { ..S1::default() })
            }
            ;
        }
        E0::V3(b53) => {
            v42 = v43;
        }
    }
    let v54: (f64, i32) = {
        if ((match 0x5f_u8 { 0 | 7 => v42, 1..=90 => v43, _ => v43 }) && (v43 || v43)) {
            v42 = Some(None::<isize>).is_some();
            let f55 = |a56: isize| -> Vec<u64> { { let t57: Vec<u64> = [vec![103u64, 116u64], vec![8u64, 37u64]].concat(); (0..3).map(|i58: usize| 102u64).collect::<Vec<u64>>() } };
            println!("{:?} {:?}", f55(((-99isize) ^ isize::MAX)), apply(&f55, 28isize));
        }
        else {
            if let Some(v59) = vec![(v42, '7'), (v42, ' ')].last().cloned().or(Some((v43, '7')).filter(|_| v43)) { println!("some {v59:?}"); } else { println!("none"); }
            let v60: E0 = (E0::V2 { f0: (!((34u16 & u16::MAX))), f1: vec![i32::MAX, (-98i32)].iter().fold((0x3f_i32).wrapping_abs(), |x, y| x.wrapping_mul(*y)) });
        }
        let v61: char = ((b'a' + ((if ((S0 { f0: None::<i32> }) == (S0 { f0: None::<i32> })) { 46u8 } else { u8::MAX }) % 26)) as char);
        ((1.5f64).max(1e-7f64), i32::MIN)
    }
    ;
    if v42 {
        { let read =  ((!v42) && false); v42 = read; }
        'l63: for i62 in (0i128..3).rev() {
            let i62: String = (((-99i32)).checked_div(88i32).unwrap_or(i32::MAX)).to_string();
            let mut v64: String = ((-86i32)).to_string();
            if (v43 || v42) { break 'l63; }
            println!("{v42:3}|{i62:?}");
        }
    }
    let mut v65: Vec<Option<u8>> = vec![(if (true || v42) { None::<u8> } else { Some(18u8) }); 2];
    let d66 = noisy(10);
    let d67 = pass(d66);
    let d68 = Both { right: noisy(12), left: noisy(13) };
    let Both { right, .. } = d68;
    drop(right);
    let early70 = || -> u32 {
        let first = noisy(14);
        if [vec![31u64, 69u64], vec![65u64, 119u64]].concat().contains(&('7' as u32 as u64)) { return first.0; }
        let second = noisy(15);
        first.0 + second.0
    }
    ; println!("early {}", early70());
    drop(d67);
    let d72 = std::rc::Rc::new(noisy(17));
    let d72b = (d72.clone(), noisy(18));
    drop(d72);
    println!("shared {}", std::rc::Rc::strong_count(&d72b.0));
    let d73 = noisy(19);
    println!("drops end");
}
fn section3() {
    match (-58i32) {
        n74 @ (0 | 21..=99) if vec![(-53i32), i32::MAX].contains(&96i32) => {
            println!("{n74}|{n74}|{n74:<01}");
        }
        1..=1 => {
            if (110i32 >= i32::MAX) {
                let f75 = |a76: i32| -> Vec<i32> { (match 1u8 { 0 | 7 => Vec::<f64>::new(), 1..=90 => vec![0.1f64, (-2.25f64)], _ => vec![1e10f64, 0.1f64] }).into_iter().map(|m77| (a76).wrapping_add(a76)).collect::<Vec<i32>>() };
                println!("{:?} {:?}", f75((-5i32)), f75(36i32));
                println!("[{:>}]", ({ let t78: char = '日'; 'Z' } as u32 as i32));
            }
        }
        n74 => {
            println!("[{:02?}]", E0::V1((S0 { f0: None::<i32> })));
        }
    }
    let d79: Vec<Box<dyn Score>> = vec![Box::new((S1 { ..S1::default() }))];
    for each in d79.iter() { println!("{} {}", each.label(), each.score()); }
    let v80 = pick(&Vec::<usize>::new().into_iter().skip(2).collect::<Vec<usize>>(), ((91usize).abs_diff(68usize) as usize));
    println!("{}", show(&v80));
    match (E0::V2 { f0: ((u16::MAX).leading_zeros() as u16), f1: (if true { i32::MIN } else { 21i32 }) }) {
        E0::V0 { f0: b81, f1: b82 } => {
            match ((-44i32)).rotate_right(6) {
                n83 @ (0 | 27..=99) if (!true) => {
                    let n83: u16 = ({ let t84: u16 = 85u16; t84 }).wrapping_sub((63u16).max(57u16));
                }
                1..=7 => {
                    let f85 = |a86: u64| -> char { '\n' };
                    println!("{:?} {:?}", f85((69u64).max(102u64)), f85(96u64));
                }
                n83 => {
                    println!("[{}]", ((b'a' + ((if false { u8::MIN } else { 60u8 }) % 26)) as char));
                }
            }
        }
        E0::V1(b87) => {
            let v88: Option<S1> = Some((S1 { f0: b87.clone() }));
        }
        E0::V2 { f0: b89, f1: b90 } => {
            let b90: Option<String> = Some(String::from("two words"));
        }
        E0::V3(b91) => {
            println!("{v80:02?}|{v80:#?}");
        }
    }
    println!("{v80:3?}|{v80:#?}|{v80:?}");
    if (Some(25u64).unwrap_or(4u64) < (73u64).rotate_left(3)) {
        let mut v92: String = String::from("a").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
        let mut v93: i32 = [(match u8::MAX { 0 | 7 => Vec::<i32>::new(), 1..=90 => vec![i32::MAX, i32::MAX], _ => vec![27i32, (-53i32)] }), vec![(-106i32); 0]].concat().iter().fold(0x4d_i32, |x, y| x.max(*y));
    }
    let v94: u64 = ((4u64).abs_diff(110u64) as u64);
    let v94: Option<i32> = None::<u16>.map(|m95| { let t96: i32 = 79i32; t96 });
    let mut q97: Vec<char> = vec![((b'a' + (46u8 % 26)) as char); 2];
    while let Some(v98) = q97.pop() {
        let f99 = |a100: f64| -> i32 { 119i32 };
        println!("{:?} {:?}", f99((0.1f64 / 1e10f64)), f99(1e-7f64));
        println!("{} left", q97.len());
    }
    let mut v101: S1 = (S1 { f0: (S0 { f0: v94 }) });
    v101.f0 = (S0 { f0: ((-19i32)).checked_mul((-59i32)) });
    let mut v102: Option<Option<i32>> = Some(3.0f64).map(|m103| { let t104: Option<i32> = v94; v94 }).filter(|_| ((u32::MAX <= 13u32) && (None::<String> == None::<String>)));
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r105a = tokio::spawn(async move { let guard = noisy(20); sleep(Duration::from_millis(4097)).await; println!("task 1"); 91u32 });
    let r105b = tokio::spawn(async move { sleep(Duration::from_millis(8194)).await; println!("task 2"); { sleep(Duration::from_millis(8192)).await; println!("task 2 step 0"); } Vec::<u32>::new().iter().fold(u32::MAX, |x, y| x.min(*y)) });
    tokio::task::yield_now().await;
    r105a.abort();
    let r105 = (r105b.await.ok(), r105a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r105, start.elapsed());
    let r106f = async { let guard = noisy(22); sleep(Duration::from_millis(4)).await; println!("task 3"); { sleep(Duration::from_millis(8192)).await; println!("task 3 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 3 step 1"); } (!(56u32)) };
    println!("not yet");
    let r106 = r106f.await;
    println!("{:?} {:?}", r106, start.elapsed());
    let r107f = async { sleep(Duration::from_millis(4104)).await; println!("task 4"); 16u32 };
    println!("not yet");
    let r107 = r107f.await;
    println!("{:?} {:?}", r107, start.elapsed());
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
