// panicked 4: internal error: entered unreachable code: never
fn main() {
    match std::hint::black_box(1) {
        1 => unreachable!("never"),
        _ => {}
    }
}
