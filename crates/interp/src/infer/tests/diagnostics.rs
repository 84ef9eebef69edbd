//! What is surely wrong.

use super::{check, check_main};
use expect_test::expect;

#[test]
fn mismatched_types() {
    check(
        "fn f() -> i32 { \"x\" } fn g() -> String { \"x\" } fn h(n: u8) {} struct S { n: u64 } fn k() -> i32 { 5; }
         fn main() { let a: i32 = \"5\"; h(300u16); let s = S { n: 'c' }; let t: (u8, bool) = (1, 2); if 1 { } let b: Vec<u8> = vec![\"a\"]; let c: f64 = 1; let d: Option<u8> = 5; }",
        &expect![[r#"
            n: u8
            a: i32
            s: S
            t: (u8, bool)
            b: Vec<u8>
            c: f64
            d: Option<u8>
            1:17 E0308: mismatched types: expected `i32`, found `&str`
            1:42 E0308: mismatched types: expected `String`, found `&str`
            1:97 E0308: mismatched types: expected `i32`, found `()`
            2:35 E0308: mismatched types: expected `i32`, found `&str`
            2:42 E0308: mismatched types: expected `u8`, found `u16`
            2:66 E0308: mismatched types: expected `u64`, found `char`
            2:97 E0308: mismatched types: expected `bool`, found integer
            2:104 E0308: mismatched types: expected `bool`, found integer
            2:132 E0308: mismatched types: expected `u8`, found `&str`
            2:151 E0308: mismatched types: expected `f64`, found integer
            2:174 E0308: mismatched types: expected `Option<u8>`, found integer
        "#]],
    );
}

#[test]
fn wrong_numbers_of_arguments() {
    check(
        "fn f(a: u8) {} struct S(u8, u8); impl S { fn m(&self, n: u8) {} } fn main() { f(); f(1, 2); S(1).m(); let s = S(1, 2); s.m(1, 2); let c = |x: u8| x; c(); }",
        &expect![[r#"
            a: u8
            s: S
            c: {closure}
            x: u8
            self: &S
            n: u8
            1:79 E0061: this function takes 1 argument but 0 arguments were supplied
            1:84 E0061: this function takes 1 argument but 2 arguments were supplied
            1:93 E0061: this struct takes 2 arguments but 1 argument was supplied
            1:98 E0061: this method takes 1 argument but 0 arguments were supplied
            1:122 E0061: this method takes 1 argument but 2 arguments were supplied
            1:150 E0057: this function takes 1 argument but 0 arguments were supplied
        "#]],
    );
}

#[test]
fn missing_methods_and_fields() {
    check(
        "struct S { count: u8 } impl S { fn increment(&self) {} } fn main() { let s = S { count: 1 }; s.incremnt(); let a = s.cuont; let v = vec![1]; v.lenght(); let b = 5u8.foo(); S::create(); (1, 2).5; }",
        &expect![[r#"
            s: S
            a: _
            v: Vec<_>
            b: _
            self: &S
            1:96 E0599: no method named `incremnt` found for struct `S` in the current scope (there is a method `increment` with a similar name)
            1:116 E0609: no field `cuont` on type `S`
            1:144 E0599: no method named `lenght` found for struct `Vec<{integer}>` in the current scope (there is a method `len` with a similar name)
            1:166 E0599: no method named `foo` found for type `u8` in the current scope (not supported by the playground yet)
            1:173 E0599: no function or associated item named `create` found for struct `S` in the current scope
            1:186 E0609: no field `5` on type `({integer}, {integer})`
        "#]],
    );
}

#[test]
fn operators_between_numbers() {
    check_main(
        "let a = 1i32 + 2i64; let b = 1u8 + 1.5; let c = 1 == 1.0; let d = 1i32 < 2u8; let e = -1u8; let f = !\"x\"; let g = 2 + \"x\"; let mut h = 1u8; h += 2i32; let i = 5 == &5;",
        &expect![[r#"
            a: _
            b: _
            c: bool
            d: bool
            e: u8
            f: _
            g: _
            h: u8
            i: bool
            1:28 E0308: mismatched types: expected `i32`, found `i64`
            1:42 E0277: cannot add `{float}` to `u8`
            1:66 E0308: mismatched types: expected integer, found floating-point number
            1:86 E0308: mismatched types: expected `i32`, found `u8`
            1:99 E0600: cannot apply unary operator `-` to type `u8`
            1:113 E0600: cannot apply unary operator `!` to type `&str`
            1:127 E0277: cannot add `&str` to `{integer}`
            1:158 E0308: mismatched types: expected `u8`, found `i32`
            1:172 E0277: can't compare `{integer}` with `&{integer}`
        "#]],
    );
}
