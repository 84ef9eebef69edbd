//! What is surely wrong.

use super::{check, check_main};
use expect_test::expect;

#[test]
fn mismatched_types() {
    check(
        "fn f() -> i32 { \"x\" } fn g() -> String { \"x\" } fn h(n: u8) {} struct S { n: u64 } fn k() -> i32 { 5; }
         fn main() { let a: i32 = \"5\"; h(300u16); let s = S { n: 'c' }; let t: (u8, bool) = (1, 2); if 1 { } let b: Vec<u8> = vec![\"a\"]; let c: f64 = 1; let d: Option<u8> = 5; }",
        &expect![[""]],
    );
}

#[test]
fn wrong_numbers_of_arguments() {
    check(
        "fn f(a: u8) {} struct S(u8, u8); impl S { fn m(&self, n: u8) {} } fn main() { f(); f(1, 2); S(1).m(); let s = S(1, 2); s.m(1, 2); let c = |x: u8| x; c(); }",
        &expect![[""]],
    );
}

#[test]
fn missing_methods_and_fields() {
    check(
        "struct S { count: u8 } impl S { fn increment(&self) {} } fn main() { let s = S { count: 1 }; s.incremnt(); let a = s.cuont; let v = vec![1]; v.lenght(); let b = 5u8.foo(); S::create(); (1, 2).5; }",
        &expect![[""]],
    );
}

#[test]
fn operators_between_numbers() {
    check_main(
        "let a = 1i32 + 2i64; let b = 1u8 + 1.5; let c = 1 == 1.0; let d = 1i32 < 2u8; let e = -1u8; let f = !\"x\"; let g = 2 + \"x\"; let mut h = 1u8; h += 2i32; let i = 5 == &5;",
        &expect![[""]],
    );
}
