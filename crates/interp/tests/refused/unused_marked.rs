#[must_use]
fn total() -> i32 {
    1
}

fn main() {
    total();
}
