struct Point {
    x: i32,
}

impl Point {
    fn set(&self) {
        self.x = 2;
    }
}

fn main() {
    let point = Point { x: 1 };
    point.set();
    println!("{}", point.x);
}
