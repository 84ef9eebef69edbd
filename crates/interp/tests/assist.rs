//! What the editor is told of a place: behind a dot what the value has, of a name what it is, with the types of the place.

use meanwhile_interp::engine::{complete, describe};

/// The place of `$` in a text, which is taken out.
fn place(text: &str) -> (String, u32, u32) {
    let before = &text[..text.find('$').expect("a place")];
    let line = before.lines().count().max(1);
    let column = before.lines().last().map_or(0, |it| it.chars().count()) + 1;
    (text.replacen('$', "", 1), line as u32, column as u32)
}

fn behind(text: &str) -> Vec<(String, String)> {
    let (text, line, column) = place(text);
    complete(&text, line, column).into_iter().map(|it| (it.name, it.signature)).collect()
}

#[track_caller]
fn offers(text: &str, name: &str, signature: &str) {
    let found = behind(text);
    let of_name: Vec<_> = found.iter().filter(|it| it.0 == name).map(|it| it.1.as_str()).collect();
    assert_eq!(of_name, [signature], "{} others", found.len());
}

#[track_caller]
fn means(text: &str, signature: Option<&str>) {
    let (text, line, column) = place(text);
    assert_eq!(describe(&text, line, column).map(|it| it.signature).as_deref(), signature);
}

#[test]
fn methods_have_the_types_of_the_value() {
    offers("fn main() { let v = vec![1u8]; v.$ }", "push", "fn push(&mut self, u8)");
    offers("fn main() { let v = vec![1u8]; v.p$; }", "pop", "fn pop(&mut self) -> Option<u8>");
    offers("fn main() { let v = vec![1u8]; let n = v.le$n(); }", "len", "fn len(&self) -> usize");
    let found = behind("fn main() { let v = vec![1u8]; v.$ }");
    assert!(found.iter().all(|it| it.0 != "unwrap" && it.0 != "push_str"), "{found:?}");
}

#[test]
fn a_line_that_is_being_written_does_not_swallow_the_next() {
    offers(
        "fn main() {\n    let text = String::new();\n    text.$\n    let n = 1;\n    println!(\"{n}\");\n}",
        "push_str",
        "fn push_str(&mut self, &str)",
    );
}

#[test]
fn fields_and_futures_are_offered() {
    let text = "struct Point { x: f64, near: Vec<u8> }\nimpl Point { fn size(&self) -> f64 { self.$ } }\nfn main() {}";
    offers(text, "x", "x: f64");
    offers(text, "near", "near: Vec<u8>");
    offers(text, "size", "fn size(&self) -> f64");
    let text = "async fn f() -> u8 { 1 }\n#[tokio::main]\nasync fn main() { f().$ }";
    assert!(behind(text).iter().any(|it| it.0 == "await"));
    assert!(behind("fn main() { 1u8.$ }").iter().all(|it| it.0 != "await"));
}

#[test]
fn what_is_wrong_elsewhere_is_no_hindrance() {
    offers(
        "fn other() { nowhere(); let n: u8 = \"\"; }\nfn main() { let s = \"a\"; s.$ }",
        "len",
        "fn len(&self) -> usize",
    );
}

#[test]
fn what_is_wrong_beside_it_is_none_either() {
    offers(
        "fn main() {\n    let numbers = vec![1u8];\n    nowhere();\n    let x: Nothing = 1;\n    numbers.pu$\n}\n",
        "push",
        "fn push(&mut self, u8)",
    );
}

#[test]
fn nothing_is_offered_where_nothing_is_known() {
    for text in [
        "fn main() { $ }",
        "fn main() { 1.$",
        "$",
        "fn f() { x.$ }",
        "fn main() { for i in 0..$ {} }",
        "}}} a.$",
    ] {
        assert_eq!(behind(text), [], "{text}");
    }
    assert_eq!(complete("fn main() {}", 99, 99), []);
    assert_eq!(describe("fn main() {}", 0, 0), None);
}

#[test]
fn names_have_types() {
    means("fn main() { let na$me = vec![Some(\"a\")]; }", Some("let name: Vec<Option<&str>>"));
    means("fn main() { let n = 1; let m = n$ + 1u64; }", Some("let n: u64"));
    means("fn f(some: &mut u8) { *so$me = 1; }\nfn main() {}", Some("some: &mut u8"));
    means(
        "fn main() { let v = vec![1]; v.iter().ma$p(|it| it + 1).count(); }",
        Some("fn map(self, {closure}) -> Map<Iter<i32>, {closure}>"),
    );
    means(
        "async fn wait(ms: u64) -> u8 { 1 }\nasync fn f() { wai$t(2).await; }\nfn main() {}",
        Some("async fn wait(u64) -> u8"),
    );
    means(
        "async fn wait() -> u8 { 1 }\nasync fn f() { let x = wait().aw$ait; }\nfn main() {}",
        Some(".await: u8"),
    );
    means("struct P { x: f64 }\nfn f(p: P) -> f64 { p.x$ }\nfn main() {}", Some("x: f64"));
    means("fn main() { let a = 1; // no$thing\n}", None);
}

#[test]
fn closures_and_blocks_know_what_is_around_them() {
    means("fn main() { let all = vec![\"a\"]; let f = || al$l.len(); f(); }", Some("let all: Vec<&str>"));
    offers(
        "#[tokio::main]\nasync fn main() { let (tx, mut rx) = tokio::sync::mpsc::channel::<u32>(1);\n    tokio::spawn(async move { tx.$ });\n    rx.recv().await; }",
        "send",
        "async fn send(&self, u32) -> Result<(), SendError<u32>>",
    );
}
