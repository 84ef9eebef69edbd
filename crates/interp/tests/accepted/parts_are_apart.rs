struct Pair {
    left: String,
    right: Vec<i32>,
    count: u32,
}

impl Pair {
    fn grow(&mut self) {
        for it in &self.right {
            self.count += *it as u32;
        }
        let text = &mut self.left;
        self.right.push(1);
        text.push('!');
        let Pair { left, right, .. } = self;
        left.push('?');
        right.push(2);
    }
}

fn main() {
    let mut pair = Pair { left: "a".into(), right: vec![1], count: 0 };
    pair.grow();
    let left = &mut pair.left;
    let right = &mut pair.right;
    left.push('b');
    right.push(2);
    let name = pair.left;
    println!("{name} {:?} {}", pair.right, pair.count);
    pair.left = String::from("new");
    println!("{}", pair.left);
    let (one, two) = (String::from("a"), String::from("b"));
    let tuple = (one, two);
    let first = tuple.0;
    let second = tuple.1;
    println!("{first}{second}");
    let mut array = [1, 2, 3];
    let [a, b, c] = &mut array;
    std::mem::swap(a, b);
    *c += 1;
    println!("{array:?}");
}
