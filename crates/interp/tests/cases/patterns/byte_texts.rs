#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Low = 10,
    High = 1,
    Middle = 5,
}

fn method(line: &[u8]) -> &'static str {
    match line {
        b"GET" | b"HEAD" => "reads",
        b"PUT" => "writes",
        [b'X', rest @ ..] if rest.len() > 1 => "own",
        [] => "nothing",
        _ => "others",
    }
}

fn kind(word: &[u8; 2]) -> u8 {
    match word {
        b"ab" => 1,
        [b'a'..=b'z', _] => 2,
        _ => 3,
    }
}

fn main() {
    let all = ["GET", "PUT", "XYZ", "", "DELETE"];
    println!("{:?}", all.map(|it| method(it.as_bytes())));
    println!("{} {} {}", kind(b"ab"), kind(b"zz"), kind(b"AB"));
    if let b"ok" = &b"ok"[..] {
        println!("ok");
    }
    let mut levels = [Level::Low, Level::Middle, Level::High];
    levels.sort();
    println!("{levels:?} {:?} {}", levels.iter().max(), Level::Low < Level::High);
}
