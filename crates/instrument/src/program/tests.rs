//! Whole programs: their entries, and all that is wrong with them.

use crate::instrument;
use crate::pass::testing::lines;
use expect_test::{Expect, expect};

#[track_caller]
fn check(source: &str, expected: &Expect) {
    expected.assert_eq(&instrument(source).unwrap().code);
}

#[track_caller]
fn check_errors(source: &str, expected: &Expect) {
    expected.assert_eq(&lines(&instrument(source).unwrap_err()));
}

#[test]
fn main_has_no_span_and_start_runs_it() {
    check(
        "//! A program.\n#[tokio::main(flavor = \"current_thread\")]\nasync fn main() -> Result<(), String> { hi(\"you\").await }\nasync fn hi(name: &str) -> Result<(), String> { Ok(()) }",
        &expect![[r#"
            //! A program.
            async fn main() -> Result<(), String> {
                ::meanwhile_runtime::record::awaited_as("hi(\"you\")", 3, 51, hi("you")).await
            }
            fn hi(name: &str) -> impl ::core::future::Future<Output = Result<(), String>> {
                ::meanwhile_runtime::record::fallible_function(
                    ::std::format!("hi({:?})", __cut(& name)),
                    4,
                    10,
                    async move {
                        if false {
                            let __output: Result<(), String> = loop {};
                            return __output;
                        }
                        let name = name;
                        Ok(())
                    },
                )
            }
            fn __cut(text: &str) -> ::std::string::String {
                match text.char_indices().nth(24) {
                    ::core::option::Option::Some((end, _)) => ::std::format!("{}…", & text[..end]),
                    ::core::option::Option::None => text.to_owned(),
                }
            }
            pub fn start() -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::std::string::String>,
                    >,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    ::meanwhile_runtime::record::main_result(main().await)
                })
            }
        "#]],
    );
}

#[test]
fn a_main_that_is_not_async_will_do() {
    check(
        "fn main() { println!(\"hi\"); }",
        &expect![[r#"
        fn main() {
            ::meanwhile_runtime::println!("hi");
        }
        pub fn start() -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<(), ::std::string::String>,
                >,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                ::meanwhile_runtime::record::main_result(main())
            })
        }
    "#]],
    );
}

#[test]
fn a_main_inside_of_something_is_any_function() {
    check(
        "fn main() { async fn main() {} } mod m { async fn main() {} }",
        &expect![[r#"
        fn main() {
            fn main() -> impl ::core::future::Future<Output = ()> {
                ::meanwhile_runtime::record::function("main", 1, 22, async move {})
            }
        }
        mod m {
            fn main() -> impl ::core::future::Future<Output = ()> {
                ::meanwhile_runtime::record::function("main", 1, 51, async move {})
            }
        }
        pub fn start() -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<(), ::std::string::String>,
                >,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                ::meanwhile_runtime::record::main_result(main())
            })
        }
    "#]],
    );
}

#[test]
fn strings_are_cut_in_modules_too() {
    check(
        "fn main() {} mod m { mod n { async fn f(s: &str) {} } }",
        &expect![[r#"
        fn main() {}
        mod m {
            mod n {
                fn f(s: &str) -> impl ::core::future::Future<Output = ()> {
                    ::meanwhile_runtime::record::function(
                        ::std::format!("f({:?})", super::super::__cut(& s)),
                        1,
                        39,
                        async move {
                            let s = s;
                        },
                    )
                }
            }
        }
        fn __cut(text: &str) -> ::std::string::String {
            match text.char_indices().nth(24) {
                ::core::option::Option::Some((end, _)) => ::std::format!("{}…", & text[..end]),
                ::core::option::Option::None => text.to_owned(),
            }
        }
        pub fn start() -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<(), ::std::string::String>,
                >,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                ::meanwhile_runtime::record::main_result(main())
            })
        }
    "#]],
    );
}

#[test]
fn an_unfit_entry_is_reported() {
    check_errors(
        "",
        &expect![[r#"
        1:1: there is no `main` -> start the program with `#[tokio::main] async fn main() { .. }`
    "#]],
    );
    check_errors(
        "async fn main() {}",
        &expect![[r#"
        1:10: `main` is async, but nothing runs it -> start the program with `#[tokio::main] async fn main() { .. }`
    "#]],
    );
    check_errors(
        "#[tokio::main]\nfn main(n: u32) {}\nfn start() {}",
        &expect![[r#"
        2:4: `#[tokio::main]` needs an async `main` -> start the program with `#[tokio::main] async fn main() { .. }`
        2:9: `main` takes no arguments -> start the program with `#[tokio::main] async fn main() { .. }`
        3:4: a function `start` would clash with the program's entry -> give it another name
    "#]],
    );
    check_errors(
        "#[tokio::main(flavor = \"many\", worker_threads = 2, start_paused = true, crate = \"t\")]\nasync fn main() {}",
        &expect![[r#"
            1:15: tokio has no such flavor: `many` -> write `flavor = "current_thread"`
            1:52: the clock is not chosen by the program -> run it on the virtual clock
            1:73: the option `crate` is not available in the browser runtime -> remove it
        "#]],
    );
}

#[test]
fn attributes_and_modules_that_lead_elsewhere_are_reported() {
    check_errors(
        "mod other;\nfn main() {}\n#[tokio::main]\nasync fn second() {}\n#[tokio::test]\nasync fn third() {}",
        &expect![[r#"
            1:5: the module `other` is in another file -> a program is one file: write it out as `mod .. { .. }`
            3:3: only `main` can be `#[tokio::main]` -> remove the attribute
            5:3: `tokio::test` is not available in the browser runtime -> of `tokio` there is: fs, io, join, net, pin, select, signal, spawn, sync, task, task_local, time, try_join
        "#]],
    );
}

#[test]
fn a_source_that_does_not_parse_is_reported_where_it_breaks() {
    check_errors(
        "fn main() {\n    let x = ;\n}",
        &expect![[r#"
        2:13: expected an expression
    "#]],
    );
    check_errors(
        "fn main() {\n    f(;\n}",
        &expect![[r#"
            3:1: this cannot be split into words -> look for a bracket or a quote that is never closed, or never opened
        "#]],
    );
    check_errors(
        "fn main() {}\nfn",
        &expect![[r#"
        2:3: unexpected end of input, expected identifier
    "#]],
    );
    check_errors(
        "fn main() {}\nlet s = \"open",
        &expect![[r#"
            2:9: this cannot be split into words -> look for a bracket or a quote that is never closed, or never opened
        "#]],
    );
}

#[test]
fn all_errors_come_at_once_in_the_order_of_the_source() {
    check_errors(
        "fn main() {\n    my!(a.await);\n    std::thread::yield_now();\n}\nuse tokio::process;",
        &expect![[r#"
            2:11: `await` in the macro `my!` cannot be recorded -> write it outside of the macro
            3:5: `std::thread` is not available in the browser runtime -> programs run on one thread here: use `tokio::spawn`, and `tokio::time::sleep(..).await`
            5:12: `tokio::process` is not available in the browser runtime -> of `tokio` there is: fs, io, join, net, pin, select, signal, spawn, sync, task, task_local, time, try_join
        "#]],
    );
}
