#[derive(Debug)]
enum Message {
    Quit,
    Move { x: i32, y: i32 },
    Write(String),
    Color(u8, u8, u8),
}

fn describe(message: &Message) -> String {
    match message {
        Message::Quit => "quit".into(),
        Message::Move { x: 0, y } => format!("vertical {y}"),
        Message::Move { x, y } if x == y => format!("diagonal {x}"),
        Message::Move { x, .. } => format!("other {x}"),
        Message::Write(text) if text.is_empty() => "nothing".into(),
        Message::Write(text) => text.clone(),
        &Message::Color(r, _, b @ 10..=20) => format!("bluish {r} {b}"),
        Message::Color(..) => "color".to_string(),
    }
}

fn slices(values: &[i32]) -> String {
    match values {
        [] => "empty".into(),
        [one] => format!("one {one}"),
        [first, .., last] if first == last => format!("same {first}"),
        [first, rest @ ..] => format!("{first} then {}", rest.len()),
    }
}

fn main() {
    for message in [
        Message::Quit,
        Message::Move { x: 0, y: 4 },
        Message::Move { x: 2, y: 2 },
        Message::Move { x: 3, y: 2 },
        Message::Write(String::new()),
        Message::Write("text".into()),
        Message::Color(1, 2, 15),
        Message::Color(1, 2, 3),
    ] {
        println!("{}", describe(&message));
    }
    println!("{} {} {} {}", slices(&[]), slices(&[1]), slices(&[1, 2, 1]), slices(&[1, 2, 3]));
    let pair = (Some(3), "x");
    if let (Some(n), name) = pair {
        println!("{n} {name}");
    }
    let Some(value) = Some(5).filter(|it| *it > 3) else {
        println!("no");
        return;
    };
    println!("{value}");
    let mut stack = vec![1, 2, 3];
    while let Some(top) = stack.pop() {
        print!("{top} ");
    }
    println!();
    let n = 7u8;
    println!("{}", match n { 0 | 2 | 4 => "even", 1 | 3 | 5 | 7 => "odd", _ => "big" });
    let mut point = (1, 2);
    let (ref mut a, b) = point;
    *a += b;
    println!("{point:?}");
    println!("{}", matches!(Message::Quit, Message::Quit | Message::Write(_)));
}
