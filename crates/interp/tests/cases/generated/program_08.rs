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
struct S0 { f0: u32, f1: (f64, i32) }
impl Score for S0 { fn score(&self) -> i64 { (self.f0 as i64 % 1000) + 1 } }
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct S1 { f0: f64 }
impl Score for S1 { fn score(&self) -> i64 { 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: Vec<i128>, f1: String }, V1, V2 }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1 => 10, E0::V2 => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: i32, f1: String }, V1, V2 { f0: u64 }, V3 }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1 => 10, E1::V2 { .. } => 20, E1::V3 => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: Option<bool>) -> f64 {
    let mut v3: (E1, i32) = ((E1::V0 { f0: i32::MIN, f1: String::from("12") }), ((0.0f64 + 1e-7f64) as i32));
    let mut v4: i8 = ((((-0.0f64) as i8)).checked_div(None::<i8>.unwrap_or(i8::MIN)).unwrap_or(i8::MIN)).saturating_add((-9i8));
    1e-7f64
}
fn function5(p6: Option<f64>, p7: i128) -> i16 {
    let v8: S0 = (S0 { f0: (((107u32).checked_sub(u32::MAX).unwrap_or(0x7d_u32)).leading_zeros() as u32), f1: ((-0.0f64), 0x2_i32) });
    let f9 = |a10: char| -> i32 { (match (u8::MIN).saturating_add(42u8) { 0 | 7 => (i32::MAX).saturating_sub(i32::MIN), 1..=90 => 28i32, _ => 16i32 }) };
    println!("{:?} {:?}", f9(((b'a' + (u8::MIN % 26)) as char)), f9('Z'));
    ((35i16).min((-80i16))).wrapping_pow(3)
}
fn function11(p12: S1, p13: Option<f64>, p14: S0) -> bool {
    if let Some(v16) = { let t15: Option<S1> = Some(p12.clone()); vec![p12.clone(), p12.clone()].iter().rev().next().cloned() } { println!("some {v16:?}"); } else { println!("none"); }
    for i17 in 0i32..=4 {
        let mut v18: i32 = (match Some(0x56_u8).filter(|_| true).unwrap_or((80u8 | 0x42_u8)) { 0 | 7 => i17, 1..=90 => (vec![i17, i32::MAX].iter().fold(i17, |x, y| x.max(*y)) as i32), _ => i17 });
        let v19: Vec<i128> = [vec![119u8, 99u8], vec![u8::MIN, 41u8].into_iter().skip(1).collect::<Vec<u8>>()].concat().into_iter().map(|m20| i128::MAX).collect::<Vec<i128>>();
        println!("{v18:08b}");
    }
    (!{ let t21: bool = true; t21 })
}
fn section0() {
    let v22 = pick(&vec![('\'', false), ('Z', false)], (0x49_usize).max(0x5b_usize));
    println!("{}", show(&v22));
    let v23: i32 = (-86i32);
    let v25 = pick(&[vec![(-21i64), (-77i64)].into_iter().map(|m24| 112u32).collect::<Vec<u32>>(), [vec![u32::MIN, 0xa_u32], vec![u32::MIN, 0x1d_u32]].concat()].concat(), (60usize).wrapping_sub(51usize));
    println!("{}", show(&v25));
    let f26 = |a27: i64| -> E0 { (E0::V0 { f0: (if true { vec![i128::MIN, (-6i128)] } else { vec![i128::MAX, 66i128] }), f1: String::from("two words") }) };
    println!("{:?} {:?}", f26(((-25i64)).wrapping_sub(0x0_i64)), f26(i64::MAX));
    'l29: for i28 in (0i32..1).rev() {
        match (None::<i8>.unwrap_or(118i8)).wrapping_add(((73i8).trailing_zeros() as i8)) {
            n30 @ (0 | 36..=99) if true => {
                let n30: Option<bool> = None::<bool>.filter(|_| false).filter(|_| false);
            }
            1..=16 => {
                let v31: E1 = E1::V1;
            }
            n30 => {
                println!("[{:3}]", String::from("a"));
            }
        }
        let i28: String = ((match u8::MAX { 0 | 7 => String::from("a"), 1..=90 => String::from("é日\t"), _ => String::from("é日\t") }) + &String::from(" pad ").trim().replace("a", "<>"));
        if (if false { false } else { true }) { continue 'l29; }
        println!("{v22:3?}|{v23:#010x}");
    }
    let v32: S0 = (S0 { f0: 30u32, f1: ({ let t33: f64 = 1e-7f64; t33 }, v23) });
    for i34 in (0isize..2).rev() {
        println!("[{:#b}]", (v23).wrapping_sub((v23 / (81i32 | 1))));
        let v35: Option<E1> = Some((E1::V2 { f0: (!(96u64)) }));
        println!("{v25:?}|{v23:0X}");
    }
    let mut v36: i32 = ((String::from("two words").trim().replace("a", "<>").len() as i32) << 2);
    for i37 in 0i32..=1 {
        let v38: i32 = ((48i32 / ((String::from("").len() as i32) | 1))).saturating_mul((v36 ^ (i37).wrapping_add(i37)));
        let v41 = pick(&{ let t39: Vec<S1> = vec![i32::MIN, v36].into_iter().map(|m40| (S1 { ..S1::default() })).collect::<Vec<S1>>(); vec![(S1 { f0: (-0.0f64) }), (S1 { f0: (-2.25f64) })] }, ((-0.0f64) as usize));
        println!("{}", show(&v41));
        println!("[{:02?}]", [[vec![vec![(-105i32), v23], vec![(-106i32), 93i32]], vec![vec![v38, v38], vec![15i32, v36]]].concat(), (if true { vec![vec![v38, v36], vec![i37, v23]] } else { vec![vec![v38, i37], vec![v38, v36]] })].concat());
    }
    let v42 = pick(&[vec![E0::V1, E0::V1].into_iter().rev().collect::<Vec<_>>(), vec![E0::V1, E0::V2]].concat(), 2usize);
    println!("{}", show(&v42));
    let d43 = (noisy(1), 1);
    let d44 = (noisy(2), 2);
    let d45 = (noisy(3), 3);
    let d46 = (noisy(4), 4);
    let d47 = (noisy(5), 5);
    println!("drops end");
}
fn section1() {
    let d48: Vec<Box<dyn Score>> = vec![Box::new(E1::V3)];
    for each in d48.iter() { println!("{} {}", each.label(), each.score()); }
    for i49 in (0u16..4).rev() {
        let f50 = |a51: i64| -> Option<String> { [vec![String::from("é日\t"), String::from(" pad ")], vec![String::from("-7"), String::from(" pad ")]].concat().first().cloned() };
        println!("{:?} {:?}", f50(((-65i64)).wrapping_add(i64::MIN)), f50(106i64));
        let f52 = |a53: i32| -> Vec<i128> { (if (false && false) { vec![0xc_i128; 2] } else { [Vec::<i128>::new(), Vec::<i128>::new()].concat() }) };
        println!("{:?} {:?}", f52((106i32 % ((-54i32) | 1))), apply(&f52, i32::MIN));
        println!("{i49}|{i49}|{i49}");
    }
    'l55: for i54 in 0i64..3 {
        for i56 in (0u128..3).rev() {
            println!("{i56}");
            println!("{i56:08b}|{i54}");
            println!("[{:b}]", (vec![1i128, i128::MIN].iter().fold(36i128, |x, y| x.wrapping_add(*y))).wrapping_neg());
        }
        for i57 in 0u64..4 {
            let v58: Vec<String> = vec![String::from("two words"), String::from("quote\"")];
            println!("{v58:#?}|{v58:?}|{i54:.<1b}");
            println!("{v58:02?}|{v58:?}|{i54:>7}");
        }
        if (0x7d_i32 > (-77i32)) { break 'l55; }
        println!("[{:08b}]", (i128::MAX << 7));
    }
    let mut v59: Vec<E0> = (0..3).map(|i60: usize| E0::V1).collect::<Vec<E0>>();
    let mut v61: f64 = 1e10f64;
    match E0::V1 {
        E0::V0 { f0: b62, f1: b63 } => {
            let v64: Option<u128> = loop {
                let mut v65: (i32, f64) = (match 97u8 { 0 | 7 => (0x65_i32, (v61).max(v61)), 1..=90 => ((-59i32), v61), _ => (i32::MIN, v61) });
                println!("{:?}", v59.pop());
                break [vec![u128::MAX, 68u128], vec![11u128, u128::MAX]].concat().iter().rev().next().cloned();
            }
            ;
        }
        E0::V1 => {
            match (E1::V2 { f0: 3u64 }) {
                E1::V0 { f0: b66, f1: b67 } => {
                    println!("{b66}|{b67:?}");
                }
                E1::V1 => {
                    let mut v68 = (44i16 % (None::<i16>.or(None::<i16>).unwrap_or((i16::MAX + i16::MIN)) | 1));
                }
                E1::V2 { f0: b69 } => {
                    let mut v70: Vec<u128> = { let mut sorted = vec![100u128, u128::MAX]; sorted.sort(); sorted.dedup(); sorted }.into_iter().skip(2).collect::<Vec<u128>>().into_iter().rev().collect::<Vec<_>>();
                }
                E1::V3 => {
                    println!("[{:?}]", { let t71: Option<S0> = vec![(S0 { f0: u32::MIN, f1: ((-2.25f64), 56i32) }), (S0 { f0: 7u32, f1: (3.0f64, 104i32) })].last().cloned(); t71.clone().filter(|_| true) });
                }
            }
        }
        E0::V2 => {
            v59 = Vec::<f64>::new().into_iter().rev().collect::<Vec<_>>().into_iter().map(|m72| E0::V2).collect::<Vec<E0>>();
        }
    }
    match (-7i32) {
        n73 @ (0 | 28..=99) if (true && false) => {
            match E0::V1 {
                E0::V0 { f0: b74, f1: b75 } => {
                    if let Some(v76) = None::<S1> { println!("some {v76:?}"); } else { println!("none"); }
                }
                E0::V1 => {
                    let f77 = |a78: i8| -> bool { ((match 3u8 { 0 | 7 => false, 1..=90 => false, _ => true }) || vec![31u128, 110u128].contains(&0xc_u128)) };
                    println!("{:?} {:?}", f77(vec![(-34i8), 0x1d_i8].iter().fold(104i8, |x, y| x.max(*y))), apply(&f77, (-101i8)));
                }
                E0::V2 => {
                    let d79: Vec<Box<dyn Score>> = vec![Box::new(E1::V1), Box::new(E0::V2), Box::new((E0::V0 { f0: Vec::<i128>::new(), f1: String::from("12") }))];
                    for each in d79.iter() { println!("{} {}", each.label(), each.score()); }
                }
            }
        }
        1..=8 => {
            let v80 = pick(&vec![None::<i128>, None::<i128>], 0x41_usize);
            println!("{}", show(&v80));
        }
        n73 => {
            println!("{v59:3?}|{v61:?}");
        }
    }
    match noisy(6).0 { 7 => println!("same"), other => println!("other {other}") }
    let d82 = noisy(8);
    drop(d82);
    println!("drops end");
}
fn section2() {
    println!("[{:->7.2}]", (String::from("quote\"").repeat(2) + &String::from("a")));
    if (!Vec::<i64>::new().contains(&0x4c_i64)) {
        println!("[{:^}]", (3i32).checked_div(('日' as u32 as i32)).unwrap_or((-48i32)));
        println!("[{:02?}]", { let t84: Vec<Option<i32>> = Vec::<Option<i32>>::new(); t84.clone() }.into_iter().rev().collect::<Vec<_>>());
    }
    else {
        let mut v85 = ((((114u16).count_ones() as u16)).checked_sub(u16::MIN).unwrap_or(0x4e_u16) | (((match 0x72_u8 { 0 | 7 => 0x72_u16, 1..=90 => 41u16, _ => 63u16 })).abs_diff(u16::MIN) as u16));
        match (E0::V0 { f0: Vec::<i128>::new(), f1: String::from("two words").chars().filter(|it| it.is_alphanumeric()).collect::<String>() }) {
            E0::V0 { f0: b86, f1: b87 } => {
                let mut v88: Vec<i32> = Vec::<i32>::new();
            }
            E0::V1 => {
                let mut v89: E1 = (if (((67isize).abs_diff(isize::MIN) as isize) == (if true { 41isize } else { 116isize })) { (E1::V2 { f0: (String::from("é日\t").len() as u64) }) } else { (E1::V0 { f0: Vec::<i32>::new().iter().fold(49i32, |x, y| x.max(*y)), f1: String::from("12") }) });
            }
            E0::V2 => {
                v85 -= ('\n' as u32 as u16);
            }
        }
    }
    let v90 = pick(&Vec::<(i32, String)>::new(), (true as usize));
    println!("{}", show(&v90));
    println!("{v90:?}|{v90:02?}");
    let v91 = pick(&[vec![Vec::<String>::new(), vec![String::from("x,y,z"), String::from("a")]], vec![Vec::<String>::new(), Vec::<String>::new()]].concat().into_iter().take(2).collect::<Vec<Vec<String>>>(), (74usize % (48usize | 1)));
    println!("{}", show(&v91));
    let v92: (char, bool) = (((b'a' + ((String::from("é日\t").len() as u8) % 26)) as char), (false && ((-76i8) == 19i8)));
    println!("{v91:#?}|{v91:?}");
    println!("[{: ^3X}]", ((i32::MAX).wrapping_mul(45i32)).min(((119i32).abs_diff((-109i32)) as i32)));
    println!("[{}]", ((i32::MIN).saturating_sub(i32::MAX)).wrapping_mul(Some(82i32).unwrap_or((-60i32))));
    println!("{v91:02?}");
    let d93 = (noisy(10), 10);
    let mut d94 = Some(noisy(11));
    let taken = d94.take(); println!("{}", d94.is_none());
    let d95 = (noisy(12), 12);
    let d96 = (noisy(13), 13);
    let d97 = (noisy(14), 14);
    println!("temporary {}", noisy(15).0);
    let _ = noisy(16);
    println!("drops end");
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    section("0", section0);
    section("1", section1);
    section("2", section2);
    println!("end");
}
