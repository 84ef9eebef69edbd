// rejected 7: no field `z` on type `Point`
struct Point {
    x: i32,
}
fn main() {
    let point = Point { x: 1 };
    println!("{}", point.x + point.z);
}
