fn pick(c: bool) -> usize {
    let text = if c { String::from("a").as_str() } else { "b" };
    let other = match c { true => String::from("a").as_str(), false => "b" };
    let inner = { let n = 1; format!("{n}").as_str() };
    text.len() + other.len() + inner.len()
}
fn main() { pick(true); }
