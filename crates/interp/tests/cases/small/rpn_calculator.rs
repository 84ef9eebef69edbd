#[derive(Debug, Clone, Copy, PartialEq)]
enum Token { Num(f64), Op(char) }

#[derive(Debug, PartialEq)]
enum CalcError { Stack, Zero, Unknown(String), Leftover(usize) }

fn tokens(s: &str) -> impl Iterator<Item = Result<Token, CalcError>> + '_ {
    s.split_whitespace().map(|t| match t {
        "+" | "-" | "*" | "/" => Ok(Token::Op(t.chars().next().unwrap())),
        _ => t.parse().map(Token::Num).map_err(|_| CalcError::Unknown(t.to_string())),
    })
}

fn eval(s: &str) -> Result<f64, CalcError> {
    let mut stack: Vec<f64> = Vec::new();
    for t in tokens(s) {
        match t? {
            Token::Num(n) => stack.push(n),
            Token::Op(op) => {
                let (Some(b), Some(a)) = (stack.pop(), stack.pop()) else { return Err(CalcError::Stack) };
                stack.push(match op { '+' => a + b, '-' => a - b, '*' => a * b, '/' if b == 0.0 => return Err(CalcError::Zero), '/' => a / b, _ => unreachable!() });
            }
        }
    }
    match stack[..] { [v] => Ok(v), _ => Err(CalcError::Leftover(stack.len())) }
}

fn main() { for s in ["1 2 +", "2 3 4 * -", "1 0 /", "1 +", "1 2", "x", "", "5 1 2 + 4 * + 3 -", ".5 2 /"] { println!("{s:?} = {:?}", eval(s)); } }
