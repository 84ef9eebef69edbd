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
struct S1 { f0: String, f1: String }
impl Score for S1 { fn score(&self) -> i64 { self.f0.len() as i64 + self.f1.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1(String, isize), V2, V3(Vec<String>, f64) }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1(..) => 10, E0::V2 => 20, E0::V3(..) => 30 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: i32 }, V1(S0), V2, V3 }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10, E1::V2 => 20, E1::V3 => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: i32) -> S1 {
    let mut v3: Vec<S1> = vec![(S1 { f0: String::from("a"), ..S1::default() }), (S1 { f0: String::from("quote\""), f1: String::from("two words").repeat(1) }), (S1 { f0: String::from("é日\t"), f1: String::from("Hello") })];
    match ((0x47_i64).max(0x58_i64)).wrapping_add(5i64) {
        n4 @ (0 | 36..=99) if (!false) => {
            let mut v5: String = String::from("two words");
        }
        1..=16 => {
            let v3: E1 = E1::V3;
        }
        n4 => {
            println!("[{:02?}]", (3.0f64, (-113isize)));
        }
    }
    if ((p2 == p2) || None::<i32>.is_none()) { return (if true { (S1 { f0: String::from("12"), f1: String::from("é日\t") }) } else { (S1 { f0: String::from("-7"), f1: String::from("Hello") }) }); }
    (S1 { f0: String::from(""), f1: String::from(" pad ") })
}
fn function6(p7: E1) -> (f64, i32) {
    let mut v8: bool = (!(if (true || false) { (!true) } else { vec![65i32, 0x38_i32].contains(&16i32) }));
    println!("{p7:?}|{v8}");
    (1e-7f64, (-98i32))
}
fn function9(p10: Vec<bool>, p11: char, p12: Option<bool>) -> E0 {
    let p12: i32 = 52i32;
    let v13 = pick(&vec![String::from(" pad "), String::from("a")].into_iter().rev().collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>(), (match 36u8 { 0 | 7 => 90usize, 1..=90 => 91usize, _ => 103usize }));
    println!("{}", show(&v13));
    if ((false && false) || (i64::MAX == (-8i64))) { return E0::V2; }
    E0::V2
}
fn section0() {
    'l15: for i14 in 0u128..=2 {
        match E0::V2 {
            E0::V0 => {
                let mut v16 = ((i32::MIN).leading_zeros() as i32);
            }
            E0::V1(b17, b18) => {
                println!("{b18:-<e}|{i14}|{i14:#010x}");
            }
            E0::V2 => {
                let f19 = |a20: u32| -> E0 { E0::V3((match 6u8 { 0 | 7 => vec![String::from("é日\t"), String::from(" pad ")], 1..=90 => vec![String::from("a"), String::from(" pad ")], _ => vec![String::from("Hello"), String::from("12")] }), (62usize as f64)) };
                println!("{:?} {:?}", f19(26u32), f19(29u32));
            }
            E0::V3(b21, b22) => {
                println!("{i14:#b}|{b21:?}");
            }
        }
        println!("{i14:4b}|{i14:>0}|{i14:0e}");
        if true { continue 'l15; }
        println!("[{:^3x}]", i32::MAX);
    }
    let mut v23: char = ((b'a' + (0x1d_u8 % 26)) as char);
    let mut q24: Vec<Option<i32>> = vec![None::<i32>, None::<i32>].into_iter().rev().collect::<Vec<_>>();
    while let Some(v25) = q24.pop() {
        match (None::<i32>.unwrap_or(40i32)).wrapping_sub(114i32) {
            n26 @ (0 | 34..=99) if (87isize == (-5isize)) => {
                println!("{v25:3?}|{n26:09b}");
            }
            1..=14 => {
                v23 = ((b'a' + ((34u8 / (u8::MIN | 1)) % 26)) as char);
            }
            n26 => {
                println!("[{:08b}]", 0x56_i16);
            }
        }
        println!("{} left", q24.len());
    }
    v23 = ((b'a' + (74u8 % 26)) as char);
    let mut v27: Vec<char> = vec![v23, 'a'];
    let v28 = pick(&vec![E1::V3], (v23 as u32 as usize));
    println!("{}", show(&v28));
    let d29 = std::rc::Rc::new(noisy(1));
    let d29b = (d29.clone(), noisy(2));
    drop(d29);
    println!("shared {}", std::rc::Rc::strong_count(&d29b.0));
    let mut d30 = vec![noisy(3), noisy(4), noisy(5)];
    let last = d30.pop().map(|it| it.0); println!("{last:?}");
    let d31 = noisy(6);
    let d32 = noisy(7);
    println!("temporary {}", noisy(8).0);
    let d34 = Both { right: noisy(9), left: noisy(10) };
    println!("both {} {}", d34.left.0, d34.right.0);
    let d35 = Both { right: noisy(11), left: noisy(12) };
    let Both { right, .. } = d35;
    drop(right);
    println!("drops end");
}
fn section1() {
    for i36 in (0usize..4).rev() {
        println!("{i36}");
        if ((!false) || (false && true)) {
            println!("{i36}|{i36}");
            let d37: Vec<Box<dyn Score>> = vec![Box::new(E1::V3)];
            for each in d37.iter() { println!("{} {}", each.label(), each.score()); }
        }
        else {
            let Some(v39) = (vec![u128::MAX, 66u128].iter().nth(1).cloned().or(None::<i32>.map(|m38| 5u128))) else { break };
            let f40 = |a41: u32| -> (i32, u8) { (0x26_i32, 85u8) };
            println!("{:?} {:?}", f40(92u32), apply(&f40, 66u32));
        }
        println!("{i36}");
    }
    let v42 = pick(&vec![Vec::<u64>::new(), vec![u64::MAX, 90u64]], (match 96u8 { 0 | 7 => 50usize, 1..=90 => 0x36_usize, _ => 76usize }));
    println!("{}", show(&v42));
    let v44 = pick(&(0..3).map(|i43: usize| (-2.25f64)).collect::<Vec<f64>>(), 0x32_usize);
    println!("{}", show(&v44));
    let f45 = |a46: usize| -> S0 { (S0 { f0: String::from("a").chars().filter(|it| it.is_alphanumeric()).collect::<String>() }) };
    println!("{:?} {:?}", f45(93usize), apply(&f45, 71usize));
    'l48: for i47 in 0i128..=2 {
        for i49 in 0i8..=2 {
            println!("{i47:#x}|{i47:#010x}|{i49}");
            let d50: Vec<Box<dyn Score>> = vec![Box::new((S0 { ..S0::default() }))];
            for each in d50.iter() { println!("{} {}", each.label(), each.score()); }
            println!("{i47:^03e}|{i49:02}");
        }
        for i51 in 0u128..2 {
            let v52 = pick(&vec![isize::MAX; 3], (37usize).checked_mul(56usize).unwrap_or(75usize));
            println!("{}", show(&v52));
            println!("{v42:?}");
            println!("{v52:02?}");
        }
        if true { break 'l48; }
        println!("[{:8}]", true);
    }
    let mut q53: Vec<(i16, i32)> = vec![(0x44_i16, 67i32), (39i16, i32::MAX)];
    while let Some(v54) = q53.pop() {
        let mut v55: i32 = { let t56: i32 = ((-14i32) / ((i32::MIN).wrapping_add(112i32) | 1)); (((t56).abs_diff(t56) as i32) | ((t56).abs_diff(2i32) as i32)) };
        println!("{} left", q53.len());
    }
    let mut v57 = 31usize;
    let d58 = noisy(13);
    let d59 = noisy(14);
    let mut d60 = noisy(15);
    d60 = noisy(16);
    let d61 = noisy(17);
    let d62 = noisy(18);
    let _ = noisy(19);
    println!("drops end");
}
fn section2() {
    'l65: for i64 in (0i128..2).rev() {
        let mut v66: Vec<S1> = vec![(S1 { f0: String::from("two words"), f1: String::from("Hello") }), (S1 { f0: String::from("a"), f1: String::from("é日\t") })];
        let mut v67: E0 = E0::V3(vec![String::from("é日\t").repeat(1), String::from("two words"), String::from("two words")], 1e10f64);
        if (true || true) { break 'l65; }
        println!("{v66:02?}");
    }
    let mut q68: Vec<bool> = vec![false, true];
    while let Some(v69) = q68.pop() {
        let Some(v70) = (None::<E1>) else { break };
        println!("{} left", q68.len());
    }
    println!("[{:?}]", (if false { (S1 { f0: String::from("x,y,z"), f1: String::from(" pad ") }) } else { (match 68u8 { 0 | 7 => (S1 { f0: String::from(" pad "), f1: String::from("two words") }), 1..=90 => (S1 { f0: String::from("quote\""), f1: String::from(" pad ") }), _ => (S1 { f0: String::from(""), f1: String::from("x,y,z") }) }) }));
    let v71: Vec<bool> = 'outv71: {
        let mut q72: Vec<i8> = { let mut sorted = vec![96i8; 0]; sorted.sort(); sorted.dedup(); sorted };
        while let Some(v73) = q72.pop() {
            let d74: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: String::from("two words") })), Box::new(E1::V3), Box::new(E0::V2)];
            for each in d74.iter() { println!("{} {}", each.label(), each.score()); }
            println!("{} left", q72.len());
        }
        'l76: for i75 in 0isize..3 {
            let v77: String = String::from("two words").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").repeat(1).to_lowercase();
            let Some(v78) = (None::<Option<i32>>) else { break };
            if (if true { true } else { false }) { continue 'l76; }
            println!("{v78:?}|{i75:^05e}|{v77:<9}");
        }
        if Some(0x2e_i32).is_none() { break 'outv71 (0..3).map(|i79: usize| false).collect::<Vec<bool>>(); }
        vec![(if true { true } else { true })]
    }
    ;
    let d80: Vec<Box<dyn Score>> = vec![Box::new(E1::V3), Box::new(E0::V3(vec![String::from("a"), String::from("é日\t")], 1e-7f64))];
    for each in d80.iter() { println!("{} {}", each.label(), each.score()); }
    let mut v81: String = ((12isize).rotate_right(0)).to_string().split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
    let mut v82: bool = vec![i32::MIN, 98i32].into_iter().rev().collect::<Vec<_>>().into_iter().skip(0).collect::<Vec<i32>>().contains(&((if false { 21i32 } else { i32::MIN })).wrapping_neg());
    println!("{v71:02?}|{v81: >4}");
    'l84: for i83 in (0isize..4).rev() {
        let Some(v85) = (((87u16 % (u16::MAX | 1))).checked_mul((if v82 { u16::MIN } else { 39u16 }))) else { break };
        let mut q86: Vec<S1> = vec![(S1 { f0: v81.clone(), f1: String::from("é日\t") }), (S1 { f0: v81.clone(), f1: String::from(" pad ") })];
        while let Some(v87) = q86.pop() {
            let v89 = pick(&(0..3).map(|i88: usize| E0::V2).collect::<Vec<E0>>(), (!(0x6c_usize)));
            println!("{}", show(&v89));
            println!("{} left", q86.len());
        }
        if ((S1 { f0: String::from("12"), f1: v81.clone() }) == (S1 { f0: v81.clone(), ..S1::default() })) { continue 'l84; }
        println!("{v71:02?}|{v82}");
    }
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    section("2", section2);
    println!("end");
}
