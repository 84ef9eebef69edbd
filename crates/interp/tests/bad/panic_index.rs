// panicked 5: index out of bounds: the len is 2 but the index is 5
fn main() {
    let all = vec![1, 2];
    let at = 5;
    println!("{}", all[at]);
}
