// panicked 3: assertion `left == right` failed
fn main() {
    assert_eq!(1 + 1, 3);
}
