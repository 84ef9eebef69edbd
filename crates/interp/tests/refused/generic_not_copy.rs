fn twice<T: std::fmt::Debug>(value: T) {
    let first = value;
    println!("{:?} {:?}", first, value);
}

fn main() {
    twice(1);
}
