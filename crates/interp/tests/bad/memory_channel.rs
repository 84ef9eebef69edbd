// limit : memory
fn main() {
    let (tx, _rx) = std::sync::mpsc::channel();
    loop {
        tx.send("x".repeat(4096)).unwrap();
    }
}
