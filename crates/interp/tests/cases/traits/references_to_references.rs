use std::cmp::Ordering;

trait Distance<Rhs: ?Sized = Self> {
    fn distance(&self, other: &Rhs) -> i32;
}

impl Distance for i32 {
    fn distance(&self, other: &i32) -> i32 {
        (*self - *other).abs()
    }
}

impl<T: ?Sized + Distance> Distance for Box<T> {
    fn distance(&self, other: &Box<T>) -> i32 {
        print!("box ");
        Distance::distance(&**self, &**other)
    }
}

impl<A: Distance<B> + ?Sized, B: ?Sized> Distance<&B> for &A {
    fn distance(&self, other: &&B) -> i32 {
        print!("reference ");
        Distance::distance(*self, *other)
    }
}

trait Shape {
    fn area(&self) -> f64;
}

struct Square(f64);

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

impl PartialEq for dyn Shape {
    fn eq(&self, other: &Self) -> bool {
        self.area() == other.area()
    }
}

impl PartialOrd for dyn Shape {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.area().partial_cmp(&other.area())
    }
}

fn main() {
    let numbers = [Box::new(3), Box::new(1)];
    let (a, b) = (&numbers[0], &numbers[1]);
    println!("{}", a.distance(b));
    println!("{}", (&a).distance(&b));
    println!("{}", (&&3).distance(&&5));
    let (x, y) = (&&7, &&9);
    println!("{} {:?} {:?} {:?}", x.distance(y), x.cmp(y), (&x).partial_cmp(&y), x.max(y));
    println!("{:?} {:?}", (&a).cmp(&b), (&&a).partial_cmp(&&b));

    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(3.0)), Box::new(Square(1.0)), Box::new(Square(2.0))];
    let largest = shapes.iter().max_by(|a, b| a.partial_cmp(b).unwrap()).unwrap();
    println!("{}", largest.area());
    let mut sorted: Vec<&Box<dyn Shape>> = shapes.iter().collect();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap());
    println!("{:?}", sorted.iter().map(|it| it.area()).collect::<Vec<_>>());
    println!("{}", *shapes[0] == *shapes[1]);

    let words = [Some("pear"), None, Some("fig")];
    let mut refs: Vec<&&Option<&str>> = vec![];
    let all: Vec<&Option<&str>> = words.iter().collect();
    refs.extend(all.iter());
    refs.sort_by(|a, b| a.cmp(b));
    println!("{refs:?}");
    refs.sort_by_key(|it| std::cmp::Reverse(***it));
    println!("{refs:?} {}", refs[0].eq(refs[0]));
}
