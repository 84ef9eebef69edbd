mod shapes {
    pub struct Point {
        pub x: i32,
        y: i32,
    }

    pub struct Meters(pub f64, i32);

    impl Point {
        pub fn y(&self) -> i32 {
            self.y
        }
    }

    pub fn meters() -> Meters {
        Meters(1.0, 2)
    }
}

fn main() {
    let point = shapes::Point { x: 1, y: 2 };
    println!("{} {}", point.x, point.y());
    let meters = shapes::meters();
    println!("{}", meters.0);
}
