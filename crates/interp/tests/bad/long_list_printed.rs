// limit 11: output
#[derive(Debug)]
struct Node {
    _next: Option<Box<Node>>,
}
fn main() {
    let mut list = None;
    for _ in 0..20_000 {
        list = Some(Box::new(Node { _next: list }));
    }
    println!("{list:?}");
}
