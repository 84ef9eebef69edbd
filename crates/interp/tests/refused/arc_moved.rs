use std::sync::Arc;

fn main() {
    let shared = Arc::new(5);
    let other = shared;
    println!("{} {}", shared, other);
}
