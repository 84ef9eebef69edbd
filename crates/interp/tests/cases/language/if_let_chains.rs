fn describe(a: Option<i32>, b: Result<i32, &str>) -> String {
    if let Some(a) = a && let Ok(b) = b && a < b {
        format!("{a} < {b}")
    } else if let Some(a) = a && a > 100 {
        format!("large {a}")
    } else if let Err(e) = b {
        e.to_owned()
    } else {
        "other".to_owned()
    }
}

fn main() {
    println!("{}", describe(Some(1), Ok(2)));
    println!("{}", describe(Some(3), Ok(2)));
    println!("{}", describe(Some(300), Ok(2)));
    println!("{}", describe(None, Err("error")));
    let mut queue = vec![4, 3, 2, 1];
    while let Some(n) = queue.pop() && n < 3 {
        print!("{n} ");
    }
    println!("{queue:?}");
    let text = Some("abc");
    let length = if let Some(text) = text { text.len() } else { 0 };
    println!("{length}");
    if let [first, .., last] = &[1, 2, 3][..] && first != last { println!("{first} {last}") }
    println!("{}", matches!(text, Some(t) if t.starts_with('a')));
}
