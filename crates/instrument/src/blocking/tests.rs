//! Tests of jobs.

use crate::instrument;
use crate::pass::testing::lines;
use expect_test::{Expect, expect};

#[track_caller]
fn check(source: &str, expected: &Expect) {
    let source = format!("#[tokio::main] async fn main() {{ {source} }} {FUNCTIONS}");
    let instrumented = instrument(&source).unwrap();
    let code = instrumented.code;
    let mut file = syn::parse_file(&code).unwrap();
    let kept =
        |it: &syn::Item| matches!(it, syn::Item::Fn(it) if it.sig.ident == "main" || it.sig.ident == "__job");
    file.items.retain(kept);
    expected.assert_eq(&prettyplease::unparse(&file));
    assert_eq!(instrumented.has_jobs, code.contains("fn __job"));
}

#[track_caller]
fn check_errors(source: &str, expected: &Expect) {
    let source = format!("#[tokio::main] async fn main() {{ {source} }}\n{FUNCTIONS}");
    let hint = format!(" -> {}", super::HINT);
    expected.assert_eq(&lines(&instrument(&source).unwrap_err()).replace(&hint, ""));
}

const FUNCTIONS: &str = "
    fn primes(from: u64, to: u64) -> usize { 0 }
    fn pause() {}
    fn count(text: String, (a, b): (u32, u32)) -> Vec<(String, usize)> { Vec::new() }
    fn borrows(text: &str) {}
    fn shares(n: Arc<Mutex<u32>>) {}
    fn any<T>(t: T) {}
    async fn waits() {}
    fn boxed() -> Box<dyn Fn()> { todo!() }
    mod inner { pub fn f() {} }";

