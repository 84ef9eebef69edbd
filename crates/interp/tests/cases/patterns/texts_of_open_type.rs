// A text as a pattern says what `as_ref` gives; macros that stand for literals are patterns.
macro_rules! doors { ($($from:ident + $event:ident => $to:ident),+) => { fn next(state: &str, event: &str) -> Option<&'static str> { match (state, event) { $((stringify!($from), stringify!($event)) => Some(stringify!($to)),)+ _ => None } } }; }
doors!(Open + Close => Closed, Closed + Lock => Locked);
fn known(name: &str) -> Result<u8, String> {
    Ok(match name.to_ascii_lowercase().as_ref() { "get" => 1, concat!("s", "et") => 2, other => return Err(other.to_owned()) })
}
fn main() {
    println!("{:?} {:?} {:?}", known("GET"), known("Set"), known("Del"));
    println!("{:?} {:?} {:?}", next("Open", "Close"), next("Closed", "Lock"), next("Open", "Lock"));
    let words: Vec<String> = vec!["a".into(), "b".into()];
    println!("{}", words.iter().filter(|it| match it.as_ref() { "a" => true, _ => false }).count());
}
