mod shapes {
    pub struct Meters(f64);

    pub fn meters() -> Meters {
        Meters(1.0)
    }
}

fn main() {
    let meters = shapes::meters();
    println!("{}", meters.0);
}