#[test]
fn a_call_of_a_function_becomes_a_job_that_is_registered() {
    check(
        "let n = 3; let text = String::new();
         tokio::task::spawn_blocking(move || primes(n * 2, LIMIT)).await;
         tokio::task::spawn_blocking(pause);
         tokio::task::spawn_blocking(|| { count(text.clone(), (1, 2)) });",
        &expect![[r#"
            async fn main() {
                let n = 3;
                let text = String::new();
                ::meanwhile_runtime::record::awaited_as(
                        "tokio::task::spawn_blocking(move || prim…",
                        2,
                        68,
                        {
                            let __arg0 = n * 2;
                            let __arg1 = LIMIT;
                            ::meanwhile_runtime::record::spawn_blocking(
                                ::std::format!("primes({:?}, {:?})", __arg0, __arg1),
                                2,
                                10,
                                "primes",
                                (__arg0, __arg1),
                                |(__arg0, __arg1)| primes(__arg0, __arg1),
                            )
                        },
                    )
                    .await;
                ::meanwhile_runtime::record::spawn_blocking(
                    "pause",
                    3,
                    10,
                    "pause",
                    (),
                    |()| pause(),
                );
                {
                    let __arg0 = text.clone();
                    let __arg1 = (1, 2);
                    ::meanwhile_runtime::record::spawn_blocking(
                        ::std::format!("count({:?}, …)", __cut(& __arg0)),
                        4,
                        10,
                        "count",
                        (__arg0, __arg1),
                        |(__arg0, __arg1)| count(__arg0, __arg1),
                    )
                };
            }
            pub fn __job(
                function: &str,
                arguments: &[u8],
            ) -> ::core::option::Option<::std::vec::Vec<u8>> {
                match function {
                    "count" => {
                        ::core::option::Option::Some(
                            ::meanwhile_runtime::job::call(
                                arguments,
                                |(__arg0, __arg1)| count(__arg0, __arg1),
                            ),
                        )
                    }
                    "pause" => {
                        ::core::option::Option::Some(
                            ::meanwhile_runtime::job::call(arguments, |()| pause()),
                        )
                    }
                    "primes" => {
                        ::core::option::Option::Some(
                            ::meanwhile_runtime::job::call(
                                arguments,
                                |(__arg0, __arg1)| primes(__arg0, __arg1),
                            ),
                        )
                    }
                    _ => ::core::option::Option::None,
                }
            }
        "#]],
    );
}

#[test]
fn it_is_known_under_its_imported_name() {
    check(
        "use tokio::task::{self, spawn_blocking as work}; work(|| primes(1, 2)); task::spawn_blocking(|| pause());",
        &expect![[r#"
            async fn main() {
                use ::meanwhile_runtime::task;
                use ::meanwhile_runtime::task::spawn_blocking as work;
                {
                    let __arg0 = 1;
                    let __arg1 = 2;
                    ::meanwhile_runtime::record::spawn_blocking(
                        ::std::format!("primes({:?}, {:?})", __arg0, __arg1),
                        1,
                        83,
                        "primes",
                        (__arg0, __arg1),
                        |(__arg0, __arg1)| primes(__arg0, __arg1),
                    )
                };
                ::meanwhile_runtime::record::spawn_blocking(
                    "pause",
                    1,
                    106,
                    "pause",
                    (),
                    |()| pause(),
                );
            }
            pub fn __job(
                function: &str,
                arguments: &[u8],
            ) -> ::core::option::Option<::std::vec::Vec<u8>> {
                match function {
                    "pause" => {
                        ::core::option::Option::Some(
                            ::meanwhile_runtime::job::call(arguments, |()| pause()),
                        )
                    }
                    "primes" => {
                        ::core::option::Option::Some(
                            ::meanwhile_runtime::job::call(
                                arguments,
                                |(__arg0, __arg1)| primes(__arg0, __arg1),
                            ),
                        )
                    }
                    _ => ::core::option::Option::None,
                }
            }
        "#]],
    );
}

#[test]
fn a_set_takes_a_job_in() {
    check(
        "set.spawn_blocking(move || pause());",
        &expect![[r#"
        async fn main() {
            set.__adopt(
                ::meanwhile_runtime::record::spawn_blocking(
                    "pause",
                    1,
                    38,
                    "pause",
                    (),
                    |()| pause(),
                ),
            );
        }
        pub fn __job(
            function: &str,
            arguments: &[u8],
        ) -> ::core::option::Option<::std::vec::Vec<u8>> {
            match function {
                "pause" => {
                    ::core::option::Option::Some(
                        ::meanwhile_runtime::job::call(arguments, |()| pause()),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
    "#]],
    );
}

#[test]
fn a_program_without_jobs_has_no_registry() {
    check(
        "pause();",
        &expect![[r#"
        async fn main() {
            pause();
        }
    "#]],
    );
}

#[test]
fn what_cannot_go_to_another_worker_is_refused() {
    check_errors(
        "use tokio::task::spawn_blocking;
         spawn_blocking(move || { pause(); 3 });
         spawn_blocking(|| total += 1);
         spawn_blocking(|| std::mem::drop(3));
         spawn_blocking(|| inner::f());
         spawn_blocking(|| borrows(\"a\"));
         spawn_blocking(|| shares(n));
         spawn_blocking(|| any(1));
         spawn_blocking(|| waits());
         spawn_blocking(boxed);
         spawn_blocking(|| primes(next(&mut rng), 3));
         spawn_blocking(|| primes(rng.next(), 3));
         spawn_blocking(make());
         numbers.map(spawn_blocking);
         { fn pause() {} spawn_blocking(|| pause()); }",
        &expect![[r#"
            2:25: this closure does more than call one function
            3:25: this closure does more than call one function
            4:28: this is no function of the program's outermost module
            5:28: this is no function of the program's outermost module
            6:28: `borrows` cannot be a job: it takes or returns a reference
            7:28: `shares` cannot be a job: `Arc` cannot go to another worker
            8:28: `any` cannot be a job: it is generic
            9:28: `waits` cannot be a job: it is async, and does not block
            10:25: `boxed` cannot be a job: it takes or returns a trait object, which names no type
            11:35: an argument of a job is a variable, a literal, or made of these
            12:35: an argument of a job is a variable, a literal, or made of these
            13:25: this is no closure whose function is known
            14:22: `spawn_blocking` can only be called
            15:44: this is no function of the program's outermost module
        "#]],
    );
}
