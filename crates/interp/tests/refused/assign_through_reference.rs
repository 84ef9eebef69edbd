fn reset(number: &i32) {
    *number = 0;
}

fn main() {
    let number = 1;
    reset(&number);
    println!("{number}");
}
