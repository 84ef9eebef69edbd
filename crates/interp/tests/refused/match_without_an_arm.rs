use std::cmp::Ordering;

#[derive(Clone, Copy)]
enum Light {
    Red,
    Amber,
    Green,
    Off,
    Broken,
}

enum Message {
    Quit,
    Move { x: i32, y: i32 },
    Write(String),
    Pair(Option<u8>, bool),
}

fn one(light: Light) -> u32 {
    match light {
        Light::Red => 1,
        Light::Amber | Light::Off => 2,
        Light::Broken => 3,
    }
}

fn two(light: &Light) -> u32 {
    match light {
        Light::Red | Light::Amber | Light::Green => 1,
    }
}

fn many(light: Light) -> u32 {
    match light {
        Light::Red => 1,
    }
}

fn guarded(found: Option<i32>) -> &'static str {
    match found {
        Some(n) if n > 0 => "more",
        Some(n) if n <= 0 => "less",
        None => "none",
    }
}

fn nested(message: &Message) -> u32 {
    match message {
        Message::Quit => 0,
        Message::Move { x: 0, .. } => 1,
        Message::Write(text) => text.len() as u32,
        Message::Pair(Some(_), true) => 2,
        Message::Pair(None, _) => 3,
    }
}

fn result(read: Result<Option<u8>, String>) -> u8 {
    match read {
        Ok(Some(byte)) => byte,
        Err(_) => 0,
    }
}

fn pair(a: bool, b: bool) -> u8 {
    match (a, b) {
        (true, true) => 3,
        (false, _) => 1,
    }
}

fn number(n: u8) -> &'static str {
    match n {
        0 => "none",
        1..=9 => "few",
        100.. => "many",
    }
}

fn signed(n: i32) -> &'static str {
    match n {
        i if i < 0 => "less",
        0 => "none",
        1.. => "more",
    }
}

fn size(n: usize) -> usize {
    match n {
        0 => 1,
        2 => 2,
    }
}

fn text(word: &str) -> u8 {
    match word {
        "a" => 1,
        "b" => 2,
    }
}

fn slice(all: &[i32]) -> i32 {
    match all {
        [] => 0,
        [one] => *one,
        [first, .., 5] => *first,
    }
}

fn order(a: i32, b: i32) -> i32 {
    match a.cmp(&b) {
        Ordering::Less => -1,
        Ordering::Greater => 1,
    }
}

fn letter(it: char) -> u8 {
    match it {
        'a'..='z' => 1,
        'A'..='Z' => 2,
    }
}

fn main() {
    println!("{} {} {} {}", one(Light::Red), two(&Light::Off), many(Light::Green), guarded(None));
    println!("{} {} {} {}", nested(&Message::Quit), result(Ok(None)), pair(true, true), number(1));
    println!("{} {} {} {}", signed(1), size(1), text("a"), slice(&[]));
    println!("{} {}", order(1, 2), letter('a'));
    println!("{}", nested(&Message::Move { x: 1, y: 2 }) + nested(&Message::Write(String::new())));
    println!("{}", nested(&Message::Pair(None, true)));
    println!("{}", one(Light::Amber) + one(Light::Broken));
}
