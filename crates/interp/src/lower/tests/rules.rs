//! `macro_rules!`.

use super::{check, check_errors};
use expect_test::expect;

#[test]
fn rules_repetitions_and_fragments() {
    check(
        r#"macro_rules! map { ($($k:expr => $v:expr),* $(,)?) => {{ let mut m = Vec::new(); $(m.push(($k, $v));)* m }}; }
        macro_rules! max { ($x:expr) => { $x }; ($x:expr, $($rest:expr),+) => {{ let a = $x; let b = max!($($rest),+); if a > b { a } else { b } }}; }
        macro_rules! make { ($(#[$m:meta])* $v:vis struct $n:ident { $($f:ident : $t:ty),* }) => { $(#[$m])* $v struct $n { $($f: $t),* } impl $n { fn sum(&self) -> i32 { 0 $(+ self.$f as i32)* } } }; }
        macro_rules! op { ($a:tt plus $b:tt) => { $a + $b }; ($a:literal, $p:pat, $l:lifetime, $b:block, $path:path) => { $l: loop { if let $p = $a { break $l $b; } $path(1); } }; }
        macro_rules! nested { ($($name:ident: [$($x:expr),*];)*) => { $(let $name = [$($x * 2),*];)* }; }
        make! { /// doc
            #[derive(Clone)] pub struct S { a: u8, b: i32 } }
        fn f() { let a = 5; let m = map! { a => "b", 2 => "c", }; let n = max!(1, a, 3 + 4); let o = op!(1 plus (2)); op!(1, Some(_) | None, 'x, { 3 }, drop); nested! { p: [1, 2]; q: [3]; } p[0] + q[0]; }
        fn main() {}"#,
        &expect![[r#"
            fn f() {
                let a = 5;
                let m = {
                    let mut mˑ1 = <Vec<_>>::new();
                    mˑ1.push((a, "b"));
                    mˑ1.push((2, "c"));
                    mˑ1
                };
                let n = {
                    let aˑ2 = 1;
                    let bˑ2 = {
                        let aˑ3 = a;
                        let bˑ3 = (3 + 4);
                        if (aˑ3 > bˑ3) {
                            aˑ3
                        } else {
                            bˑ3
                        }
                    };
                    if (aˑ2 > bˑ2) {
                        aˑ2
                    } else {
                        bˑ2
                    }
                };
                let o = (1 + 2);
                '0: loop {
                    if let Option::Some { 0: _ } | Option::None = 1 {
                        break '0 {
                            3
                        };
                    };
                    drop(1);
                };
                let p = [(1 * 2), (2 * 2)];
                let q = [(3 * 2)];
                (p[0] + q[0]);
            }
            fn sum(self: &S) -> i32 {
                ((0 + self.a as i32) + self.b as i32)
            }
        "#]],
    );
}

#[test]
fn variables_of_a_macro_are_its_own() {
    check(
        r#"macro_rules! swap { ($a:ident, $b:ident) => { let tmp = $a; $a = $b; $b = tmp; }; }
        macro_rules! show { ($x:expr) => {{ let value = $x; println!("{value} {}", stringify!($x)); value }}; }
        macro_rules! point { ($a:expr) => {{ let x = $a; let y = x; P { x, y } }}; }
        struct P { x: i32, y: i32 }
        fn f() { let (mut tmp, mut b) = (1, 2); swap!(tmp, b); let value = 3; show!(value+1); let x = 1; point!(x); }
        fn main() {}"#,
        &expect![[r#"
            fn f() {
                let (mut tmp, mut b) = (1, 2);
                let tmpˑ1 = tmp;
                (tmp = b);
                (b = tmpˑ1);
                let value = 3;
                {
                    let valueˑ2 = (value + 1);
                    #Print(f"{1} value+1\n"("value+1", valueˑ2));
                    valueˑ2
                };
                let x = 1;
                {
                    let xˑ3 = x;
                    let yˑ3 = xˑ3;
                    P { 0: xˑ3, 1: yˑ3 }
                };
            }
        "#]],
    );
}

#[test]
fn macros_define_items() {
    check(
        "macro_rules! getters { ($($n:ident -> $t:ty = $e:expr;)*) => { $(fn $n() -> $t { $e })* }; }
        getters! { one -> i32 = 1; two -> u8 = 2; }
        struct A; impl A { getters! { three -> i64 = 3; } }
        mod inner { pub fn g() -> i32 { local!(4) } }
        macro_rules! local { ($e:expr) => { { fn helper(x: i32) -> i32 { x } helper($e) } }; }
        fn f() { getters! { four -> i32 = one(); } four(); local!(5); macro_rules! here { () => { 6 }; } here!(); }
        fn main() {}",
        &expect![[r#"
            fn one() -> i32 {
                1
            }
            fn two() -> u8 {
                2
            }
            fn g() -> i32 {
                {
                    helper(4)
                }
            }
            fn f() {
                four();
                {
                    helper(5)
                };
                6;
            }
            fn three() -> i64 {
                3
            }
            fn helper(x: i32) -> i32 {
                x
            }
            fn four() -> i32 {
                one()
            }
            fn helper(x: i32) -> i32 {
                x
            }
        "#]],
    );
}

#[test]
fn what_does_not_fit_is_said() {
    check_errors(
        "macro_rules! two { ($a:expr, $b:expr) => { $a + $b }; }
macro_rules! forever { () => { forever!() }; }
macro_rules! twice { ($($x:tt)*) => { twice!($($x)* $($x)*) }; }
macro_rules! bad { ($x) => {}; }
macro_rules! broken { () => { let = 1; }; }
macro_rules! items { () => { items!(); }; }
items!();
fn main() { two!(1); two!(1, 2, 3); forever!(); twice!(a b c); broken!(); }",
        &expect![[r#"
            4:22-23: missing fragment specifier
            7:1-9: recursion limit reached while expanding `items!`
            8:19-20: unexpected end of macro invocation: no rule of `two!` fits (look at the patterns of its rules)
            8:31-32: no rules of `two!` expected this token in macro call (look at the patterns of its rules)
            8:37-47: this is nested too deeply (give the inner parts names: a `let` for each, or a function)
            8:49-62: the macros of this program become too long (look for one that calls itself without an end)
        "#]],
    );
}
