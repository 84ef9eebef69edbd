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
struct S0 { f0: i32, f1: i16 }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + (self.f1 as i64 % 1000) } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1, V2 }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1 => 10, E0::V2 => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
fn function1(p2: S0, p3: String) -> bool {
    let v4: Option<u32> = (if ((1e-7f64, p3.clone()) == (0.0f64, p3.clone())) { None::<i32>.map(|m5| 52u32).filter(|_| Some(99isize).is_none()) } else { vec![u32::MAX, 52u32].iter().rev().next().cloned().or(None::<u32>) });
    let v6: S0 = (S0 { f0: ((0x73_i32).abs_diff((i32::MAX & 18i32)) as i32), f1: (0x59_i16).wrapping_add((48i16).saturating_mul(45i16)) });
    vec![(-37i32), (-78i32)].contains(&0x5_i32)
}
fn function7(p8: S0, p9: bool) -> E0 {
    let p9: (u128, i32) = ((if false { 60u128 } else { 81u128 }), ((75i32).abs_diff((-69i32)) as i32));
    for i10 in (0u64..4).rev() {
        let i10: (i32, f64) = ((-3i32), (-2.25f64));
        let d11: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: i32::MIN, ..S0::default() })), Box::new(E0::V2), Box::new((S0 { f0: 88i32, f1: i16::MAX }))];
        for each in d11.iter() { println!("{} {}", each.label(), each.score()); }
        println!("{p8:#?}|{p8:02?}");
    }
    E0::V1
}
fn function12(p13: S0, p14: (String, String), p15: Option<i32>) -> i32 {
    if { let mut sorted = Vec::<i32>::new(); sorted.sort(); sorted.dedup(); sorted }.contains(&(0x42_i32 + i32::MIN)) {
        if let Some(v16) = { let mut sorted = vec![95i64, (-82i64)]; sorted.sort(); sorted.dedup(); sorted }.last().cloned() { println!("some {v16:?}"); } else { println!("none"); }
        let f17 = |a18: f64| -> bool { ((i32::MAX, 58isize) == (58i32, (-87isize))) };
        println!("{:?} {:?}", f17((-2.25f64)), apply(&f17, 0.1f64));
    }
    'l20: for i19 in 0u64..=1 {
        let i19: u64 = i19;
        let mut v21: u64 = (!((!((i19).wrapping_mul(i19)))));
        if (true && false) { continue 'l20; }
        println!("[{:?}]", format!("<{:?}>", Some(false)));
    }
    if true { return (-114i32); }
    ((61i32).wrapping_sub(56i32)).wrapping_sub((i32::MAX).wrapping_add(89i32))
}
fn section0() {
    let mut v23: Vec<S0> = vec![(S0 { f0: (-60i32), f1: i16::MIN }), (S0 { f0: 38i32, f1: 100i16 })];
    let v24: i32 = (((-109i16)).to_string().trim().replace("a", "<>").len() as i32);
    let f25 = |a26: i32| -> String { ({ let t27: i32 = v24; t27 }).to_string() };
    println!("{:?} {:?}", f25(v24), f25(v24));
    let v28: Vec<i32> = (if vec![v24, v24, 109i32].contains(&v24) { vec![v24, v24].into_iter().rev().collect::<Vec<_>>() } else { Vec::<i32>::new().into_iter().map(|m29| ('\'' as u32 as i32)).collect::<Vec<i32>>() });
    for i30 in 0i8..3 {
        let mut q31: Vec<S0> = v23.clone();
        while let Some(v32) = q31.pop() {
            println!("{i30}|{v28:02?}|{v24}");
            println!("{} left", q31.len());
        }
        let i30: i32 = Vec::<i32>::new().into_iter().take(1).collect::<Vec<i32>>().iter().fold((String::from("a").len() as i32), |x, y| x.wrapping_mul(*y));
        println!("[{:?}]", vec![E0::V1, E0::V0].into_iter().skip(3).collect::<Vec<E0>>().iter().rev().next().cloned());
    }
    let v33: Vec<String> = 'outv33: {
        if v23.len() > 1 { let gone = v23.remove(1); println!("{gone:?}"); }
        match (((v24 ^ v24)).abs_diff((true as i32)) as i32) {
            n34 @ (0 | 28..=99) if (false && false) => {
                if let Some(v35) = vec![(v24, u16::MAX)].first().cloned() { println!("some {v35:?}"); } else { println!("none"); }
            }
            1..=8 => {
                let f36 = |a37: u16| -> char { '7' };
                println!("{:?} {:?}", f36(((84u16).leading_zeros() as u16)), f36(37u16));
            }
            n34 => {
                println!("[{:7}]", ((b'a' + ((42u8).rotate_right(5) % 26)) as char));
            }
        }
        if v28.clone().contains(&v24) { break 'outv33 vec![String::from("quote\""), String::from("12")]; }
        (if false { vec![String::from("é日\t"), String::from("12")] } else { Vec::<String>::new() }).into_iter().skip(0).collect::<Vec<String>>()
    }
    ;
    if false {
        let mut v38: Option<u16> = (({ let t39: char = ' '; t39 } as u32 as u16)).checked_add(0x2_u16);
        let v40: Option<String> = None::<String>;
    }
    else {
        match E0::V1 {
            E0::V0 => {
                if let Some(v41) = None::<i64> { println!("some {v41:?}"); } else { println!("none"); }
            }
            E0::V1 => {
                let mut v42: String = String::from("12").trim().replace("a", "<>").chars().filter(|it| it.is_alphanumeric()).collect::<String>();
            }
            E0::V2 => {
                let mut v43: i128 = (110i128 << 2);
            }
        }
        v23 = vec![45isize, 68isize].into_iter().take(2).collect::<Vec<isize>>().into_iter().map(|m44| (S0 { f0: 0x44_i32, f1: 24i16 })).collect::<Vec<S0>>();
    }
    if vec![false, false, true].contains(&false) {
        let d45: Vec<Box<dyn Score>> = vec![Box::new((match u8::MAX { 0 | 7 => E0::V1, 1..=90 => E0::V0, _ => E0::V0 })), Box::new((S0 { f0: (-89i32), ..S0::default() }))];
        for each in d45.iter() { println!("{} {}", each.label(), each.score()); }
        println!("{v24:08b}|{v28:3?}");
    }
    for i46 in (0u128..1).rev() {
        let i46: String = (String::from("x,y,z") + &String::from("Hello")).to_lowercase();
        let d48: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: (-57i32), f1: i16::MAX })), Box::new({ let t47: S0 = (S0 { f0: i32::MIN, f1: 42i16 }); t47.clone() })];
        for each in d48.iter() { println!("{} {}", each.label(), each.score()); }
        println!("[{:3?}]", (match (44u8 + 65u8) { 0 | 7 => E0::V2, 1..=90 => E0::V1, _ => E0::V1 }));
    }
    let f49 = |a50: u16| -> char { ' ' };
    println!("{:?} {:?}", f49({ let t51: u16 = u16::MAX; 8u16 }), f49(u16::MIN));
    let mut v52: E0 = function7((S0 { f0: (114i32).saturating_add(v24), f1: ((15i16).leading_zeros() as i16) }), (!(if false { false } else { true })));
}
fn section1() {
    let v53: char = '\'';
    let v54 = (119i32).wrapping_sub((23i32).signum());
    if (vec![46u32, 108u32].contains(&u32::MAX) && true) {
        let v55: u16 = vec![0u16, u16::MAX].into_iter().rev().collect::<Vec<_>>().iter().fold(((71u16 ^ 17u16)).wrapping_sub((String::from("12").len() as u16)), |x, y| x.min(*y));
        let mut v56: i32 = v54;
    }
    let f57 = |a58: i32| -> String { { let t59: String = format!("<{:?}>", None::<u8>); String::from("-7") } };
    println!("{:?} {:?}", f57(v54), f57(v54));
    let d60: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: (-85i32), f1: i16::MAX }))];
    for each in d60.iter() { println!("{} {}", each.label(), each.score()); }
    let v61: S0 = (S0 { f0: ((22i32 / (v54 | 1)) % (v54 | 1)), ..S0::default() });
    println!("{v53:5}|{v54:09o}");
    let v61: String = ((107i16).wrapping_sub(105i16)).to_string();
    println!("{v54:07}|{v54}");
    if let Some(v63) = Some((0..0).map(|i62: usize| 65u16).collect::<Vec<u16>>()) { println!("some {v63:?}"); } else { println!("none"); }
    let d64 = noisy(1);
    let mut d65 = Some(noisy(2));
    if let Some(inner) = &d65 { println!("look {}", inner.0); }
    let mut d66 = noisy(3);
    d66 = noisy(4);
    println!("drops end");
}
fn section2() {
    let mut v67: u64 = Some(26u64).unwrap_or(((48u128 < 30u128) as u64));
    println!("{v67:1x}|{v67:2}|{v67:<6X}");
    let v68: Option<i64> = None::<i64>;
    v67 -= u64::MIN;
    let mut q69: Vec<(i32, String)> = [Vec::<(i32, String)>::new().into_iter().skip(3).collect::<Vec<(i32, String)>>(), vec![((-18i32), String::from(" pad ")), (1i32, String::from("a"))]].concat();
    while let Some(v70) = q69.pop() {
        for i71 in (0i32..1).rev() {
            println!("{v70:?}");
            let mut v72: char = 'é';
            println!("[{:#?}]", vec![(i32::MIN, 31u8), (66i32, 87u8)].first().cloned().or(None::<char>.map(|m73| (i71, 24u8))));
        }
        println!("{} left", q69.len());
    }
}
fn section3() {
    println!("[{:09b}]", (Some(59isize).unwrap_or(isize::MAX) & (isize::MIN).wrapping_add((-86isize))));
    println!("[{:?}]", (S0 { f0: i32::MAX, ..S0::default() }));
    if let Some(v74) = None::<u64>.or(None::<u64>).or(None::<u64>.or(None::<u64>)) { println!("some {v74:?}"); } else { println!("none"); }
    println!("[{}]", u64::MAX);
    println!("[{:?}]", vec![0x48_i32, i32::MAX].into_iter().map(|m75| m75).collect::<Vec<i32>>().iter().nth(1).cloned());
    match E0::V2 {
        E0::V0 => {
            println!("[{:02?}]", vec![vec![String::from("é日\t"), String::from("")], Vec::<String>::new()].into_iter().rev().collect::<Vec<_>>());
        }
        E0::V1 => {
            println!("[{}]", ((119u64).wrapping_sub(u64::MAX)).wrapping_shl(6));
        }
        E0::V2 => {
            let v76: Option<i32> = 'outv76: {
                println!("[{:3?}]", ((86i32).saturating_add((-83i32)), 0x58_isize));
                if let Some(v77) = Some(false) { println!("some {v77:?}"); } else { println!("none"); }
                if vec![None::<char>, None::<char>].contains(&Some(' ')) { break 'outv76 Some(i32::MAX).map(|m78| m78); }
                (39i32).checked_sub(31i32).filter(|_| (!true))
            }
            ;
        }
    }
    let v79: Vec<String> = vec![String::from("").repeat(2), String::from("é日\t").chars().filter(|it| it.is_alphanumeric()).collect::<String>()].into_iter().skip(1).collect::<Vec<String>>();
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    section("2", section2);
    section("3", section3);
    println!("end");
}
