// rejected 2:
union Both {
    a: u32,
    b: f32,
}
fn main() {
    let both = Both { a: 1 };
    println!("{}", unsafe { both.b });
}
