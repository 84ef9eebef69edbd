// A `&'static str` that is copied out of something borrowed does not keep that borrowed.
#[derive(Debug, Clone)]
enum Token {
    Op(&'static str),
    Number(i32),
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        &self.tokens[self.at]
    }

    fn eat(&mut self, op: &str) -> bool {
        let hit = matches!(self.peek(), Token::Op(it) if *it == op);
        self.at += usize::from(hit);
        hit
    }

    fn operators(&mut self) -> Vec<&'static str> {
        let mut found = vec![];
        loop {
            if self.eat("(") {
                found.push("open");
                continue;
            }
            let &Token::Op(op) = self.peek() else { break };
            self.at += 1;
            found.push(op);
        }
        found
    }

    fn after(&mut self) -> i32 {
        match *self.peek() {
            Token::Number(number) => {
                self.at = 0;
                number
            }
            Token::Op(op) => {
                self.tokens.clear();
                op.len() as i32
            }
        }
    }
}

fn main() {
    let tokens = vec![Token::Op("+"), Token::Op("("), Token::Op("*"), Token::Number(7)];
    let mut parser = Parser { tokens, at: 0 };
    println!("{:?} {}", parser.operators(), parser.after());
    println!("{} {:?}", parser.after(), parser.tokens);
}
