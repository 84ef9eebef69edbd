fn main() {
    let mut number = 1;
    let change = &mut number;
    let copy = number;
    *change += copy;
}
