#[derive(Debug, Clone, PartialEq)]
enum Message { Quit, Move { x: i32, y: i32 }, Write(String), Color(u8, u8, u8) }

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
enum Level { Low = 1, #[default] Middle = 5, High }

#[derive(Debug)]
enum Expr { Num(f64), Neg(Box<Expr>), Bin(Box<Expr>, char, Box<Expr>) }

use Expr::*;

impl Expr {
    fn eval(&self) -> Result<f64, String> {
        Ok(match self {
            Num(n) => *n,
            Neg(e) => -e.eval()?,
            Bin(a, '+', b) => a.eval()? + b.eval()?,
            Bin(a, '*', b) => a.eval()? * b.eval()?,
            Bin(_, op, _) => return Err(format!("unknown {op}")),
        })
    }
}

impl Level {
    fn up(self) -> Self { match self { Self::Low => Self::Middle, Self::Middle | Self::High => Self::High } }
}

fn main() {
    let messages = [Message::Quit, Message::Move { x: 1, y: -2 }, Message::Write("hi".into()), Message::Color(1, 2, 3)];
    for m in &messages {
        match m {
            Message::Quit => println!("quit"),
            Message::Move { x, y: 0 } => println!("flat {x}"),
            Message::Move { x, y } => println!("move {x} {y}"),
            Message::Write(text) if text.is_empty() => println!("nothing"),
            Message::Write(text) => println!("write {text}"),
            Message::Color(r, .., b) => println!("color {r} {b}"),
        }
    }
    println!("{messages:?} {}", messages[0] == Message::Quit);
    println!("{} {} {:?} {:?}", Level::Low as i32, Level::High as u8, Level::default(), Level::Low.up());
    println!("{} {:?}", Level::Low < Level::High, Level::High.max(Level::Low));
    let e = Bin(Box::new(Num(2.0)), '*', Box::new(Neg(Box::new(Bin(Box::new(Num(1.0)), '+', Box::new(Num(0.5)))))));
    println!("{:?} {e:?}", e.eval());
    println!("{:?}", Bin(Box::new(Num(1.0)), '?', Box::new(Num(1.0))).eval());
    println!("{:#?}", messages[1]);
}
