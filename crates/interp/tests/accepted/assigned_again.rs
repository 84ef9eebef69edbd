fn take(text: String) -> usize {
    text.len()
}

fn main() {
    let mut text = String::from("a");
    for round in 0..3 {
        println!("{}", take(text));
        text = format!("{round}");
    }
    println!("{text}");
    let mut pair = (String::from("a"), String::from("b"));
    drop(pair.0);
    pair.0 = String::from("c");
    println!("{pair:?}");
    let later;
    if pair.1.is_empty() {
        later = 1;
    } else {
        later = 2;
    }
    println!("{later}");
    let number: i32;
    loop {
        number = 5;
        break;
    }
    println!("{number}");
}
