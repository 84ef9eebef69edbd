// limit 7: memory
struct Node {
    _next: Option<Box<Node>>,
}
fn main() {
    let mut list = None;
    loop {
        list = Some(Box::new(Node { _next: list }));
    }
}
