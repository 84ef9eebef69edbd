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
struct S0 { f0: Vec<usize>, f1: Vec<f64> }
impl Score for S0 { fn score(&self) -> i64 { self.f0.len() as i64 + self.f1.len() as i64 } }
#[derive(Debug, Clone, PartialEq)]
enum E0 { V0 { f0: char, f1: S0 }, V1(String, String), V2 { f0: isize, f1: i32 } }
impl Score for E0 { fn score(&self) -> i64 { match self { E0::V0 { .. } => 0, E0::V1(..) => 10, E0::V2 { .. } => 20 } } fn label(&self) -> String { "E0".to_string() + &self.score().to_string() } }
#[derive(Debug, Clone, PartialEq)]
enum E1 { V0, V1 }
impl Score for E1 { fn score(&self) -> i64 { match self { E1::V0 => 0, E1::V1 => 10 } } fn label(&self) -> String { "E1".to_string() + &self.score().to_string() } }
fn function1(p2: String) -> i128 {
    let mut v3 = 9u32;
    for i4 in (0u16..2).rev() {
        { let read =  v3; v3 -= read; }
        let mut v5 = ((5i32).abs_diff(i32::MIN) as i32);
        println!("{p2:0<1}");
    }
    if (None::<u128>.is_some() && { let t6: bool = false; t6 }) { return (-83i128); }
    (false as i128)
}
fn section0() {
    let f7 = |a8: usize| -> i16 { ((0x42_i16 & i16::MAX)).wrapping_add(61i16) };
    println!("{:?} {:?}", f7(101usize), f7(1usize));
    let mut v9: isize = ((match (22u8).wrapping_add(0xa_u8) { 0 | 7 => (String::from("").len() as u32), 1..=90 => (String::from("a").len() as u32), _ => 63u32 }) as isize);
    { let read =  ((v9).leading_zeros() as isize); v9 = read; }
    if [vec![(E0::V2 { f0: v9, f1: i32::MAX }), (E0::V0 { f0: 'é', f1: (S0 { f0: vec![78usize, 73usize], f1: vec![(-0.0f64), 1.5f64] }) })], vec![E0::V1(String::from(" pad "), String::from("quote\"")), (E0::V2 { f0: v9, f1: 0x77_i32 })]].concat().contains(&(E0::V0 { f0: 'a', f1: (S0 { f0: Vec::<usize>::new(), f1: Vec::<f64>::new() }) })) {
        if (Some(Some(v9)).is_some() || true) {
            let mut v10: bool = (!false);
            let v11 = pick(&vec![(97u32).wrapping_add(107u32); 1], Some(usize::MIN).unwrap_or(8usize));
            println!("{}", show(&v11));
        }
        else {
            println!("{v9}|{v9:04b}");
            let mut v12: i32 = 89i32;
        }
        let v9: u128 = u128::MAX;
    }
    v9 = (-5isize);
    let mut d13 = vec![noisy(1), noisy(2), noisy(3)];
    let kept: Vec<Noisy> = d13.into_iter().filter(|it| it.0 % 2 == 0).collect();
    let d14 = noisy(4);
    let d15 = move || { let whole = &d14; whole.0 };
    println!("captured {}", d15());
    let early17 = || -> u32 {
        let first = noisy(6);
        if ((i32::MIN).checked_div(i32::MIN).unwrap_or((-72i32)) <= (0x19_i32 | 3i32)) { return first.0; }
        let second = noisy(7);
        first.0 + second.0
    }
    ; println!("early {}", early17());
    let d18 = noisy(8);
    let d19 = pass(d18);
     {
        let d20 = d19;
        println!("inner {}", d20.0);
    }
    println!("drops end");
}
fn section1() {
    match ((String::from("é日\t").len() as isize)).wrapping_add((String::from("12").len() as isize)) {
        n21 @ (0 | 29..=99) if true => {
            let v22: S0 = {
                println!("{n21:5}");
                println!("{n21:#x}|{n21}");
                (S0 { f0: [vec![79usize, 0x15_usize], Vec::<usize>::new()].concat(), ..S0::default() })
            }
            ;
        }
        1..=9 => {
            match (E0::V0 { f0: '\n', f1: (S0 { f0: vec![usize::MAX, 12usize], f1: vec![0.0f64, 3.0f64] }) }) {
                E0::V0 { f0: b23, f1: b24 } => {
                    let mut v25: String = String::from(" pad ").chars().rev().collect::<String>();
                }
                E0::V1(b26, b27) => {
                    let f28 = |a29: char| -> f64 { (3.0f64).min((-0.0f64)) };
                    println!("{:?} {:?}", f28(((b'a' + (57u8 % 26)) as char)), apply(&f28, '\n'));
                }
                E0::V2 { f0: b30, f1: b31 } => {
                    let f32 = |a33: bool| -> u64 { vec![48u64, 49u64].iter().fold((u64::MAX).rotate_left(3), |x, y| x.max(*y)) };
                    println!("{:?} {:?}", f32(vec![i128::MIN, 105i128].contains(&31i128)), f32(false));
                }
            }
        }
        n21 => {
            println!("[{:#b}]", vec![(-2i16), i16::MIN, (-25i16)].iter().fold(((-13i16) % (i16::MIN | 1)), |x, y| x.wrapping_add(*y)));
        }
    }
    let f34 = |a35: char| -> E1 { E1::V1 };
    println!("{:?} {:?}", f34('7'), apply(&f34, 'Z'));
    if true {
        match (0x5c_i16).max(Some(88i16).unwrap_or(0x29_i16)) {
            n36 @ (0 | 34..=99) if (49i32 < 38i32) => {
                println!("[{}]", (String::from("x,y,z").to_uppercase().len() as i16));
            }
            1..=14 => {
                let d38: Vec<Box<dyn Score>> = vec![Box::new((E0::V0 { f0: 'a', f1: (S0 { f0: vec![77usize, 68usize], f1: Vec::<f64>::new() }) })), Box::new(E1::V1), Box::new((S0 { f0: vec![64usize, 43usize], f1: Vec::<f64>::new() }))];
                for each in d38.iter() { println!("{} {}", each.label(), each.score()); }
            }
            n36 => {
                println!("[{}]", (((-7i32)).wrapping_mul(i32::MIN)).wrapping_add((i32::MIN).wrapping_sub(0x4b_i32)));
            }
        }
        let v39: Vec<Vec<u8>> = { let t40: Vec<Vec<u8>> = vec![[vec![87u8, u8::MAX], Vec::<u8>::new()].concat()]; vec![[vec![112u8, 47u8], vec![6u8, 78u8]].concat()] };
    }
    else {
        if let Some(v42) = Some(33u16).map(|m41| Some(4u64)) { println!("some {v42:?}"); } else { println!("none"); }
        match (0xf_usize).wrapping_sub(46usize) {
            n43 @ (0 | 40..=99) if false => {
                let mut v44: Option<S0> = None::<S0>;
            }
            1..=20 => {
                println!("[{:08b}]", (87i32).max((1.5f64 as i32)));
            }
            n43 => {
                println!("{n43:3e}");
            }
        }
    }
    let v45 = pick(&vec![String::from("-7"), String::from("x,y,z")].into_iter().skip(1).collect::<Vec<String>>(), (21usize).wrapping_add(30usize));
    println!("{}", show(&v45));
    if ((S0 { f0: vec![64usize, 110usize], ..S0::default() }) == (S0 { f0: vec![71usize, usize::MIN], f1: Vec::<f64>::new() })) {
        println!("[{:>}]", String::from("quote\""));
        let v46: i64 = ((((-0.0f64) / 1e-7f64)).ceil() as i64);
    }
}
fn section2() {
    match i32::MAX {
        n48 @ (0 | 21..=99) if false => {
            let v49: bool = false;
        }
        1..=1 => {
            let mut v50: i32 = 0x4_i32;
        }
        n48 => {
            println!("[{:#?}]", (S0 { f0: vec![119usize, usize::MIN], ..S0::default() }));
        }
    }
    if let Some(v51) = None::<f64> { println!("some {v51:?}"); } else { println!("none"); }
    let v52: Vec<f64> = vec![1.5f64, 1e-7f64];
    let v53 = pick(&Vec::<char>::new(), (String::from("Hello").len() as usize));
    println!("{}", show(&v53));
    let v55 = pick(&vec![Vec::<i32>::new().into_iter().map(|m54| u128::MIN).collect::<Vec<u128>>(); 0], 115usize);
    println!("{}", show(&v55));
}
async fn tasks() {
    let start = tokio::time::Instant::now();
    let r56f = async { sleep(Duration::from_millis(8193)).await; println!("task 1"); { sleep(Duration::from_millis(4096)).await; println!("task 1 step 0"); } { sleep(Duration::from_millis(8192)).await; println!("task 1 step 1"); } u32::MIN };
    println!("not yet");
    let r56 = r56f.await;
    println!("{:?} {:?}", r56, start.elapsed());
    let r57a = tokio::spawn(async move { sleep(Duration::from_millis(8194)).await; println!("task 2"); { let inner = noisy(13); sleep(Duration::from_millis(8192)).await; println!("task 2 step 0"); } { let inner = noisy(14); sleep(Duration::from_millis(12288)).await; println!("task 2 step 1"); } 0x32_u32 });
    let r57b = tokio::spawn(async move { let guard = noisy(15); sleep(Duration::from_millis(4)).await; println!("task 3"); { sleep(Duration::from_millis(4096)).await; println!("task 3 step 0"); } (false as u32) });
    let r57 = (r57b.await.ok(), r57a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r57, start.elapsed());
    let r58a = tokio::spawn(async move { sleep(Duration::from_millis(8)).await; println!("task 4"); { sleep(Duration::from_millis(4096)).await; println!("task 4 step 0"); } None::<u32>.unwrap_or(23u32) });
    let r58b = tokio::spawn(async move { let guard = noisy(17); sleep(Duration::from_millis(8208)).await; println!("task 5"); { sleep(Duration::from_millis(8192)).await; println!("task 5 step 0"); } (0x4b_u32).saturating_mul(12u32) });
    let r58 = (r58b.await.ok(), r58a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));
    println!("{:?} {:?}", r58, start.elapsed());
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
