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
struct S0 { f0: f64, f1: f64, f2: String }
impl Score for S0 { fn score(&self) -> i64 { 1 + 1 + self.f2.len() as i64 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: i32, f1: (i32, char) }
impl Score for S1 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0, V1, V2 { f0: S1 } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 => 0, E0::V1 => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: Option<f64> }, V1(String) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: Vec<u32>, p3: Option<u64>) -> bool {
    let v4: i32 = (match ((5i8).saturating_mul(i8::MIN) as u8) { 0 | 7 => ((i32::MIN).saturating_mul(i32::MIN) + ((i32::MAX).trailing_zeros() as i32)), 1..=90 => ((i32::MAX).wrapping_mul((-40i32)) << 2), _ => 114i32 });
    let d5: Vec<Box<dyn Score>> = vec![Box::new((S1 { f0: v4, f1: (v4, 'Z') })), Box::new((E0::V2 { f0: (S1 { f0: 0x48_i32, f1: (v4, '\'') }) }))];
    for each in d5.iter() { println!("{} {}", each.label(), each.score()); }
    if (!Vec::<i128>::new().contains(&19i128)) { return false; }
    true
}
fn section0() {
    let v6: S1 = (S1 { f0: i32::MAX, f1: (52i32, ((b'a' + (46u8 % 26)) as char)) });
    if let Some(v7) = Some(String::from("Hello").to_uppercase()) { println!("some {v7:?}"); } else { println!("none"); }
    if let Some(v8) = Some(v6.clone()) { println!("some {v8:?}"); } else { println!("none"); }
    let mut v9: String = String::from("quote\"");
    println!("[{:é<2X}]", ((-33i32)).wrapping_add(((-20i32)).wrapping_abs()));
    println!("{v9:?}|{v6:?}|{v6:?}");
    match E0::V1 {
        E0::V0 => {
            v9.insert(0, 'é');
        }
        E0::V1 => {
            let v10: S0 = { let t11: S0 = (S0 { f0: ((-50i32) as f64), f1: (0.0f64).max(0.0f64), f2: v9.clone().chars().rev().collect::<String>() }); (S0 { f0: (-2.25f64), f1: ((-2.25f64) + 3.0f64), f2: v9.clone().chars().rev().collect::<String>() }) };
        }
        E0::V2 { f0: b12 } => {
            let mut v13 = i128::MIN;
        }
    }
    let mut v14: Vec<u128> = Vec::<u128>::new();
    for i15 in 0i16..=4 {
        if v14.len() > 1 { let gone = v14.remove(1); println!("{gone:?}"); }
        println!("{:?}", v9.pop());
        println!("[{:?}]", (S0 { f0: (-2.25f64), f1: 0.0f64, f2: v9.clone() }));
    }
    match ((-64i32) + (-94i32)) {
        n16 @ (0 | 24..=99) if Vec::<isize>::new().contains(&46isize) => {
            'l18: for i17 in 0isize..=4 {
                let Some(v19) = (Some(v9.clone())) else { break };
                let v19: E0 = E0::V1;
                if true { continue 'l18; }
                println!("[{}]", vec![(-81i16), (-35i16)].iter().fold(((-67i16)).wrapping_sub(115i16), |x, y| x.wrapping_add(*y)));
            }
        }
        1..=4 => {
            let mut q20: Vec<u16> = { let t22: Vec<u16> = vec![48u16, 0x2_u16]; vec![46u16, 52u16] };
            while let Some(v21) = q20.pop() {
                v14.insert(0, ((6u128).abs_diff(89u128) as u128));
                println!("{} left", q20.len());
            }
        }
        n16 => {
            println!("{v14:3?}|{v14:#?}");
        }
    }
    let _ = noisy(1);
    let d24 = (noisy(2), 2);
    let d25 = (noisy(3), 3);
    println!("drops end");
}
fn section1() {
    println!("[{:<+2x}]", ((112i32 - (-108i32)) / ((42i32).checked_sub((-92i32)).unwrap_or((-46i32)) | 1)));
    let mut v26: String = ({ let t27: String = ((-113i128)).to_string(); t27.clone() } + &String::from("Hello"));
    let d28: Vec<Box<dyn Score>> = vec![Box::new(E0::V1)];
    for each in d28.iter() { println!("{} {}", each.label(), each.score()); }
    let f29 = |a30: i16| -> Option<char> { Some('日') };
    println!("{:?} {:?}", f29(((-0.0f64) as i16)), f29((-21i16)));
    println!("{:?}", v26.pop());
}
fn section2() {
    let d31: Vec<Box<dyn Score>> = vec![Box::new((S0 { f0: (-0.0f64), f1: 0.1f64, f2: String::from("12") }))];
    for each in d31.iter() { println!("{} {}", each.label(), each.score()); }
    let v33 = pick(&Vec::<u16>::new().into_iter().map(|m32| (S0 { f0: 3.0f64, f1: 1.5f64, f2: String::from("x,y,z") })).collect::<Vec<S0>>().into_iter().skip(0).collect::<Vec<S0>>(), 25usize);
    println!("{}", show(&v33));
    let v33: Option<f64> = None::<f64>;
    let mut q34: Vec<Vec<bool>> = vec![u32::MIN, u32::MAX].into_iter().map(|m36| vec![true, false]).collect::<Vec<Vec<bool>>>();
    while let Some(v35) = q34.pop() {
        let v38 = pick(&(0..0).map(|i37: usize| format!("<{:?}>", E0::V0)).collect::<Vec<String>>(), ('日' as u32 as usize));
        println!("{}", show(&v38));
        println!("{} left", q34.len());
    }
    if let Some(v39) = Some((E0::V2 { f0: (S1 { f0: (-118i32), f1: (91i32, ' ') }) })) { println!("some {v39:?}"); } else { println!("none"); }
    if vec![0x1a_i32, 107i32].contains(&(111i32).wrapping_sub(55i32)) {
        let v41 = pick(&vec![0.0f64, 3.0f64].into_iter().map(|m40| (E0::V2 { f0: (S1 { f0: i32::MIN, f1: (77i32, 'a') }) })).collect::<Vec<E0>>(), (usize::MIN / (usize::MAX | 1)));
        println!("{}", show(&v41));
        let d42: Vec<Box<dyn Score>> = vec![Box::new(E1::V1(String::from("two words")))];
        for each in d42.iter() { println!("{} {}", each.label(), each.score()); }
    }
    else {
        let mut v43: u32 = (((match 12u8 { 0 | 7 => 110u32, 1..=90 => u32::MAX, _ => u32::MAX })).wrapping_shl(6) ^ (u32::MAX).saturating_mul((u32::MIN).wrapping_add(21u32)));
        'l45: for i44 in 0i32..=4 {
            { let read =  (match 57u8 { 0 | 7 => v43, 1..=90 => v43, _ => v43 }); v43 &= read; }
            let mut v46: Vec<E1> = (0..1).map(|i47: usize| (i44 << 7)).collect::<Vec<i32>>().into_iter().map(|m48| (E1::V0 { f0: v33 })).collect::<Vec<E1>>();
            if true { continue 'l45; }
            println!("{v43}|{v33:?}");
        }
    }
    if false {
        let v49: i32 = {
            let f50 = |a51: i128| -> S0 { (S0 { f0: (match u8::MIN { 0 | 7 => 0.1f64, 1..=90 => 0.1f64, _ => 0.0f64 }), f1: 0.1f64, ..S0::default() }) };
            println!("{:?} {:?}", f50((1e-7f64 as i128)), apply(&f50, 115i128));
            let mut v53: Option<(i32, char)> = None::<(i32, char)>.or(None::<(i32, char)>.or(Some((0x10_i32, '日'))).filter(|_| (48u64 == 112u64)));
            (('7' as u32 as i32) % (30i32 | 1))
        }
        ;
        let v54: E0 = {
            let mut v55: Option<bool> = Some(true);
            v55 = Some((false && true));
            E0::V0
        }
        ;
    }
    let d56: Vec<Box<dyn Score>> = vec![Box::new(E1::V1(String::from(" pad "))), Box::new((S0 { f0: 0.0f64, f1: 3.0f64, f2: String::from("a") })), Box::new((S1 { f0: 0x5f_i32, f1: (i32::MAX, 'Z') }))];
    for each in d56.iter() { println!("{} {}", each.label(), each.score()); }
    let v57 = pick(&vec![(String::from("quote\"") + &String::from("")), String::from("é日\t").repeat(1)], (43usize & 58usize));
    println!("{}", show(&v57));
    for i58 in 0i32..=4 {
        for i59 in 0i32..=2 {
            let v60: Option<u32> = (((0x6a_u32).count_ones() as u32)).checked_sub({ let t61: u32 = 97u32; t61 }).or(vec![51i64, i64::MIN].into_iter().map(|m62| 61u32).collect::<Vec<u32>>().iter().nth(1).cloned());
            let f63 = |a64: i64| -> i32 { (i59).wrapping_mul(((i59).leading_zeros() as i32)) };
            println!("{:?} {:?}", f63((if false { (-119i64) } else { i64::MIN })), apply(&f63, i64::MIN));
            println!("{v57:?}");
        }
        let f65 = |a66: f64| -> u32 { 54u32 };
        println!("{:?} {:?}", f65((1.5f64 / 0.1f64)), apply(&f65, 0.1f64));
        println!("{i58}|{v57:?}");
    }
    println!("{v57:02?}");
    let mut d67 = Some(noisy(4));
    if let Some(inner) = d67 { println!("some {}", inner.0); }
    let d68 = Both { right: noisy(5), left: noisy(6) };
    let d68x = d68.left;
    match noisy(7).0 { 8 => println!("same"), other => println!("other {other}") }
     {
        let d70 = d68x;
        println!("inner {}", d70.0);
    }
    let d71 = (noisy(10), 10);
    println!("temporary {}", noisy(11).0);
    let d73 = (noisy(12), 12);
    println!("drops end");
}
fn section3() {
    let mut v74 = (String::from("a").len() as i32);
    let v75: Vec<u128> = {
        for i76 in (0isize..2).rev() {
            let mut v77: Vec<f64> = (if false { Vec::<i32>::new() } else { vec![(-40i32), 113i32] }).into_iter().map(|m78| (1.5f64 + 0.0f64)).collect::<Vec<f64>>().into_iter().rev().collect::<Vec<_>>();
            { let read =  (v74).wrapping_mul(i32::MIN); v74 += read; }
            println!("{v77:02?}");
        }
        println!("{v74:1b}|{v74}");
        vec![u128::MAX, u128::MIN]
    }
    ;
    for i79 in 0i32..4 {
        let mut v80: Option<Vec<String>> = (match ((106u8 as u8)).wrapping_add((if true { 80u8 } else { 57u8 })) { 0 | 7 => Some((-0.0f64)).map(|m81| (0..3).map(|i82: usize| String::from("é日\t")).collect::<Vec<String>>()), 1..=90 => Some(Vec::<String>::new()), _ => Some(vec![String::from(""), String::from("two words")]) });
        let v83: ((bool, i128), bool) = (((false && true), (0xf_i128).wrapping_add(0x68_i128)), i32::try_from(i79).ok().is_none());
        println!("{v74:+5b}|{v83:#?}");
    }
    if let Some(v84) = Some((S0 { f0: 1e10f64, f1: 1e-7f64, ..S0::default() })) { println!("some {v84:?}"); } else { println!("none"); }
    let mut v85: i32 = ((v74 + (false as i32))).checked_mul((((v74).abs_diff(51i32) as i32)).wrapping_mul({ let t86: i32 = v74; t86 })).unwrap_or(v74);
    let v87: Vec<i8> = 'outv87: {
        let v88: Option<u32> = 'outv88: {
            let v85: Vec<String> = Vec::<String>::new();
            let mut v89 = (0x4d_i32).wrapping_abs();
            if (match u8::MIN { 0 | 7 => false, 1..=90 => true, _ => false }) { break 'outv88 Some(u32::MAX); }
            String::from("Hello").chars().rev().collect::<String>().trim().parse::<u32>().ok()
        }
        ;
        let mut q90: Vec<i32> = vec![(v74).saturating_mul(v85); 3];
        while let Some(v91) = q90.pop() {
            let v92: String = ({ let t93: f64 = (11i16 as f64); (t93).max(1e-7f64) }).to_string();
            println!("{} left", q90.len());
        }
        if (!true) { break 'outv87 vec![76i8, 0x48_i8]; }
        vec![92i8, 0x35_i8]
    }
    ;
    let early95 = || -> u32 {
        let first = noisy(13);
        if (Some(i16::MAX) == i16::try_from(v74).ok()) { return first.0; }
        let second = noisy(14);
        first.0 + second.0
    }
    ; println!("early {}", early95());
    println!("temporary {}", noisy(15).0);
    let d97 = std::rc::Rc::new(noisy(16));
    let d97b = (d97.clone(), noisy(17));
    drop(d97);
    println!("shared {}", std::rc::Rc::strong_count(&d97b.0));
    let mut d98 = vec![noisy(18), noisy(19), noisy(20)];
    let kept: Vec<Noisy> = d98.into_iter().filter(|it| it.0 % 2 == 0).collect();
    let d99 = noisy(21);
    let mut d100 = vec![noisy(22), noisy(23), noisy(24)];
    for each in d100 { println!("each {}", each.0); if each.0 % 3 == 0 { break; } }
    println!("temporary {}", noisy(25).0);
    println!("drops end");
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r102 = tokio::join!(async { let guard = noisy(26); sleep(Duration::from_millis(4097)).await; println!("task 1"); { let inner = noisy(27); sleep(Duration::from_millis(4096)).await; println!("task 1 step 0"); } { let inner = noisy(28); sleep(Duration::from_millis(8192)).await; println!("task 1 step 1"); } 9u32 }, async { let guard = noisy(29); sleep(Duration::from_millis(4098)).await; println!("task 2"); { let inner = noisy(30); sleep(Duration::from_millis(4096)).await; println!("task 2 step 0"); } 72u32 });
    println!("{:?} {:?}", r102, start.elapsed());
    let r103 = tokio::join!(async { sleep(Duration::from_millis(8196)).await; println!("task 3"); { sleep(Duration::from_millis(8192)).await; println!("task 3 step 0"); } { let inner = noisy(32); sleep(Duration::from_millis(12288)).await; println!("task 3 step 1"); } (u32::MIN / (0x18_u32 | 1)) }, async { let guard = noisy(33); sleep(Duration::from_millis(8)).await; println!("task 4"); (18u32).wrapping_sub(u32::MAX) });
    println!("{:?} {:?}", r103, start.elapsed());
    let r104 = tokio::join!(async { sleep(Duration::from_millis(4112)).await; println!("task 5"); 117u32 }, async { let guard = noisy(35); sleep(Duration::from_millis(8224)).await; println!("task 6"); { sleep(Duration::from_millis(8192)).await; println!("task 6 step 0"); } { sleep(Duration::from_millis(4096)).await; println!("task 6 step 1"); } (match u8::MIN { 0 | 7 => 73u32, 1..=90 => u32::MAX, _ => 87u32 }) });
    println!("{:?} {:?}", r104, start.elapsed());
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
