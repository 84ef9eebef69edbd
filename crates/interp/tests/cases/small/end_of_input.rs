//! Standard input is over at once: programs that read from it come to their end.

use std::io::{self, BufRead, Read, Write};

fn main() {
    let mut line = String::from("kept");
    println!("{:?} {line:?}", io::stdin().read_line(&mut line));
    let mut count = 0;
    loop {
        let mut line = String::new();
        match io::stdin().read_line(&mut line) {
            Ok(0) => break,
            Ok(_) => count += 1,
            Err(error) => println!("{error}"),
        }
    }
    println!("{count}");
    println!("{}", io::stdin().lines().count());
    println!("{}", io::stdin().lock().lines().map(Result::unwrap).count());
    let mut all = String::new();
    println!("{:?} {all:?}", io::stdin().read_to_string(&mut all));
    let mut bytes = Vec::new();
    println!("{:?} {bytes:?}", io::stdin().lock().read_to_end(&mut bytes));
    let mut buffer = [7; 4];
    println!("{:?} {buffer:?}", io::stdin().read(&mut buffer));
    println!("{:?}", io::stdin().lock().read_exact(&mut buffer).map_err(|it| it.kind()));
    println!("{:?}", io::read_to_string(io::stdin()));
    println!("{:?}", io::stdin().lock().fill_buf().map(<[u8]>::len));
    println!("{:?}", io::stdin().bytes().next().is_none());
    println!("{:?}", io::stdin().lock().split(b',').count());
    let number: Result<u32, _> = line.trim().parse();
    println!("{number:?}");
    while let Some(line) = io::stdin().lines().next() {
        println!("{line:?}");
    }
    print!("prompt> ");
    io::stdout().flush().unwrap();
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer).unwrap() == 0 {
        println!("bye");
    }
}
