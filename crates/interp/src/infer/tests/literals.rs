//! What width literals have.

use super::{check, check_main};
use expect_test::expect;

#[test]
fn a_literal_alone_is_an_i32_or_an_f64() {
    check_main(
        "let a = 1; let b = 2.5; let c = -3; let d = 1_000_000u64; let e = 0.5f32;",
        &expect![[r#"
        a: i32
        b: f64
        c: i32
        d: u64
        e: f32
    "#]],
    );
}

#[test]
fn a_literal_takes_the_type_of_the_other_operand() {
    check_main(
        "let a: u64 = 7; let b = a + 1; let c = 2 * a; let d = 1; let e = a - d; let f = 1.0f32; let g = f * 2.0;",
        &expect![[r#"
            a: u64
            b: u64
            c: u64
            d: u64
            e: u64
            f: f32
            g: f32
        "#]],
    );
}

#[test]
fn a_literal_takes_the_type_of_the_parameter_it_is_passed_as() {
    check(
        "fn f(n: u8, m: i64) -> u16 { 3 } fn main() { let a = 1; let b = 2; let c = f(a, b); let d = c + 1; }",
        &expect![[r#"
            n: u8
            m: i64
            a: u8
            b: i64
            c: u16
            d: u16
        "#]],
    );
}

#[test]
fn a_literal_takes_the_type_of_the_field_it_is_stored_in() {
    check(
        "struct P { x: f32, n: Option<u8> } fn main() { let a = 1.0; let b = 5; let p = P { x: a, n: Some(b) };
         let q = p.x * 2.0; if let Some(n) = p.n { let m = n + 1; } }",
        &expect![[r#"
            a: f32
            b: u8
            p: P
            q: f32
            n: u8
            m: u8
        "#]],
    );
}

#[test]
fn a_variable_written_later_takes_the_type_of_what_is_written() {
    check_main(
        "let mut n = 0; let m: u64 = 4; n += m; let mut total = 0; total = m; let x; x = 5u8;",
        &expect![[r#"
            n: u64
            m: u64
            total: u64
            x: u8
        "#]],
    );
}

#[test]
fn references_are_looked_through_by_operators() {
    check_main(
        "let a = 5u8; let r = &a; let b = r + 1; let c = 1 + r; let d = *r + 2; let e = -&4i64;",
        &expect![[r#"
            a: u8
            r: &u8
            b: u8
            c: u8
            d: u8
            e: i64
        "#]],
    );
}

#[test]
fn shifts_keep_the_left_type() {
    check_main(
        "let a = 1u64 << 3; let n = 4; let b = 1u8 << n; let c = a >> 2u8;",
        &expect![[r#"
        a: u64
        n: i32
        b: u8
        c: u64
    "#]],
    );
}

#[test]
fn an_index_is_a_usize() {
    check_main(
        "let v = vec![1u8, 2]; let i = 1; let a = v[i]; let s = &v[0..1]; let j = 0; let t = &v[j..];",
        &expect![[r#"
            v: Vec<u8>
            i: usize
            a: u8
            s: &[u8]
            j: usize
            t: &[u8]
        "#]],
    );
}

#[test]
fn casts_leave_what_they_cast_as_it_is() {
    check_main(
        "let a = 300; let b = a as u8; let c = 2.7 as i32; let d = 'a' as u32; let e = 7 as f64;",
        &expect![[r#"
            a: i32
            b: u8
            c: i32
            d: u32
            e: f64
        "#]],
    );
}

#[test]
fn ranges_and_loops_take_the_type_of_their_ends() {
    check_main(
        "let n: u64 = 9; for i in 0..n { let a = i; } for (k, x) in [1u8, 2].iter().enumerate() { let b = k; } let r = 1..=n;",
        &expect![[r#"
            n: u64
            i: u64
            a: u64
            k: usize
            x: &u8
            b: usize
            r: RangeInclusive<u64>
        "#]],
    );
}

#[test]
fn durations_say_what_they_are_multiplied_with() {
    check_main(
        "use std::time::Duration; let n = 3; let a = Duration::from_millis(5) * n; let m = 500 - n as u64 * 100;
         let b = Duration::from_millis(m); let c = a + b; let s = c.as_secs_f64() * 2.0; let f = a.as_millis();",
        &expect![[r#"
            n: u32
            a: Duration
            m: u64
            b: Duration
            c: Duration
            s: f64
            f: u128
        "#]],
    );
}

#[test]
fn branches_agree() {
    check_main(
        "let x = 3u16; let a = if x > 2 { 1 } else { x }; let b = match x { 0 => 0, n => n }; let c = loop { break 5; };
         let d = if x > 1 { return; } else { 7u8 }; let e = 'a: { if x == 1 { break 'a 1; } 2i64 };",
        &expect![[r#"
            x: u16
            a: u16
            n: u16
            b: u16
            c: i32
            d: u8
            e: i64
        "#]],
    );
}

#[test]
fn comparisons_bring_both_sides_together() {
    check_main(
        "let a = 5; let b: u64 = 7; let c = a < b; let d = Some(1); let e = d == Some(2u8);",
        &expect![[r#"
            a: u64
            b: u64
            c: bool
            d: Option<u8>
            e: bool
        "#]],
    );
}

#[test]
fn what_is_compared_with_a_number_is_one() {
    check_main(
        r#"let a = "5".parse().unwrap(); assert_eq!(5, a);
        let b = "5".parse().unwrap(); let same = 5 == b; let later: i64 = b;
        let c = "5".parse().unwrap_or_default(); let less = 2.5 < c;"#,
        &expect![[r#"
            a: i32
            left: &i32
            right: &i32
            b: i64
            same: bool
            later: i64
            c: f64
            less: bool
        "#]],
    );
}
