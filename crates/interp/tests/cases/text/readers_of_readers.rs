use std::io::{BufRead, BufReader, Cursor, Read};

fn main() {
    let mut text = String::new();
    "ab".as_bytes().chain(Cursor::new(b"cd")).read_to_string(&mut text).unwrap();
    println!("{text}");
    let lines = BufReader::new("x\ny".as_bytes().chain("y\nz".as_bytes())).lines();
    println!("{:?}", lines.map(Result::unwrap).collect::<Vec<_>>());
    println!("{:?}", "one\nt".as_bytes().chain("wo\n".as_bytes()).lines().map(Result::unwrap).collect::<Vec<_>>());
    let mut part = Cursor::new("first line\nsecond line\n").take(15);
    let mut line = String::new();
    part.read_line(&mut line).unwrap();
    println!("{line:?} {}", part.limit());
    line.clear();
    println!("{} {line:?} {}", part.read_line(&mut line).unwrap(), part.limit());
    part.set_limit(4);
    let mut rest = [0; 4];
    part.read_exact(&mut rest).unwrap();
    println!("{:?} {}", std::str::from_utf8(&rest), part.get_ref().position());
    let (first, second) = "a".as_bytes().chain(&b"bc"[..]).into_inner();
    println!("{} {}", first.len(), second.len());
}
