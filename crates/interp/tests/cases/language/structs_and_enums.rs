#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle { radius: f64 },
    Square(f64),
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Point {
    x: i32,
    y: i32,
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => 3.0 * radius * radius,
            Shape::Square(side) => side * side,
            Shape::Empty => 0.0,
        }
    }
}

impl std::ops::Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }
}

fn main() {
    let shapes = [Shape::Circle { radius: 2.0 }, Shape::Square(1.5), Shape::Empty];
    for shape in &shapes {
        println!("{shape:?} {:.2}", shape.area());
    }
    let copy = shapes[1].clone();
    println!("{}", copy == shapes[1]);
    let p = Point { x: 1, ..Default::default() } + Point { x: 2, y: 3 };
    println!("{p:?} {:#?}", p);
    println!("{:?} {}", p.max(Point { x: 9, y: 0 }), Point { x: 1, y: 2 } < Point { x: 1, y: 3 });
    let Point { x, y } = p;
    println!("{x} {y}");
}
