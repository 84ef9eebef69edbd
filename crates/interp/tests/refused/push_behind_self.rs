struct Stack {
    items: Vec<i32>,
}

impl Stack {
    fn push(&self, item: i32) {
        self.items.push(item);
    }
}

fn main() {
    let stack = Stack { items: vec![] };
    stack.push(1);
    println!("{}", stack.items.len());
}
