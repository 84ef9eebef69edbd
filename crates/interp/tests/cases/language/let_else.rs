fn first_word(text: &str) -> &str {
    let Some((word, _)) = text.split_once(' ') else { return text };
    word
}

fn number(text: &str) -> Result<i32, String> {
    let Ok(n) = text.parse::<i32>() else {
        return Err(format!("not a number: {text:?}"));
    };
    Ok(n)
}

fn main() {
    println!("{} {}", first_word("hello there"), first_word("single"));
    println!("{:?} {:?}", number("12"), number("twelve"));
    let mut kept = vec![];
    for item in [Some(1), None, Some(3)] {
        let Some(n) = item else { continue };
        kept.push(n);
    }
    println!("{kept:?}");
    let (Some(a), [b, ..]) = (Some(1), [2, 3]) else { panic!("cannot be") };
    println!("{a} {b}");
    let value = loop {
        let 1..=5 = kept.len() else { break "too many" };
        kept.push(0);
    };
    println!("{value} {}", kept.len());
}
