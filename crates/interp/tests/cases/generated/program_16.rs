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
struct S0 { f0: f64 }
impl Score for S0 { fn score(&self) -> i64 { 1 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: char }, V1, V2 { f0: S0, f1: u64 } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1 => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0 { f0: (f64, f64), f1: String }, V1(String, u8), V2, V3(S0, u8) }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 { .. } => 0, E1::V1(..) => 10, E1::V2 => 20, E1::V3(..) => 30 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: E1, p3: E1) -> String {
    let v4: char = ((b'a' + (((0x54_u8).wrapping_sub(41u8)).wrapping_mul(55u8) % 26)) as char);
    let mut v5: char = v4;
    if (((b'a' + (16u8 % 26)) as char) == { let t6: char = '日'; v5 }) { return String::from("-7").chars().filter(|it| it.is_alphanumeric()).collect::<String>(); }
    String::from("").repeat(1).chars().rev().collect::<String>()
}
fn section0() {
    let v7: S0 = loop {
        if true {
            let f8 = |a9: i128| -> E1 { (E1::V0 { f0: ((-0.0f64), 1.5f64), f1: (String::from("quote\"") + &String::from("12")) }) };
            println!("{:?} {:?}", f8((i128::MIN ^ (-29i128))), f8(23i128));
            println!("[{:.^}]", ((b'a' + ((28usize as u8) % 26)) as char));
        }
        println!("[{:->+.2}]", ((1.5f64 % 3.0f64)).max((0.0f64 * 0.1f64)));
        break (S0 { f0: ((-96i32) as f64) });
    }
    ;
    println!("{v7:?}");
    match E0::V1 {
        E0::V0 { f0: b10 } => {
            let v11: char = ((b'a' + (((match 60u8 { 0 | 7 => 1e10f64, 1..=90 => 1e-7f64, _ => 1e-7f64 }) as u8) % 26)) as char);
        }
        E0::V1 => {
            for i12 in (0i16..3).rev() {
                let mut v13: (String, Option<isize>) = (String::from(" pad ").trim().replace("a", "<>").chars().filter(|it| it.is_alphanumeric()).collect::<String>(), (if true { isize::try_from((-72i128)).ok() } else { Some(25isize) }));
                let mut v14: String = { let t15: String = String::from("é日\t").chars().rev().collect::<String>(); (match 71u8 { 0 | 7 => String::from(""), 1..=90 => t15.clone(), _ => t15.clone() }) }.split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";");
                println!("{i12}|{i12:<7?}|{i12}");
            }
        }
        E0::V2 { f0: b16, f1: b17 } => {
            println!("{b16:?}");
        }
    }
    match (E0::V2 { f0: v7.clone(), f1: 92u64 }) {
        E0::V0 { f0: b18 } => {
            let b18: i16 = ((93i16).saturating_mul((-9i16)) << 4);
        }
        E0::V1 => {
            println!("[{:->5x}]", (('日' as u32 as isize)).wrapping_add((-41isize)));
        }
        E0::V2 { f0: b19, f1: b20 } => {
            if false {
                let d21: Vec<Box<dyn Score>> = vec![Box::new((E0::V2 { f0: (S0 { ..S0::default() }), f1: b20 })), Box::new((S0 { f0: 3.0f64 }))];
                for each in d21.iter() { println!("{} {}", each.label(), each.score()); }
                let d22: Vec<Box<dyn Score>> = vec![Box::new(E1::V3(b19.clone(), 10u8)), Box::new((E0::V0 { f0: 'Z' })), Box::new((S0 { f0: 0.1f64 }))];
                for each in d22.iter() { println!("{} {}", each.label(), each.score()); }
            }
            else {
                if let Some(v24) = Some(isize::MIN).map(|m23| (0x5a_u128).checked_mul(27u128)) { println!("some {v24:?}"); } else { println!("none"); }
                let v25: E1 = (E1::V0 { f0: (0.1f64, 1.5f64), f1: (if false { String::from("a") } else { String::from(" pad ") }).repeat(0) });
            }
        }
    }
    'l27: for i26 in 0i32..2 {
        let Some(v28) = ((match u8::MIN { 0 | 7 => Some((E1::V0 { f0: (1e-7f64, (-2.25f64)), f1: String::from(" pad ") })), 1..=90 => Some(E1::V2), _ => None::<E1> }).filter(|_| true)) else { continue };
        for i29 in 0i32..=2 {
            let mut v30: Option<Vec<u32>> = { let t31: Option<Vec<u32>> = Some(vec![33u32, 29u32]); Some((-99isize)).map(|m32| vec![56u32, 117u32]) }.filter(|_| ((-88i64)).checked_add(0x3d_i64).is_some());
            println!("{i29:+b}");
            println!("[{}]", None::<u8>.unwrap_or(6u8));
        }
        if false { break 'l27; }
        println!("[{:#?}]", E1::V2);
    }
    let mut v33: Option<Option<i32>> = Some(Some(vec![72i32, i32::MIN].iter().fold(116i32, |x, y| x.max(*y))));
    match (E0::V0 { f0: '日' }) {
        E0::V0 { f0: b34 } => {
            if let Some(v35) = vec![(false, String::from(" pad ")), (true, String::from("a")), (false, String::from("-7"))].iter().nth(1).cloned() { println!("some {v35:?}"); } else { println!("none"); }
        }
        E0::V1 => {
            let mut v36: E1 = E1::V1(String::from(""), ((String::from("Hello").len() as u8) - (20u8 >> 2)));
        }
        E0::V2 { f0: b37, f1: b38 } => {
            println!("{v33:?}|{b37:?}");
        }
    }
    println!("{v33:?}");
    for i39 in 0i128..1 {
        let v40 = ((String::from("quote\"") + &String::from("Hello")).trim().replace("a", "<>").len() as i32);
        let v41: (S0, E0) = ((S0 { f0: 0.1f64 }), E0::V1);
        println!("{v33:#?}|{v40}");
    }
    let mut v42: Option<i32> = Some(true).map(|m43| ((b'a' + (u8::MIN % 26)) as char)).map(|m44| 0x28_i32);
    match E0::V1 {
        E0::V0 { f0: b45 } => {
            let b45: bool = (!false);
        }
        E0::V1 => {
            let v46: (f64, isize) = (1e10f64, (None::<isize>.unwrap_or(55isize)).rotate_left(6));
        }
        E0::V2 { f0: b48, f1: b49 } => {
            { let read =  v33; v33 = read; }
        }
    }
    for i50 in (0i32..1).rev() {
        println!("{:?}", v33.take());
        let v51: u8 = loop {
            println!("{v42:?}|{v33:?}|{i50:9X}");
            let i50: E0 = E0::V1;
            break (((4i64).abs_diff((-16i64)) as i64) as u8);
        }
        ;
        println!("{v51:4?}|{v51}|{v33:02?}");
    }
}
fn section1() {
    let mut q52: Vec<Vec<String>> = vec![vec![String::from("two words"), String::from("two words")], vec![String::from("12"), String::from("two words")]].into_iter().rev().collect::<Vec<_>>();
    while let Some(v53) = q52.pop() {
        println!("{v53:02?}|{v53:?}|{v53:?}");
        println!("{} left", q52.len());
    }
    'l55: for i54 in (0i32..1).rev() {
        let v56: f64 = (-0.0f64);
        println!("{i54:#x}");
        if true { break 'l55; }
        println!("{v56:.0}");
    }
    let v57: E1 = E1::V2;
    println!("{v57:#?}|{v57:?}|{v57:?}");
    println!("{v57:?}");
    println!("{v57:#?}");
    let mut v58 = (Some(65isize).is_some() as usize);
    let mut v59: E1 = E1::V1(String::from(" pad "), u8::MAX);
    let mut v60: S0 = (S0 { f0: ((1e10f64).round()).max((0.0f64).max(1e-7f64)) });
    let v61 = pick(&(match 106u8 { 0 | 7 => vec![117i16, 102i16], 1..=90 => [vec![(-25i16), 114i16], vec![i16::MAX, 0x48_i16]].concat(), _ => Vec::<i16>::new() }), (v58).wrapping_add(v58));
    println!("{}", show(&v61));
    { let read =  { let t62: usize = v58; t62 }; v58 &= read; }
    let d63 = (noisy(1), 1);
    match noisy(2).0 { 3 => println!("same"), other => println!("other {other}") }
    let d65 = std::rc::Rc::new(noisy(4));
    let d65b = (d65.clone(), noisy(5));
    drop(d65);
    println!("shared {}", std::rc::Rc::strong_count(&d65b.0));
    let early67 = || -> u32 {
        let first = noisy(6);
        if Some(81i32).or(None::<i32>).is_none() { return first.0; }
        let second = noisy(7);
        first.0 + second.0
    }
    ; println!("early {}", early67());
    let mut d68 = noisy(8);
    d68 = noisy(9);
    let early70 = || -> u32 {
        let first = noisy(10);
        if ((-70i32)).checked_div(75i32).is_none() { return first.0; }
        let second = noisy(11);
        first.0 + second.0
    }
    ; println!("early {}", early70());
    println!("drops end");
}
fn section2() {
    let v71: S0 = (S0 { f0: ((1e-7f64 + 1e10f64) * ((-0.0f64)).round()) });
    if let Some(v72) = Some((-107i32)) { println!("some {v72:?}"); } else { println!("none"); }
    let v73: String = String::from("é日\t").split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(";").repeat(1).trim().replace("a", "<>");
    for i74 in 0i32..=2 {
        let Some(v75) = ((match 42u8 { 0 | 7 => v73.clone().trim().parse::<isize>().ok(), 1..=90 => None::<isize>, _ => Some(isize::MIN) })) else { break };
        let f76 = |a77: i32| -> i32 { ((String::from("a").len() as i32) >> 0) };
        println!("{:?} {:?}", f76((-69i32)), apply(&f76, i74));
        println!("[{:3?}]", (E0::V2 { f0: (S0 { ..S0::default() }), f1: (u64::MIN).wrapping_add(65u64) }));
    }
    'l80: for i79 in 0i32..=3 {
        let f81 = |a82: f64| -> i64 { 0x29_i64 };
        println!("{:?} {:?}", f81(((-2.25f64) * 1e10f64)), f81(3.0f64));
        let mut q83: Vec<Vec<String>> = vec![vec![String::from("Hello"), v73.clone()], [vec![v73.clone(), String::from("Hello")], vec![String::from("quote\""), v73.clone()]].concat(), [vec![v73.clone(), v73.clone()], vec![v73.clone(), v73.clone()]].concat()];
        while let Some(v84) = q83.pop() {
            println!("[{:?}]", (E0::V0 { f0: (match 92u8 { 0 | 7 => '\n', 1..=90 => '\'', _ => ' ' }) }));
            println!("{} left", q83.len());
        }
        if (if true { true } else { true }) { continue 'l80; }
        println!("[{:#?}]", E0::V1);
    }
    println!("[{:?}]", Some('a').map(|m85| i32::MIN));
    if let Some(v86) = (match 85u8 { 0 | 7 => None::<f64>.filter(|_| false), 1..=90 => Some((-0.0f64)).or(Some(3.0f64)), _ => None::<f64> }) { println!("some {v86:?}"); } else { println!("none"); }
    let f87 = |a88: i32| -> E0 { (E0::V2 { f0: v71.clone(), f1: u64::MIN }) };
    println!("{:?} {:?}", f87((' ' as u32 as i32)), f87(63i32));
    let v89: String = { let t90: String = v73.clone(); t90.clone() }.trim().replace("a", "<>").repeat(1);
    let mut v91: i32 = (((b'a' + ((77u8).wrapping_add(u8::MAX) % 26)) as char) as u32 as i32);
    match E1::V3((S0 { f0: 0.0f64 }), (119u8 << 3)) {
        E1::V0 { f0: b92, f1: b93 } => {
            v91 = (Vec::<i128>::new().contains(&i128::MIN) as i32);
        }
        E1::V1(b94, b95) => {
            { let read =  (79i32 | v91); v91 -= read; }
        }
        E1::V2 => {
            if false {
                let v97 = pick(&(match 91u8 { 0 | 7 => vec![v91, v91], 1..=90 => Vec::<i32>::new(), _ => vec![i32::MIN, 71i32] }).into_iter().map(|m96| vec![61u32, u32::MAX].iter().fold(u32::MAX, |x, y| x.max(*y))).collect::<Vec<u32>>(), 46usize);
                println!("{}", show(&v97));
                let v98: i8 = { let t99: i8 = (((15i8).count_ones() as i8)).wrapping_add(i8::MIN); (((-27i8) | t99)).wrapping_add(((t99).leading_zeros() as i8)) };
            }
            else {
                v91 += (v89.clone().len() as i32);
                v91 ^= (-111i32);
            }
        }
        E1::V3(b100, b101) => {
            if let Some(v102) = Some([vec![0.1f64, 0.0f64], Vec::<f64>::new()].concat()) { println!("some {v102:?}"); } else { println!("none"); }
        }
    }
    let v91: char = ((b'a' + (Some(77u8).unwrap_or(60u8) % 26)) as char);
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let (tx, mut rx) = tokio::sync::mpsc::channel::<(S0, usize, Noisy)>(3);
    let sender = tokio::spawn(async move {
        sleep(Duration::from_millis(1)).await;
        for i in 0..3usize {
            if tx.send(((S0 { f0: (-0.0f64) }), i, noisy(1200 + i as u32))).await.is_err() { println!("closed"); break; }
            println!("sent {i}");
            sleep(Duration::from_millis(8192)).await;
        }
        "sender done"
    }
    );
    let mut r103 = Vec::new();
    while let Some((value, i, thing)) = rx.recv().await {
        println!("received {value:?} {i} {}", thing.0);
        r103.push(i);
        if i == 3 { break; }
    }
    drop(rx);
    println!("{:?}", sender.await.ok());
    println!("{:?} {:?}", r103, start.elapsed());
    let r104a = tokio::spawn(async move { let guard = noisy(13); sleep(Duration::from_millis(4098)).await; println!("task 2"); { sleep(Duration::from_millis(4096)).await; println!("task 2 step 0"); } ((50u32).abs_diff(0x71_u32) as u32) });
    let r104b = tokio::spawn(async move { let guard = noisy(14); sleep(Duration::from_millis(8196)).await; println!("task 3"); { sleep(Duration::from_millis(12288)).await; println!("task 3 step 0"); } (114u32 << 7) });
    let r104 = (r104b.await.ok(), r104a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r104, start.elapsed());
    let r105 = tokio::join!(async { let guard = noisy(15); sleep(Duration::from_millis(8)).await; println!("task 4"); (if false { 0x5e_u32 } else { 98u32 }) }, async { let guard = noisy(16); sleep(Duration::from_millis(8208)).await; println!("task 5"); { let inner = noisy(17); sleep(Duration::from_millis(12288)).await; println!("task 5 step 0"); } (68u32).checked_rem(106u32).unwrap_or(u32::MAX) });
    println!("{:?} {:?}", r105, start.elapsed());
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
