fn both(left: &mut i32, right: &mut i32) {
    *left += *right;
}

fn main() {
    let mut number = 1;
    both(&mut number, &mut number);
    println!("{number}");
}
