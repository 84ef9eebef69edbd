#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Clone, Copy, Debug)]
enum Way {
    Left,
    Right(Point),
}

fn twice<T: Copy>(value: T) -> (T, T) {
    (value, value)
}

trait Shape: Copy {
    fn area(self) -> i32;
    fn double(self) -> i32 {
        self.area() + self.area()
    }
}

impl Shape for Point {
    fn area(self) -> i32 {
        self.x * self.y
    }
}

fn marked<T>(mark: &std::marker::PhantomData<T>) -> std::marker::PhantomData<T> {
    let _again = *mark;
    *mark
}

fn main() {
    marked(&std::marker::PhantomData::<String>);
    let point = Point { x: 1, y: 2 };
    let other = point;
    println!("{point:?} {other:?} {}", point == other);
    let way = Way::Right(point);
    let again = way;
    println!("{way:?} {again:?} {:?} {:?}", Way::Left, twice(point));
    println!("{} {}", point.area(), point.double());
    let text = "a";
    let (one, two) = (text, text);
    println!("{one}{two}{text}");
    let option = Some(1);
    println!("{:?} {:?}", option.unwrap(), option.unwrap_or(2));
    let reference = &point;
    let second = reference;
    println!("{} {}", reference.x, second.y);
    let function: fn(i32) -> i32 = |it| it + 1;
    let same = function;
    println!("{} {}", function(1), same(2));
    let closure = |it: i32| it + point.x;
    let copied = closure;
    println!("{} {}", closure(1), copied(2));
    let array = [1; 3];
    let moved = array;
    println!("{array:?} {moved:?} {:?}", (1, 'a'));
    let range = 0..3;
    for it in range.clone() {
        print!("{it}");
    }
    println!("{range:?}");
    let duration = std::time::Duration::from_secs(1);
    let sum = duration + duration;
    println!("{sum:?} {duration:?}");
    let instant = std::time::Instant::now();
    let _ = instant.elapsed() + instant.elapsed();
    let order = 1.cmp(&2);
    println!("{order:?} {:?}", order);
}
