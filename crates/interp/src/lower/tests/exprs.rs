//! Expressions, patterns and statements.

use super::{check, check_body, check_wrong};
use expect_test::expect;

#[test]
fn literals_and_operators() {
    check_body(
        r##"let a = 1 + 2u8 * 0xff - 1_000i64 % 0b11;
        let b = -1.5f32 + 2e3 - 1f64; let c = !true && 1 < 2 || 'a' == '\n'; let d = "x\u{e9}"; let e = b"ab\x00"; let f = b'a';
        let g = r#"raw"#; let h = &mut 1; let i = &&2; let j = *&3 as u8 as char; let k = (1,); let l = (); let m = [1, 2]; let n = [0u8; 4];
        let o = m[0] + m[1]; let p = k.0; let mut q = 1; q += 2; q <<= 1; q = 3; let r = &raw const q; let s = ((1));"##,
        &expect![[r#"
            fn f() {
                let a = ((1 + (2u8 * 255)) - (1000i64 % 3));
                let b = ((-1.5f32 + 2000.0) - 1.0f64);
                let c = ((!true && (1 < 2)) || ('a' == '\n'));
                let d = "xé";
                let e = b"ab\0";
                let f = 97u8;
                let g = "raw";
                let h = &mut 1;
                let i = &&2;
                let j = *&3 as u8 as char;
                let k = (1,);
                let l = ();
                let m = [1, 2];
                let n = [0u8; 4];
                let o = (m[0] + m[1]);
                let p = k.0;
                let mut q = 1;
                (q += 2);
                (q <<= 1);
                (q = 3);
                let r = &raw const q;
                let s = 1;
            }
        "#]],
    );
}

#[test]
fn ranges_are_structs() {
    check_body(
        "let a = 0..3; let b = 0..=3; let c = ..; let d = 1..; let e = ..2; let f = ..=2; let g = &[1, 2, 3][1..];",
        &expect![[r#"
        fn f() {
            let a = Range { 0: 0, 1: 3 };
            let b = new(0, 3);
            let c = RangeFull {  };
            let d = RangeFrom { 0: 1 };
            let e = RangeTo { 0: 2 };
            let f = RangeToInclusive { 0: 2 };
            let g = &[1, 2, 3][RangeFrom { 0: 1 }];
        }
    "#]],
    );
}

#[test]
fn control_flow() {
    check_body(
        "let o = Some(1);
        if let Some(x) = o && x > 0 { x } else if false { 1 } else { 2 };
        let Some(y) = o else { return };
        while let Some(z) = o { continue; }
        'outer: for i in 0..3 { loop { break 'outer; } }
        let v = loop { break 5; };
        let w = 'b: { if v > 1 { break 'b 1; } 2 };
        let t = (|| -> Option<i32> { let q = o?; Some(q) })();
        match v { 1 | 2 => 1, 3..=5 if w > 1 => 2, n @ 6.. => n, i32::MIN..0 => 0, _ => -1 };",
        &expect![[r#"
            fn f() {
                let o = Option::Some(1);
                if (let Option::Some { 0: x } = o && (x > 0)) {
                    x
                } else if false {
                    1
                } else {
                    2
                };
                let Option::Some { 0: y } = o else {
                    return
                };
                '0: while let Option::Some { 0: z } = o {
                    continue '0;
                };
                '1: for i in Range { 0: 0, 1: 3 } {
                    '2: loop {
                        break '1;
                    }
                };
                let v = '3: loop {
                    break '3 5;
                };
                let w = '4: {
                    if (v > 1) {
                        break '4 1;
                    };
                    2
                };
                let t = [o]() -> Option<i32> {
                    let q = o?;
                    Option::Some(q)
                }();
                match v {
                    1 | 2 => 1
                    3..=5 if (w > 1) => 2
                    n @ 6.. => n
                    <i32>::MIN..0 => 0
                    _ => -1
                };
            }
        "#]],
    );
}

