//! No text makes the lowering panic or overflow, whatever is in it.

use super::world;
use crate::parse::parse;
use crate::source::FileId;

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

const SOURCES: &[&str] = &[
    include_str!("../../../../programs/programs/three-downloads/main.rs"),
    include_str!("../../../../programs/programs/select-and-race/main.rs"),
    include_str!("../../../../programs/programs/futures-by-hand/main.rs"),
    include_str!("../../../../programs/programs/chat/main.rs"),
    include_str!("../../../../programs/programs/retry-with-backoff/main.rs"),
    "macro_rules! m { ($($x:expr => $y:ty),* ; $z:tt) => { $(let a: $y = $x;)* $z }; () => { m!(1 => u8; 2) } } fn main() { m!(); m!(1 => i32, 2 => u8; {3}) }",
    "use std::fmt::{self, Write as _}; #[derive(Debug, Clone)] enum E<T: Clone> { A(T), B { x: [T; 3] } } impl<T: Clone> fmt::Display for E<T> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { match self { E::A(t) if true => write!(f, \"{t:?}\"), _ => Ok(()) } } }",
];

const WORDS: &[&str] = &[
    "fn",
    "main",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ",",
    ".",
    "::",
    ":",
    "=",
    "=>",
    "->",
    "let",
    "mut",
    "if",
    "else",
    "match",
    "loop",
    "while",
    "for",
    "in",
    "break",
    "continue",
    "return",
    "async",
    "await",
    "move",
    "|",
    "||",
    "&",
    "&&",
    "*",
    "!",
    "?",
    "..",
    "..=",
    "+",
    "-",
    "<",
    ">",
    "struct",
    "enum",
    "impl",
    "trait",
    "use",
    "mod",
    "pub",
    "self",
    "Self",
    "super",
    "crate",
    "x",
    "y",
    "T",
    "Vec",
    "Option",
    "Some",
    "None",
    "String",
    "u8",
    "1",
    "2.5",
    "\"{x} {}\"",
    "'a'",
    "'b",
    "println!",
    "vec!",
    "macro_rules!",
    "$x:expr",
    "$(",
    ")*",
    "#[derive(Clone)]",
    "#[cfg(test)]",
    "where",
    "dyn",
    "const",
    "static",
    "type",
    "as",
    "unsafe",
    "ref",
    "_",
    "@",
    "tokio::select!",
    "tokio::join!",
    "assert_eq!",
    "matches!",
    "thread_local!",
    "format!",
];

fn survives(text: &str) {
    if parse(text, FileId::PROGRAM).is_err() {
        return;
    }
    let mut world = world();
    let _ = world.add_program(text);
    let _ = world.lower_all();
}

fn with_little_stack(f: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(f).expect("a thread");
    thread.join().expect("no panic");
}

fn rounds() -> usize {
    std::env::var("SOUP_ROUNDS").ok().and_then(|it| it.parse().ok()).unwrap_or(200)
}

#[test]
fn words_in_any_order_do_no_harm() {
    with_little_stack(|| {
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        for _ in 0..rounds() {
            let length = numbers.below(40);
            let words: Vec<_> = (0..length).map(|_| WORDS[numbers.below(WORDS.len())]).collect();
            survives(&words.join(" "));
            survives(&format!("fn main() {{ {} }}", words.join(" ")));
        }
    });
}

#[test]
fn programs_with_mistakes_do_no_harm() {
    with_little_stack(|| {
        let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
        for round in 0..rounds() {
            let source = SOURCES[round % SOURCES.len()];
            let mut tokens: Vec<String> = split(source);
            for _ in 0..1 + numbers.below(3) {
                let at = numbers.below(tokens.len());
                match numbers.below(4) {
                    0 => drop(tokens.remove(at)),
                    1 => tokens.insert(at, WORDS[numbers.below(WORDS.len())].to_owned()),
                    2 => tokens[at] = WORDS[numbers.below(WORDS.len())].to_owned(),
                    _ => {
                        let other = numbers.below(tokens.len());
                        tokens.swap(at, other);
                    }
                }
            }
            survives(&tokens.concat());
        }
    });
}

/// Words, single characters, and the space between.
fn split(source: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut in_word = false;
    for it in source.chars() {
        let is_word = it.is_alphanumeric() || it == '_';
        match all.last_mut() {
            Some(last) if is_word && in_word => last.push(it),
            _ => all.push(it.to_string()),
        }
        in_word = is_word;
    }
    all
}

#[test]
fn deep_programs_fit_on_a_small_stack() {
    with_little_stack(|| {
        let shapes = [
            ("(", ")"),
            ("[", "]"),
            ("{", "}"),
            ("f(", ")"),
            ("-", ""),
            ("&", ""),
            ("1 + ", ""),
            ("1 + (", ")"),
            ("", ".a()"),
            ("", ".a"),
            ("", "?"),
            ("", "[0]"),
            ("", "()"),
            ("", " as u8"),
            ("|x| ", ""),
            ("return ", ""),
            ("if a {} else ", "{}"),
            ("if a { ", "}"),
            ("match a { _ => ", "}"),
            ("async { ", "}"),
            ("async move { || ", "}"),
            ("loop { ", "}"),
            ("vec![", "]"),
            ("format!(\"{}\", ", ")"),
            ("a::<", ">::b"),
            ("if let Some(x) = ", " {}"),
            ("x.map(|y| { ", " })"),
            ("assert!(", ")"),
            ("matches!(", ", _)"),
            ("dbg!(", ")"),
            ("{ fn f() { ", " } f() }"),
            ("{ struct S; impl S { fn f() { ", " } } }"),
            ("tokio::select! { _ = ", " => {} }"),
            ("m!(", ")"),
            ("n!(", ")"),
        ];
        for (open, close) in shapes {
            for count in [10, 31, 63, 127, 250] {
                let inner = format!("{}1{}", open.repeat(count), close.repeat(count));
                survives(&format!(
                    "macro_rules! m {{ ($e:expr) => {{ $e + 1 }}; }} macro_rules! n {{ ($($e:tt)*) => {{ {{ ($($e)*) }} }}; }} async fn g() {{ let x = {inner}; }} fn main() {{}}"
                ));
            }
        }
        survives("macro_rules! r { ($($x:tt)*) => { r!(($($x)*)) }; } fn main() { r!(1); }");
        survives("macro_rules! r { ($x:expr) => { r!({ $x + 1 }) }; } fn main() { r!(1); }");
        let uses: String = (0..2000).map(|it| format!("use a{it} as a{};", it + 1)).collect();
        survives(&format!("{uses} fn main() {{ a2000::f(); }}"));
        let globs: String =
            (0..500).map(|it| format!("mod m{it} {{ pub use super::m{}::*; }}", it + 1)).collect();
        survives(&format!(
            "{globs} mod m500 {{ pub trait T {{}} }} use m0::*; struct S; impl T for S {{}} fn main() {{ x.y(); }}"
        ));
        survives(
            "struct S<T = S>(T); trait A<T = dyn A> {} fn f(x: S, y: &dyn A) {} type X = Y; type Y = X; fn g(x: X) {} fn main() {}",
        );
        survives(
            "trait T { type A; } impl<I: T> T for I { type A = I::A; } impl T for u8 { type A = Self::A; } fn main() {}",
        );
        survives("macro_rules! r { ($x:ty) => { r!(Vec<$x>); }; } r!(u8); fn main() {}");
    });
}
