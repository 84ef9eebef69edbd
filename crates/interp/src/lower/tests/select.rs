//! `select!` and what else awaits several futures.

use super::{check, check_errors};
use expect_test::expect;

#[test]
fn select_is_a_loop_around_a_set() {
    check(
        "use tokio::select;
        async fn a() -> Option<i32> { None }
        async fn f(ready: bool) -> Result<i32, ()> {
            let mut n = 0;
            let mut rest = std::pin::pin!(a());
            loop {
                select! {
                    biased;
                    Some(x) = a(), if !ready => n += x,
                    _ = &mut rest => { break; }
                    (p, q) = async { (1, 2) } => return Ok(p + q),
                    v = a() => { let v = v.ok_or(())?; continue }
                    else => panic!(\"none\"),
                }
            }
            Ok(n)
        }
        fn main() {}",
        &expect![[r#"
            async fn a() -> Option<i32> {
                Option::None
            }
            async fn f(ready: bool) -> Result<i32, ()> {
                let mut n = 0;
                let mut rest = #Pin(a());
                '0: loop {
                    match {
                        let enabled: bool = !ready;
                        let mut set = #Select { biased: true, fused: false, default: false, operands: [Operand { text: "a()", place: Span { file: FileId(0), line: 9, column: 31, end_line: 9, end_column: 34 } }, Operand { text: "&mut rest", place: Span { file: FileId(0), line: 10, column: 25, end_line: 10, end_column: 34 } }, Operand { text: "async { (1, 2) }", place: Span { file: FileId(0), line: 11, column: 30, end_line: 11, end_column: 46 } }, Operand { text: "a()", place: Span { file: FileId(0), line: 12, column: 25, end_line: 12, end_column: 28 } }] }(a(), &mut rest, async  {
                            (1, 2)
                        }, a(), enabled, true, true, true);
                        '1: loop {
                            let outcome#5 = #SelectNext(&mut set).await;
                            match #SelectBranch(&outcome#5) {
                                0usize => if let Option::Some { 0: x#6 } = #SelectPeek(0)(&outcome#5) {} else {
                                    #SelectDisable(0)(&mut set);
                                    continue '1;
                                }
                                _ => ()
                            };
                            break '1 outcome#5;
                        }
                    } {
                        outcome#7 => match #SelectBranch(&outcome#7) {
                            0usize => match #SelectTake(0)(outcome#7) {
                                Option::Some { 0: x#8 } => (n += x#8)
                                _ => #Panic(f"internal error: entered unreachable code")
                            }
                            1usize => match #SelectTake(1)(outcome#7) {
                                _ => {
                                    break '0;
                                }
                            }
                            2usize => match #SelectTake(2)(outcome#7) {
                                (p, q) => return Result::Ok((p + q))
                            }
                            3usize => match #SelectTake(3)(outcome#7) {
                                v#11 => {
                                    let v#12 = v#11.ok_or(())?;
                                    continue '0
                                }
                            }
                            _ => #Panic(f"none")
                        }
                    }
                };
                Result::Ok(n)
            }
        "#]],
    );
}

#[test]
fn joins_and_pins() {
    check(
        "async fn a() -> Result<i32, ()> { Ok(1) }
        async fn f() -> Result<(), ()> {
            let (x, y) = tokio::join!(a(), async { 2 },);
            let (p, q) = tokio::try_join!(a(), a())?;
            let fut = a(); tokio::pin!(fut); tokio::pin! { let other = a(); }
            (&mut fut).await?; other.await.map(drop)
        }
        fn main() {}",
        &expect![[r#"
            async fn a() -> Result<i32, ()> {
                Result::Ok(1)
            }
            async fn f() -> Result<(), ()> {
                let (x, y) = #Join { fails: false, biased: false, operands: [Operand { text: "a()", place: Span { file: FileId(0), line: 3, column: 39, end_line: 3, end_column: 42 } }, Operand { text: "async { 2 }", place: Span { file: FileId(0), line: 3, column: 44, end_line: 3, end_column: 55 } }] }(a(), async  {
                    2
                }).await;
                let (p, q) = #Join { fails: true, biased: false, operands: [Operand { text: "a()", place: Span { file: FileId(0), line: 4, column: 43, end_line: 4, end_column: 46 } }, Operand { text: "a()", place: Span { file: FileId(0), line: 4, column: 48, end_line: 4, end_column: 51 } }] }(a(), a()).await?;
                let fut#4 = a();
                let mut fut#5 = #Pin(fut#4);
                let other#6 = a();
                let mut other#7 = #Pin(other#6);
                &mut fut#5.await{(&mut fut)}?;
                other#7.await{other}.map(drop)
            }
        "#]],
    );
}

#[test]
fn futures_select_has_other_ends() {
    check(
        "use futures::{select, pin_mut};
        async fn a() -> i32 { 1 }
        async fn f() { let x = a(); pin_mut!(x); loop { select! { v = x => drop(v), w = a() => {}, complete => break, default => drop(3) } } }
        fn main() {}",
        &expect![[r#"
            async fn a() -> i32 {
                1
            }
            async fn f() {
                let x#0 = a();
                let mut x#1 = #Pin(x#0);
                '0: loop {
                    match {
                        let mut set = #Select { biased: false, fused: true, default: true, operands: [Operand { text: "x", place: Span { file: FileId(0), line: 3, column: 71, end_line: 3, end_column: 72 } }, Operand { text: "a()", place: Span { file: FileId(0), line: 3, column: 89, end_line: 3, end_column: 92 } }] }(&mut x#1, a(), true, true);
                        '1: loop {
                            let outcome#3 = #SelectNext(&mut set).await;
                            break '1 outcome#3;
                        }
                    } {
                        outcome#4 => match #SelectBranch(&outcome#4) {
                            0usize => match #SelectTake(0)(outcome#4) {
                                v => drop(v)
                            }
                            1usize => match #SelectTake(1)(outcome#4) {
                                w => {}
                            }
                            3usize => drop(3)
                            _ => break '0
                        }
                    }
                }
            }
        "#]],
    );
}

#[test]
fn nothing_is_awaited_outside_of_async() {
    check_errors(
        "fn main() { tokio::join!(async {}); tokio::select! { _ = async {} => {} } }",
        &expect![[r#"
        1:13-35: E0728 `await` is only allowed inside `async` functions and blocks (this macro awaits: make the function `async fn`)
        1:37-74: E0728 `await` is only allowed inside `async` functions and blocks (this macro awaits: make the function `async fn`)
    "#]],
    );
}
