struct List {
    value: i32,
    next: Option<List>,
}

fn main() {
    let list = List { value: 1, next: None };
    println!("{} {}", list.value, list.next.is_none());
}
