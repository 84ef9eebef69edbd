use std::ops::ControlFlow;

struct A;

fn first(texts: &[&str]) -> Result<i32, String> {
    let found: Option<&&str> = texts.first();
    let text = found?;
    text.parse::<i32>().map_err(|it| it.to_string())
}

fn last(texts: &[&str]) -> Option<i32> {
    let text = texts.last()?;
    let number = text.parse::<i32>()?;
    Some(number)
}

fn of_a_number() -> Result<i32, String> {
    let number = 5;
    Ok(number?)
}

fn of_a_struct() -> Result<i32, String> {
    let value = A;
    value?;
    Ok(1)
}

fn flow() -> ControlFlow<i32> {
    ControlFlow::Break(1)
}

fn from_flow() -> Option<i32> {
    flow()?;
    Some(1)
}

fn into_flow() -> ControlFlow<i32> {
    last(&["1"])?;
    ControlFlow::Continue(())
}

fn main() {
    println!("{:?} {:?} {:?}", first(&["1"]), last(&["2"]), of_a_number());
    println!("{:?} {:?} {:?}", of_a_struct(), from_flow(), into_flow());
}
