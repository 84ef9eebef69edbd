// limit 11: memory
#[derive(Clone)]
struct Node {
    _next: Option<Box<Node>>,
}
fn main() {
    let mut list = None;
    for _ in 0..20_000 {
        list = Some(Box::new(Node { _next: list }));
    }
    let _other = list.clone();
}
