#[derive(Debug)]
enum Value { Int(i64), Text(String), List(Vec<Value>), Nothing }

fn kind(n: i32) -> &'static str {
    match n {
        i32::MIN..=-1 => "negative",
        0 => "zero",
        x @ (1 | 3 | 5 | 7 | 9) if x != 5 => "small odd",
        1..10 => "small",
        10..=99 => "two digits",
        100.. => "large",
    }
}

fn letter(c: char) -> u8 {
    match c { 'a'..='z' => 1, 'A'..='Z' => 2, '0'..='9' => 3, '_' | '-' => 4, _ => 0 }
}

fn size(v: &Value) -> usize {
    match v {
        Value::Int(n @ (0 | 1)) => *n as usize + 100,
        Value::Int(n @ 2..=10) => *n as usize,
        Value::Int(_) => 0,
        Value::Text(s) if s.len() > 3 => s.len(),
        Value::Text(_) | Value::Nothing => 1,
        Value::List(items) => items.iter().map(size).sum(),
    }
}

fn main() {
    println!("{:?}", [-5, 0, 5, 7, 8, 42, 100].map(kind));
    println!("{:?}", ['q', 'Q', '4', '-', '!'].map(letter));
    let list = Value::List(vec![Value::Int(1), Value::Int(7), Value::Int(70), Value::Text("hello".into()), Value::Text("x".into()), Value::Nothing]);
    println!("{} {list:?}", size(&list));
    let whole @ (a, b) = (1, 2.5);
    println!("{whole:?} {a} {b}");
    match Some(42) { Some(n @ 40..=49) => println!("forties {n}"), Some(n) => println!("{n}"), None => {} }
    let pair = (3, -3);
    match pair {
        (x, y) if x + y == 0 => println!("opposite"),
        (x, _) if x % 2 == 1 => println!("odd"),
        _ => println!("none"),
    }
    match (1u8, true, "x") { (0, ..) => println!("a"), (.., "y") => println!("b"), (_, true, _) => println!("c"), _ => println!("d") }
    let n @ 1..=9 = 5 else { return };
    match &Some(String::from("ref")) { Some(s) if s == "ref" => println!("{s} {n}"), _ => {} }
    match 2.5 { x if x < 1.0 => println!("less"), 2.5 => println!("exact"), _ => println!("more") }
}
