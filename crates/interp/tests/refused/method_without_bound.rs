fn longest<T: Clone>(parts: &[T]) -> usize {
    let mut most = 0;
    for part in parts {
        most = most.max(part.len());
    }
    most
}

fn main() {
    println!("{}", longest(&["a", "bcd"]));
}
