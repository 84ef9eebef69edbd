use std::marker::PhantomData;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(Clone, Copy)]
struct Line {
    from: Point,
    to: Point,
    name: &'static str,
    by: fn(i32) -> i32,
    maybe: Option<Point>,
    parts: ([u8; 4], char),
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Plain,
    Of(Wrapper<i32>),
}

#[derive(Clone, Copy)]
struct Wrapper<T>(T);

struct Tag<T>(PhantomData<T>);

impl<T> Clone for Tag<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Tag<T> {}

#[derive(Clone)]
struct Late(i32);

impl Copy for Late {}

#[derive(Clone, Copy)]
struct Both(Late, Tag<String>);

fn main() {
    let point = Point { x: 1.0, y: 2.0 };
    let line = Line {
        from: point,
        to: point,
        name: "line",
        by: |it| it + 1,
        maybe: Some(point),
        parts: ([0; 4], 'c'),
        kind: Kind::Of(Wrapper(1)),
    };
    let other = line;
    println!("{} {} {}", line.name, other.from == line.to, (other.by)(1));
    println!("{:?} {}", other.maybe.map(|it| it.x + it.y), other.parts.1);
    if let Kind::Of(it) = line.kind {
        println!("{}", it.0);
    }
    let _ = Kind::Plain;
    let both = Both(Late(1), Tag(PhantomData));
    let again = both;
    println!("{} {}", both.0.0, again.0.0);
    let _ = again.1;
}
