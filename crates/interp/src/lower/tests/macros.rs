//! The macros of the standard library and of crates.

use super::{check, check_body, check_errors, check_wrong};
use expect_test::expect;

#[test]
fn panics_say_what_rustc_says() {
    check_body(
        r#"let x = 1; panic!(); panic!("a {x}"); todo!(); todo!("b"); unimplemented!("c"); unreachable!(); unreachable!("d {}", x);
        assert!(x>2); assert!(x == 1, "m {}", 3); debug_assert!(v(x).len()>0&&!false); assert_eq!(x, 2); assert_ne!(x, 2, "why {x}"); fn v(x: i32) -> Vec<i32> { vec![x] }"#,
        &expect![[r#"
            fn f() {
                let x = 1;
                #Panic(f"explicit panic");
                #Panic(f"a {0}"(x));
                #Panic(f"not yet implemented");
                #Panic(f"not yet implemented: b");
                #Panic(f"not implemented: c");
                #Panic(f"internal error: entered unreachable code");
                #Panic(f"internal error: entered unreachable code: d {0}"(x));
                if !(x > 2) #Panic(f"assertion failed: x > 2");
                if !(x == 1) #Panic(f"m 3");
                if !((v(x).len() > 0) && !false) #Panic(f"assertion failed: v(x).len() > 0 && !false");
                match (&x, &2) {
                    (left#1, right#2) => if !(*left#1 == *right#2) #AssertFailed(Eq)(left#1, right#2)
                };
                match (&x, &2) {
                    (left#3, right#4) => if !(*left#3 != *right#4) #AssertFailed(Ne)(left#3, right#4, f"why {0}"(x))
                };
            }
            fn v(x: i32) -> Vec<i32> {
                #Vec([x])
            }
        "#]],
    );
}

#[test]
fn values() {
    check_body(
        r#"let v = vec![1, 2]; let w = vec![0u8; 3]; let e: Vec<u8> = vec![]; let m = matches!(v.len(), 1 | 2 if true); let d = dbg!(v.len() + 1); dbg!(); let t = dbg!(1, 2);
        let l = line!(); let c = column!(); let f = file!(); let p = module_path!(); let g = cfg!(debug_assertions); let s = concat!("a", 1, 2.5, true, 'c'); let o = option_env!("X");"#,
        &expect![[r#"
            fn f() {
                let v = #Vec([1, 2]);
                let w = #Vec([0u8; 3]);
                let e: Vec<u8> = #Vec([]);
                let m = match v.len() {
                    1 | 2 if true => true
                    _ => false
                };
                let d = match (v.len() + 1) {
                    value#4 => {
                        #PrintErr(f"[src/main.rs:1:127] v.len() + 1 = {0:#?}\n"(value#4));
                        value#4
                    }
                };
                #PrintErr(f"[src/main.rs:1:146]\n");
                let t = (match 1 {
                    value#6 => {
                        #PrintErr(f"[src/main.rs:1:162] 1 = {0:#?}\n"(value#6));
                        value#6
                    }
                }, match 2 {
                    value#7 => {
                        #PrintErr(f"[src/main.rs:1:162] 2 = {0:#?}\n"(value#7));
                        value#7
                    }
                });
                let l = 2u32;
                let c = 34u32;
                let f = "src/main.rs";
                let p = "main";
                let g = true;
                let s = "a12.5truec";
                let o = Option::None::<&str>;
            }
        "#]],
    );
}

#[test]
fn statics_of_threads() {
    check(
        "use std::cell::Cell;
        thread_local! { static A: Cell<u32> = Cell::new(1); pub static B: Cell<u8> = const { Cell::new(2) } }
        fn f() { thread_local!(static C: u8 = 3); A.with(|a| a.set(2)); C.with(|c| *c); }
        fn main() {}",
        &expect![[r#"
            fn __A() -> Cell<u32> <Cell<_>>::new(1)
            fn A() -> LocalKey<Cell<u32>> <LocalKey<_>>::from_place(() &__A)
            fn __B() -> Cell<u8> {
                <Cell<_>>::new(2)
            }
            fn B() -> LocalKey<Cell<u8>> <LocalKey<_>>::from_place(() &__B)
            fn f() {
                A.with((a) a.set(2));
                C.with((c) *c);
            }
            fn __C() -> u8 3
            fn C() -> LocalKey<u8> <LocalKey<_>>::from_place(() &__C)
        "#]],
    );
}

#[test]
fn what_is_not_there() {
    check_wrong(
        r#"prnitln!("x"); let a = env!("HOME"); let b = include_str!("x.txt"); compile_error!("no"); foo::bar!(); join!(a, b);"#,
        &expect![[r#"
            2:1-8: cannot find macro `prnitln` in this scope (did you mean `println!`?)
            2:24-36: `env!` is not supported by the playground (there is no environment at compile time: use `std::env::var`)
            2:46-67: including files is not supported by the playground (there are no other files: write the text into the program)
            2:69-89: no
            2:91-99: the macro `foo::bar!` is not supported by the playground (write what it stands for)
            2:104-108: cannot find macro `join` in this scope (consider importing it: `use tokio::join;`)
        "#]],
    );
    check_errors(
        "compile_error!(\"never\"); nothing! {} fn main() {}",
        &expect![[r#"
        1:1-14: never
        1:26-33: cannot find macro `nothing` in this scope (define it before it is used, or import it)
    "#]],
    );
}

#[test]
fn errors_are_derived() {
    check(
        r#"use std::io;
        #[derive(Debug, thiserror::Error)]
        enum E {
            #[error("plain")] Plain,
            #[error("with {0} and {1:?}")] Tuple(u8, String),
            #[error("at {place}: {source}")] Named { place: usize, source: io::Error },
            #[error("len {} {x}", .0.len(), x = .0)] Args(String),
            #[error(transparent)] Io(#[from] io::Error),
        }
        fn main() {}"#,
        &expect![[r#"
            fn fmt(self: &E, __f: &mut Formatter) -> Result<(), Error> {
                match self {
                    E::Plain => __f.write_fmt(f"plain")
                    E::Tuple { 0: _0#2, 1: _1 } => __f.write_fmt(f"with {0} and {1:?}"(_0#2, _1))
                    E::Named { 0: place, 1: source } => __f.write_fmt(f"at {0}: {1}"(place, source))
                    E::Args { 0: _0#6 } => __f.write_fmt(f"len {0} {1}"(_0#6.len(), _0#6))
                    E::Io { 0: _0#7 } => <_ as Display>::fmt(_0#7, __f)
                }
            }
            fn source(self: &E) -> Option<&dyn Error> {
                match self {
                    E::Named { 0: place, 1: source } => Option::Some(source)
                    E::Io { 0: _0 } => {
                        _0.source()
                    }
                    _ => Option::None
                }
            }
            fn from(source: Error) -> E {
                E::Io::<> { 0: source }
            }
        "#]],
    );
}
