//! Which captures are by move without `move`.

use super::look_at;
use expect_test::{Expect, expect};
use std::fmt::Write;

/// Lists the captures of all closures and async blocks in a `main`, those by move with a star.
#[track_caller]
fn check(statements: &str, expected: &Expect) {
    let mut looked = look_at(&format!(
        "use std::future::Future; use std::rc::Rc; struct S {{ name: String, n: u8 }} fn take<T>(t: T) {{}}
         fn main() {{ {statements} }}"
    ));
    let mut out = String::new();
    for (id, types) in &looked.found {
        let body = looked.world.body(*id).expect("it was lowered before");
        let captures = body.captures.iter().map(|it| {
            let name = looked.world.program.names.text(body.locals[it.inner.index()].name);
            let star = if types.moved.contains(&it.inner) { "*" } else { "" };
            format!("{name}{star}")
        });
        let captures: Vec<String> = captures.collect();
        if !captures.is_empty() {
            writeln!(out, "{}", captures.join(" ")).expect("a string takes all");
        }
    }
    expected.assert_eq(&out);
}

#[test]
fn what_is_only_looked_at_is_borrowed() {
    check(
        "let s = String::new(); let v = vec![1]; let mut n = 0; let f = || { n += 1; println!(\"{s}\"); v.len() + s.len() };
         let g = || for x in &v { take(x); }; let h = async { s == *\"x\" && v[0] == 1 };",
        &expect![[r#"
            n s v
            v
            s v
        "#]],
    );
}

#[test]
fn what_is_consumed_is_moved_but_not_what_is_copied() {
    check(
        "let s = String::new(); let v = vec![1]; let n = 5; let r = &n; let f = || { take(s); take(n); take(r); };
         let g = || for x in v { take(x); }; let t = Rc::new(1); let h = || { let u = t; }; let w = vec![1]; let i = || w.into_iter().sum::<i32>();",
        &expect![[r#"
            s* n r
            v*
            t*
            w*
        "#]],
    );
}

#[test]
fn parts_patterns_and_inner_closures_consume_too() {
    check(
        "let a = S { name: String::new(), n: 1 }; let b = S { name: String::new(), n: 1 }; let f = || take(a.name); let g = || take(b.n);
         let o = Some(String::new()); let h = || if let Some(x) = o { take(x) }; let p = Some(String::new()); let i = || if let Some(x) = &p { take(x) };
         let s = String::new(); let j = || { let k = || take(s); k() }; let t = String::new(); let l = async { async move { t.len() }.await };
         let q = Some(5); let m = || match q { Some(x) => x, None => 0 };",
        &expect![[r#"
            a*
            b
            o*
            p
            s*
            t*
            q
            s*
            t
        "#]],
    );
}

#[test]
fn what_can_be_called_once_is_consumed_by_a_call() {
    check(
        "fn f(once: impl FnOnce(), again: impl Fn()) { let a = || once(); let b = || again(); }
         let h: Box<dyn FnOnce()> = Box::new(|| {}); let c = || h(); let fut = async { 5 }; let d = async { fut.await };",
        &expect![[r#"
            h*
            fut*
            once*
            again
        "#]],
    );
}
