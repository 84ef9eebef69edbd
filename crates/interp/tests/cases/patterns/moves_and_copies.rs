#[derive(Debug)]
struct Token(&'static str);

impl Drop for Token {
    fn drop(&mut self) { println!("drop {}", self.0); }
}

enum State { Idle, Running(Token), Done { token: Token, count: u32 } }

fn advance(state: State) -> State {
    match state {
        State::Idle => State::Running(Token("fresh")),
        State::Running(token) => State::Done { token, count: 1 },
        State::Done { count, .. } if count > 1 => State::Idle,
        State::Done { token, count } => State::Done { token, count: count + 1 },
    }
}

fn name(s: &State) -> String {
    match s { State::Idle => "idle".into(), State::Running(t) => format!("running {t:?}"), State::Done { token, count } => format!("done {} {count}", token.0) }
}

fn main() {
    let mut state = State::Idle;
    for _ in 0..5 {
        state = advance(state);
        println!("{}", name(&state));
    }
    let pair = (Token("left"), Token("right"));
    let (left, _) = pair;
    println!("moved {left:?}");
    let _ = Token("wild");
    let option = Some(Token("inside"));
    if let Some(_) = option { println!("not moved") }
    if let Some(ref t) = option { println!("borrowed {t:?}") }
    match option { Some(t) => println!("taken {t:?}"), None => {} }
    println!("end");
}