#[test]
fn patterns() {
    check(
        "struct P { x: i32, y: (u8, u8) } enum E { A(i32, i32, i32), B { p: P, q: u8 }, C } const K: i32 = 1;
        fn f(P { x, y: (a, _) }: P, mut b: i32, (c, .., d): (u8, u8, u8), &e: &u8) {
            match E::C { E::A(first, .., last) | E::A(first, last, _) => {}, E::B { p: P { x: ref rx, .. }, q: 1 } => {}, E::B { .. } => {}, E::C => {} }
            match [1, 2, 3] { [] => {}, [one] => {}, [first, rest @ .., last] => {}, }
            match b { K => {}, i32::MAX => {}, -1 => {}, x @ (2 | 3) => {}, ref mut r => {} }
            let (Some(Ok(z)) | Some(Err(z))) = Some(Ok::<i32, i32>(1)) else { return };
        } fn main() {}",
        &expect![[r#"
            fn K() -> i32 1
            fn f(P { 0: x#0, 1: (a, _) }: P, mut b: i32, (c, .., d): (u8, u8, u8), &e: &u8) {
                match E::C {
                    E::A { 0: first#6, 2: last#7 } | E::A { 0: first#6, 1: last#7, 2: _ } => {}
                    E::B { 0: P { 0: ref rx }, 1: 1 } => {}
                    E::B => {}
                    E::C => {}
                };
                match [1, 2, 3] {
                    [] => {}
                    [one] => {}
                    [first#10, rest @ .., last#12] => {}
                };
                match b {
                    K => {}
                    <i32>::MAX => {}
                    -1 => {}
                    x#13 @ 2 | 3 => {}
                    ref mut r => {}
                };
                let Option::Some { 0: Result::Ok { 0: z } } | Option::Some { 0: Result::Err { 0: z } } = Option::Some(Result::Ok::<i32, i32>(1)) else {
                    return
                };
            }
        "#]],
    );
}

#[test]
fn assignments_take_apart() {
    check(
        "struct P { x: i32, y: i32 } struct T(i32, i32);
        fn f() { let (mut a, mut b) = (1, 2); let mut v = [0, 0]; (a, b) = (b, a); [a, _, ..] = [1, 2, 3]; _ = a; (v[0], P { x: a, .. }) = (1, P { x: 1, y: 2 }); T(a, b) = T(1, 2); }
        fn main() {}",
        &expect![[r#"
            fn f() {
                let (mut a, mut b) = (1, 2);
                let mut v = [0, 0];
                {
                    let (value#3, value#4) = (b, a);
                    (a = value#3);
                    (b = value#4);
                };
                {
                    let [value#5, _, ..] = [1, 2, 3];
                    (a = value#5);
                };
                {
                    let _ = a;
                };
                {
                    let (value#6, P { 0: value#7 }) = (1, P { 0: 1, 1: 2 });
                    (v[0] = value#6);
                    (a = value#7);
                };
                {
                    let T { 0: value#8, 1: value#9 } = T(1, 2);
                    (a = value#8);
                    (b = value#9);
                };
            }
        "#]],
    );
}

#[test]
fn closures_and_async() {
    check(
        "async fn g(n: u32) -> u32 { n }
        async fn f(text: String, mut count: u32) -> Result<u32, ()> {
            let add = |x: u32, (y, _)| x + y + count;
            let owned = move || text.len();
            let nested = || { let inner = || count; inner() };
            let future = async move { g(count).await + 1 };
            let lazy = async |n: u32| g(n + count).await;
            let lent = async { count += 1; Ok::<u32, ()>(add(1, (2, 3))) };
            let all = g(1)
                .await
                .max(lent.await?);
            Ok(all)
        }
        fn main() {}",
        &expect![[r#"
            async fn g(n: u32) -> u32 {
                n
            }
            async fn f(text: String, mut count: u32) -> Result<u32, ()> {
                let add = [count](x: u32, (y, _)) ((x + y) + count);
                let owned = [move text]() text.len();
                let nested = [count]() {
                    let inner = [count]() count;
                    inner()
                };
                let future = async [move count] {
                    (g(count).await{g(count)} + 1)
                };
                let lazy = [count](n: u32) async [move n, count] g((n + count)).await{g(n + count)};
                let lent = async [count, add] {
                    (count += 1);
                    Result::Ok::<u32, ()>(add(1, (2, 3)))
                };
                let all = g(1).await{g(1)}.max(lent.await{lent}?);
                Result::Ok(all)
            }
        "#]],
    );
}

#[test]
fn structs_are_complete() {
    check(
        "#[derive(Default, Clone)] struct P { x: i32, y: i32 }
        impl P { fn new(x: i32) -> Self { let y = 2; Self { x, y } } }
        fn f() -> P { let a = P::new(1); P { y: 3, ..a.clone() } } fn main() {}",
        &expect![[r#"
            fn f() -> P {
                let a = <P>::new(1);
                P { 1: 3, ..a.clone() }
            }
            fn new(x: i32) -> P {
                let y = 2;
                P::<> { 0: x, 1: y }
            }
        "#]],
    );
    check_wrong(
        "struct P { x: i32, y: i32 } let a = P { x: 1 }; let b = P { x: 1, x: 2, y: 1, zz: 3 }; let P { x } = a; enum E { V(i32, i32) } let E::V(z) = 1; let c = Q { a: 1 };",
        &expect![[r#"
            2:37-38: E0063 missing field `y` in initializer of `P` (give it a value, or end with `..` and another value to take it from)
            2:70-71: E0062 field `x` specified more than once
            2:79-81: E0560 struct `P` has no field named `zz` (its fields are: x, y)
            2:92-99: E0027 pattern does not mention field `y` (write `..` for the fields that do not matter)
            2:132-139: E0023 this pattern has 1 field, but the corresponding tuple variant has 2 fields
            2:153-154: E0422 cannot find struct, variant or union type `Q` in this scope (did you mean `E`?)
        "#]],
    );
}

#[test]
fn statements_and_items_in_blocks() {
    check_body(
        "use std::collections::HashMap as Map; const N: usize = 2; static S: u8 = 1; struct Local(u8); impl Local { fn get(&self) -> u8 { self.0 } }
        let m: Map<u8, Local> = Map::new(); let x = { const N: usize = 3; N } + N; Local(S).get(); ; unsafe { x }; const { 1 };",
        &expect![[r#"
            fn f() {
                let m: HashMap<u8, Local, RandomState> = <HashMap<_, _, _>>::new();
                let x = ({
                    N
                } + N);
                Local(S).get();
                ();
                {
                    x
                };
                {
                    1
                };
            }
            fn N() -> usize 2
            fn S() -> u8 1
            fn get(self: &Local) -> u8 {
                self.0
            }
            fn N() -> usize 3
        "#]],
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    check_wrong(
        "let a = b\"x\"; let b = 1u7; let c = 340282366920938463463374607431768211456; let d = _; let e = 1.0f16; yield 1; let x: u8 = try { 1 };",
        &expect![[r#"
            2:23-26: invalid suffix `u7` for number literal (the suffix must be one of the numeric types (`u32`, `isize`, `f32`, etc.))
            2:36-75: integer literal is too large (value exceeds limit of `340282366920938463463374607431768211455`)
            2:85-86: in expressions, `_` can only be used on the left-hand side of an assignment
            2:96-102: invalid suffix `f16` for float literal (valid suffixes are `f32` and `f64`)
            2:104-111: coroutines with `yield` are experimental and not supported by the playground (use an async block or an iterator)
            2:125-134: `try` blocks are experimental and not supported by the playground (use a closure or an async block and `?`)
        "#]],
    );
}
