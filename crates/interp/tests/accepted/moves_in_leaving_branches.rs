fn take(text: String) -> usize {
    text.len()
}

fn first(text: String, early: bool) -> usize {
    if early {
        return take(text);
    }
    take(text)
}

fn second(text: String) -> usize {
    loop {
        if text.len() > 100 {
            panic!("too long: {}", take(text));
        }
        break take(text);
    }
}

fn third(all: Vec<String>) -> String {
    for text in all {
        if text.is_empty() {
            continue;
        }
        let other = text;
        if other.len() > 1 {
            return other;
        }
    }
    String::new()
}

fn fourth(text: Option<String>) -> String {
    let Some(text) = text else {
        return String::from("none");
    };
    match text.as_str() {
        "a" => text,
        "b" => text + "c",
        _ => unreachable!(),
    }
}

fn main() {
    println!("{} {}", first("a".into(), true), second("b".into()));
    println!("{} {}", third(vec!["".into(), "ab".into()]), fourth(Some("b".into())));
}
