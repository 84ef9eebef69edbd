mod shapes {
    #[derive(Debug)]
    pub struct Point {
        pub x: i32,
        y: i32,
    }
}

fn main() {
    let point = shapes::Point { x: 1 };
    println!("{point:?}");
}
