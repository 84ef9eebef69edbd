fn main() {
    let mut number = 1;
    let first = &mut number;
    let second = first;
    *second += 1;
    *first += 1;
}
