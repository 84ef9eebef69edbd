enum Shape {
    Circle(f64),
    Square(f64),
}

fn area(Shape::Circle(radius): Shape) -> f64 {
    radius * radius
}

fn main() {
    let found: Option<i32> = Some(3);
    let Some(number) = found;
    println!("{number}");
    let Ok(number) = "5".parse::<i32>();
    println!("{number}");
    let [first, second] = &[1, 2, 3][..];
    println!("{first} {second}");
    for Some(it) in [Some(1), None] {
        println!("{it}");
    }
    let add = |Shape::Square(side): Shape| side + 1.0;
    println!("{} {}", area(Shape::Circle(1.0)), add(Shape::Square(1.0)));
    let (1, rest) = (number, 2);
    println!("{rest}");
}
