use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::channel();
    tx.send(1);
    println!("{:?}", rx.recv());
}
