//! Sizes of what a reference leads to, of errors and of what locks.

use std::fs::{DirBuilder, Permissions};
use std::mem::{align_of_val, size_of, size_of_val};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::sync::{Condvar, Mutex};

struct Point {
    x: f64,
    y: f64,
}

struct Rectangle {
    from: Point,
    to: Box<Point>,
}

enum Failure {
    Io(std::io::Error),
    Number(std::num::ParseIntError),
    Json(serde_json::Error),
    Other(String),
}

fn show<T: ?Sized>(name: &str, it: &T) {
    println!("{name}: {} {}", size_of_val(it), align_of_val(it));
}

fn main() {
    let point = Box::new(Point { x: 0.0, y: 1.0 });
    let rectangle = Rectangle { from: Point { x: point.x, y: point.y }, to: point };
    show("point", &*rectangle.to);
    show("box", &rectangle.to);
    show("rectangle", &rectangle);
    println!("{} {}", size_of_val(&rectangle.to), size_of_val(&rectangle.from));
    let nested = Box::new(Box::new(5u8));
    println!("{} {} {}", size_of_val(&nested), size_of_val(&*nested), size_of_val(&**nested));
    show("text", "twelve bytes");
    show("slice", &[1u16, 2, 3][..]);
    println!("{} {}", size_of::<Failure>(), size_of::<Result<u8, std::io::Error>>());
    println!("{} {}", size_of::<std::num::ParseFloatError>(), size_of::<Condvar>());
    show("mutex", &Mutex::new(1u8));
}
