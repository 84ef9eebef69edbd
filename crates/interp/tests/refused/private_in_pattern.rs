mod shapes {
    pub struct Point {
        pub x: i32,
        y: i32,
    }

    impl Point {
        pub fn new() -> Point {
            Point { x: 1, y: 2 }
        }
    }
}

fn main() {
    let shapes::Point { x, y } = shapes::Point::new();
    println!("{x} {y}");
}
