//! Calls whose type comes from what is wanted: parse, collect, into, sum, default.

use super::{check, check_main};
use expect_test::expect;

#[test]
fn parse_gives_what_is_asked_for() {
    check(
        "struct S { n: u16 } fn take(n: i64) {}
         fn main() { let a: u8 = \"1\".parse().unwrap(); let b = \"2\".parse::<f64>(); let c = \"3\".parse().unwrap();
         take(c); let s = S { n: \"4\".parse().unwrap_or(0) }; let d = \"5\".parse::<i32>().unwrap_or_default(); }",
        &expect![[r#"
            n: i64
            a: u8
            b: Result<f64, ParseFloatError>
            c: i64
            s: S
            d: i32
        "#]],
    );
}

#[test]
fn into_and_from_take_what_is_wanted() {
    check(
        "fn take(s: String) {} struct W(i64); impl From<i32> for W { fn from(n: i32) -> W { W(n.into()) } }
         fn main() { let a: String = \"x\".into(); let b = String::from(\"y\"); take(\"z\".into()); let w: W = 5.into();
         let c = i64::from(3); let d: Option<u8> = 4.into(); let e: u8 = u8::try_from(300).unwrap_or(0); }",
        &expect![[r#"
            s: String
            a: String
            b: String
            w: W
            c: i64
            d: Option<u8>
            e: u8
            n: i32
        "#]],
    );
}

#[test]
fn defaults_take_what_is_wanted() {
    check(
        "#[derive(Default)] struct S { n: u8 } fn main() { let a: S = Default::default(); let b = S::default();
         let c = i64::default(); let d: Vec<u8> = Default::default(); }",
        &expect![[r#"
            a: S
            b: S
            c: i64
            d: Vec<u8>
        "#]],
    );
}

#[test]
fn options_and_results_pass_types_on() {
    check_main(
        "let a = Some(3u8); let b = a.map(|x| x as u64 * 2); let c = b.unwrap_or(7); let d = a.ok_or(\"no\");
         let e = d.map_err(|s| s.len()); let f = a.and_then(|x| if x > 1 { Some(x.to_string()) } else { None });
         let g = f.as_ref().map(|s| s.len()); let h = f.as_deref().unwrap_or(\"none\"); let i = a.filter(|x| *x > 1).is_some();",
        &expect![[r#"
            a: Option<u8>
            b: Option<u64>
            c: u64
            d: Result<u8, &str>
            e: Result<u8, usize>
            f: Option<String>
            g: Option<usize>
            h: &str
            i: bool
            x: u8
            s: &str
            x: u8
            s: &String
            x: &u8
        "#]],
    );
}

#[test]
fn vectors_learn_what_is_put_in() {
    check_main(
        "let mut v = Vec::new(); v.push(1u8); let mut w = Vec::new(); w.push((\"a\", 2)); let x = w[0].1; let y = v.pop();
         let z = v.first().copied(); let s = v.iter().sum::<u8>(); let n = v.len(); let mut e = vec![]; e.extend([1i64, 2]);",
        &expect![[r#"
            v: Vec<u8>
            w: Vec<(&str, i32)>
            x: i32
            y: Option<u8>
            z: Option<u8>
            s: u8
            n: usize
            e: Vec<i64>
        "#]],
    );
}

#[test]
fn maps_learn_what_is_put_in() {
    check_main(
        "use std::collections::HashMap; let mut m = HashMap::new(); m.insert(\"a\", 1u8); let a = m.get(\"a\"); let b = m[\"a\"];
         *m.entry(\"b\").or_insert(0) += 1; for (k, v) in &m { let kk = k; let vv = v; } let ks: Vec<_> = m.keys().collect();
         let c: HashMap<_, _> = [(1, 'a')].into_iter().collect(); let d = m.values().copied().max();",
        &expect![[r#"
            m: HashMap<&str, u8, RandomState>
            a: Option<&u8>
            b: u8
            k: &&str
            v: &u8
            kk: &&str
            vv: &u8
            ks: Vec<&&str>
            c: HashMap<i32, char, RandomState>
            d: Option<u8>
        "#]],
    );
}

#[test]
fn strings_have_their_methods() {
    check_main(
        "let s = String::from(\"a b\"); let t = s.trim(); let n = s.len(); let p: Vec<_> = s.split(' ').collect();
         let c = s.chars().rev().collect::<String>(); let u = s.to_uppercase() + \"x\" + &c; let f = format!(\"{s}\");
         let b = s.as_bytes()[0]; let w = s.split_whitespace().map(str::len).sum::<usize>(); let l = &s[1..];
         let o = s.find('b'); let v = s.chars().next().unwrap(); let j = [\"a\", \"b\"].join(\"-\"); let r = s.repeat(2);",
        &expect![[r#"
            s: String
            t: &str
            n: usize
            p: Vec<&str>
            c: String
            u: String
            f: String
            b: u8
            w: usize
            l: &str
            o: Option<usize>
            v: char
            j: String
            r: String
        "#]],
    );
}

#[test]
fn generic_functions_and_structs_take_their_arguments_types() {
    check(
        "fn id<T>(t: T) -> T { t } fn pair<A, B>(a: A, b: B) -> (B, A) { (b, a) } struct Stack<T> { items: Vec<T> }
         impl<T: Clone> Stack<T> { fn new() -> Self { Stack { items: Vec::new() } } fn push(&mut self, t: T) { self.items.push(t); }
         fn top(&self) -> Option<&T> { self.items.last() } }
         fn main() { let a = id(5u8); let b = pair(1, \"x\"); let mut s = Stack::new(); s.push(2i64); let t = s.top(); let c = id::<f32>(1.0); }",
        &expect![[r#"
            t: T
            a: A
            b: B
            a: u8
            b: (&str, i32)
            s: Stack<i64>
            t: Option<&i64>
            c: f32
            self: &mut Stack<T>
            t: T
            self: &Stack<T>
        "#]],
    );
}

#[test]
fn function_pointers_and_closures_are_called() {
    check(
        "fn twice(f: impl Fn(i64) -> i64, n: i64) -> i64 { f(f(n)) } fn inc(n: i64) -> i64 { n + 1 }
         fn make() -> Box<dyn Fn(u8) -> u8> { Box::new(|x| x + 1) } fn adder(n: u16) -> impl Fn(u16) -> u16 { move |x| x + n }
         fn main() { let a = twice(|x| x * 2, 3); let b = twice(inc, 4); let f: fn(i64) -> i64 = inc; let c = f(1); let g = make();
         let d = g(2); let h = adder(3)(4); let k = |a, b: u8| a + b; let m = k(1, 2); let table = [inc as fn(i64) -> i64, |x| x - 1]; }",
        &expect![[r#"
            f: impl Fn(i64) -> i64
            n: i64
            n: i64
            x: u8
            n: u16
            x: u16
            a: i64
            b: i64
            f: fn(i64) -> i64
            c: i64
            g: Box<dyn Fn<(u8), Output = u8>>
            d: u8
            h: u16
            k: {closure}
            m: u8
            table: [fn(i64) -> i64; 2]
            x: i64
            a: u8
            b: u8
            x: i64
        "#]],
    );
}

#[test]
fn shadowing_starts_anew() {
    check_main(
        "let x = \"5\"; let x: u8 = x.parse().unwrap(); let x = x as f64; let x = vec![x]; { let x = 'c'; }",
        &expect![[r#"
            x: &str
            x: u8
            x: f64
            x: Vec<f64>
            x: char
        "#]],
    );
}
