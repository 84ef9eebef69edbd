async fn name<'a>() -> &'a str {
    let text = String::from("a");
    &text
}
async fn other(text: String) -> &'static str {
    text.as_str()
}
fn fut() -> impl Future<Output = usize> {
    let text = String::from("a");
    length(&text)
}
async fn length(text: &str) -> usize { text.len() }
fn main() { drop(name()); drop(other(String::new())); drop(fut()); }
