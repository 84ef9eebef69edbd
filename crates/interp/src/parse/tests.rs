//! What the parser says of texts, and that no text is too much for it.

use super::*;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: &Expect) {
    let lines: Vec<String> = match parse(text, FileId::PROGRAM) {
        Ok(file) => vec![format!("{} items\n", file.items.len())],
        Err(errors) => errors
            .iter()
            .map(|it| {
                let hint = it.hint.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
                format!("{}:{}: {}{hint}\n", it.span.line, it.span.column, it.message)
            })
            .collect(),
    };
    expected.assert_eq(&lines.concat());
}

#[test]
fn a_text_becomes_items() {
    check(
        "fn main() {}\nstruct A;",
        &expect![[r#"
        2 items
    "#]],
    );
    check(
        "#!/usr/bin/env run\nfn main() {}",
        &expect![[r#"
        1 items
    "#]],
    );
    check(
        "\u{feff}#![allow(unused)]\nfn main() {}",
        &expect![[r#"
        1 items
    "#]],
    );
}

#[test]
fn brackets_and_quotes_are_explained() {
    check(
        "fn main() {\n  let x = (1;\n}",
        &expect![[r#"
        3:1: mismatched closing delimiter: `}` (the `(` of line 2 is still open: close it with `)`)
    "#]],
    );
    check(
        "fn main() {\n  f();\n",
        &expect![[r#"
        1:11: this file contains an unclosed delimiter (the `{` that is opened here has no `}`)
    "#]],
    );
    check(
        "fn main() { f()); }",
        &expect![[r#"
        1:16: mismatched closing delimiter: `)` (the `{` of line 1 is still open: close it with `}`)
    "#]],
    );
    check(
        "fn main() {}\n}",
        &expect![[r#"
        2:1: unexpected closing delimiter: `}` (remove it, or open it before)
    "#]],
    );
    check(
        "fn main() { let s = \"abc; }\n",
        &expect![[r#"
        1:21: unterminated double quote string (add a `"` at its end)
    "#]],
    );
    check(
        "fn main() { /* abc }\n",
        &expect![[r#"
        1:13: unterminated block comment (add `*/` at its end)
    "#]],
    );
    check(
        "fn main() { let c = '{'; let d = '\\u{7b}'; let s = r#\"{\"#; // {\n",
        &expect![[r#"
        1:11: this file contains an unclosed delimiter (the `{` that is opened here has no `}`)
    "#]],
    );
}

#[test]
fn what_is_missing_is_explained() {
    check(
        "fn main() {\n  let x = 1\n  let y = 2;\n}",
        &expect![[r#"
            3:3: expected `;`, found keyword `let` (end the statement before with a `;`)
        "#]],
    );
    check(
        "fn main() { let fn = 1; }",
        &expect![[r#"
            1:17: expected identifier, found keyword `fn` (a keyword cannot be a name: choose another, or write `r#fn`)
        "#]],
    );
    check(
        "fn main() { f(1 2); }",
        &expect![[r#"
            1:17: expected `,`, found `2` (put a `,` between the parts)
        "#]],
    );
    check(
        "struct A { x: i32 y: i32 }",
        &expect![[r#"
            1:19: expected `,`, found `y` (put a `,` between the parts)
        "#]],
    );
}

#[test]
fn what_stands_in_the_wrong_place_is_named() {
    check(
        "fn main() { let x = ; }",
        &expect![[r#"
        1:21: expected expression, found `;`
    "#]],
    );
    check(
        "fn main() { f(,); }",
        &expect![[r#"
        1:15: expected expression, found `,`
    "#]],
    );
    check(
        "fn f(x) {}",
        &expect![[r#"
        1:7: expected one of `:`, `@`, or `|`, found `)`
    "#]],
    );
    check(
        "struct S { x: , }",
        &expect![[r#"
        1:15: expected type, found `,`
    "#]],
    );
    check(
        "struct S { fn: u8 }",
        &expect![[r#"
        1:12: expected identifier, found keyword `fn` (a keyword cannot be a name: choose another, or write `r#fn`)
    "#]],
    );
    check(
        "fn main() { match 1 { 1 -> 2 } }",
        &expect![[r#"
            1:25: expected `=>`, found `->`
        "#]],
    );
    check(
        "fn main() { let self = 1; }",
        &expect![[r#"
        1 items
    "#]],
    );
    check(
        "fn main() { let _x: fn = 1; }",
        &expect![[r#"
            1:24: expected `(`, found `=`
        "#]],
    );
    check(
        "fn f();",
        &expect![[r#"
        1:4: free function without a body
    "#]],
    );
    check(
        "pub impl A {}",
        &expect![[r#"
        1:1: visibility qualifiers are not permitted here
    "#]],
    );
    check(
        "fn main() { 1 < 2 < 3; }",
        &expect![[r#"
        1:19: comparison operators cannot be chained (write `a < b && b < c`)
    "#]],
    );
    check(
        "fn main() { 1 as u8.a(); }",
        &expect![[r#"
        1:20: cast cannot be followed by a method call
    "#]],
    );
    check(
        "fn main() { if a { } else 1 }",
        &expect![[r#"
            1:27: expected `if` or `{` after `else`, found `1`
        "#]],
    );
    check(
        "fn main() { f() g() }",
        &expect![[r#"
        1:17: expected `;` or `}`, found `g` (end the statement before with a `;`)
    "#]],
    );
    check(
        "fn main() { (a b) }",
        &expect![[r#"
            1:16: expected `,`, found `b` (put a `,` between the parts)
        "#]],
    );
    check(
        "foo bar",
        &expect![[r#"
        1:5: expected one of `!` or `::`, found `bar`
    "#]],
    );
    check(
        "fn main() { let x = 1 }",
        &expect![[r#"
            1:23: expected `;`, found `}` (end the statement before with a `;`)
        "#]],
    );
    check(
        "static X = 1;",
        &expect![[r#"
        1:8: missing type for `static` item
    "#]],
    );
    check(
        "fn",
        &expect![[r#"
            1:3: expected identifier, found end of input
        "#]],
    );
    check(
        "fn a() {}\nfn b() -> {",
        &expect![[r#"
        2:11: this file contains an unclosed delimiter (the `{` that is opened here has no `}`)
    "#]],
    );
    check(
        "fn a() {}\nstruct b",
        &expect![[r#"
            2:9: expected `where`, `{`, `(`, or `;` after struct name, found end of input
        "#]],
    );
    check(
        "use a::;",
        &expect![[r#"
        1:8: expected identifier, found `;`
    "#]],
    );
    check(
        "fn main() { t.0x1; t.; }",
        &expect![[r#"
        1:22: expected identifier or integer, found `;`
    "#]],
    );
}

/// Runs with as little stack as a browser's worker has.
fn with_little_stack(f: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(f).expect("a thread");
    thread.join().expect("no panic");
}

#[test]
fn nothing_is_too_deep() {
    with_little_stack(|| {
        let repeat = |open: &str, close: &str, count: usize| {
            format!("fn main() {{ let x = {}1{}; }}", open.repeat(count), close.repeat(count))
        };
        let shapes = [
            ("(", ")"),
            ("[", "]"),
            ("{", "}"),
            ("f(", ")"),
            ("-", ""),
            ("!", ""),
            ("&", ""),
            ("*", ""),
            ("1 + ", ""),
            ("1 + (", ")"),
            ("a = ", ""),
            ("", ".a()"),
            ("", ".a"),
            ("", "?"),
            ("", "[0]"),
            ("", "()"),
            ("", " as u8"),
            ("|x| ", ""),
            ("return ", ""),
            ("break ", ""),
            ("if a {} else ", ""),
            ("if ", " {}"),
            ("if a { ", "}"),
            ("match ", " {}"),
            ("match a { _ => ", "}"),
            ("async { ", "}"),
            ("async move ", ""),
            ("loop { ", "}"),
            ("a::<", ">::b"),
            ("|x: A<", ">| 1"),
            ("|x: A<B, ", ">| 1"),
            ("|x: fn() -> ", "| 1"),
            ("|(", ",)| 1"),
            ("|Some(", ")| 1"),
            ("m!(", ")"),
            ("..", ""),
            ("let x = ", ""),
            ("S { x: ", "}"),
        ];
        for (open, close) in shapes {
            for count in [1, 10, 60, 100, 120, 127, 200, 256, 1000, 100_000] {
                let _ = parse(&repeat(open, close, count), FileId::PROGRAM);
            }
        }
    });
}
