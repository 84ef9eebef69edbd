//! Chains of iterators.

use super::check_main;
use expect_test::expect;

#[test]
fn closures_in_chains_know_what_they_get() {
    check_main(
        "let v = vec![1u8, 2, 3]; let a: Vec<_> = v.iter().map(|x| x * 2).collect(); let b: Vec<u64> = v.iter().map(|&x| x as u64).collect();
         let c = v.iter().filter(|x| **x > 1).count(); let d = v.iter().fold(0, |acc, x| acc + x); let e = v.into_iter().zip(1..).map(|(a, b)| a as i32 + b).max();",
        &expect![[r#"
            v: Vec<u8>
            a: Vec<u8>
            b: Vec<u64>
            c: usize
            d: u8
            e: Option<i32>
            x: &u8
            x: u8
            x: &&u8
            acc: u8
            x: &u8
            a: u8
            b: i32
        "#]],
    );
}

#[test]
fn sums_and_products_take_what_is_wanted() {
    check_main(
        "let v = [1u32, 2, 3]; let a: u32 = v.iter().sum(); let b = v.iter().map(|&x| x as f64).sum::<f64>(); let c: u64 = (1..=5).product();
         let d = v.iter().copied().min().unwrap(); let e: f32 = [1.0, 2.0].iter().sum();",
        &expect![[r#"
            v: [u32; 3]
            a: u32
            b: f64
            c: u64
            d: u32
            e: f32
            x: u32
        "#]],
    );
}

#[test]
fn collect_makes_what_is_wanted() {
    check_main(
        "use std::collections::{BTreeMap, HashSet, VecDeque}; let a: Result<Vec<i32>, _> = [\"1\", \"2\"].iter().map(|s| s.parse::<i32>()).collect();
         let b: HashSet<char> = \"abc\".chars().collect(); let c: String = vec![\"a\", \"b\"].into_iter().collect(); let d = (0..3).map(|i| (i, i * 2)).collect::<BTreeMap<_, u64>>();
         let e: Option<Vec<_>> = vec![Some(1u8), None].into_iter().collect(); let f = (0..3u8).collect::<VecDeque<_>>(); let g: (Vec<_>, Vec<_>) = (0..4).partition(|n| n % 2 == 0);",
        &expect![[r#"
            a: Result<Vec<i32>, ParseIntError>
            b: HashSet<char, RandomState>
            c: String
            d: BTreeMap<u64, u64>
            e: Option<Vec<u8>>
            f: VecDeque<u8>
            g: (Vec<i32>, Vec<i32>)
            s: &&str
            i: u64
            n: &i32
        "#]],
    );
}

#[test]
fn adaptors_keep_track() {
    check_main(
        "let v = vec![\"a\", \"bb\"]; let a = v.iter().enumerate().map(|(i, s)| i + s.len()).collect::<Vec<_>>(); let b = v.iter().flat_map(|s| s.chars()).collect::<Vec<_>>();
         let c = v.iter().rev().take(1).skip(0).cloned().collect::<Vec<&str>>(); let d = v.chunks(2).map(|c| c.len()).collect::<Vec<_>>();
         let e = v.iter().position(|s| *s == \"a\"); let f = v.iter().any(|s| s.is_empty()); let g = v.windows(2).next(); let h = v.iter().max_by_key(|s| s.len());
         let i = v.iter().copied().chain([\"c\"]).last(); let mut p = v.iter().peekable(); let q = p.peek(); let r = v.iter().scan(0u8, |s, _| { *s += 1; Some(*s) }).collect::<Vec<_>>();",
        &expect![[r#"
            v: Vec<&str>
            a: Vec<usize>
            b: Vec<char>
            c: Vec<&str>
            d: Vec<usize>
            e: Option<usize>
            f: bool
            g: Option<&[&str]>
            h: Option<&&str>
            i: Option<&str>
            p: Peekable<Iter<&str>>
            q: Option<&&&str>
            r: Vec<u8>
            i: usize
            s: &&str
            s: &&str
            c: &[&str]
            s: &&str
            s: &&str
            s: &&&str
            s: &mut u8
        "#]],
    );
}

#[test]
fn sorting_closures_know_what_they_get() {
    check_main(
        "let mut v = vec![(1u8, \"a\"), (2, \"b\")]; v.sort_by(|a, b| b.0.cmp(&a.0)); v.sort_by_key(|p| p.1); v.retain(|p| p.0 > 1); v.dedup();
         let m = v.iter().map(|p| p.0).min_by(|a, b| a.cmp(b)); let s = v.iter().map(|p| p.1.len() as f64).fold(0.0, f64::max);",
        &expect![[r#"
            v: Vec<(u8, &str)>
            m: Option<u8>
            s: f64
            a: &(u8, &str)
            b: &(u8, &str)
            p: &(u8, &str)
            p: &(u8, &str)
            p: &(u8, &str)
            a: &u8
            b: &u8
            p: &(u8, &str)
        "#]],
    );
}
