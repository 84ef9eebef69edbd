struct List {
    items: Vec<String>,
}

impl List {
    fn first(&mut self) -> &mut String {
        &mut self.items[0]
    }
}

fn main() {
    let mut list = List { items: vec!["a".into()] };
    let one = list.first();
    let two = list.first();
    one.push('b');
    two.push('c');
}
