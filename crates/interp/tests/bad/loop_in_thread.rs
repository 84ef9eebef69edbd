// limit 4: instructions
fn main() {
    let thread = std::thread::spawn(|| {
        loop {}
    });
    thread.join().unwrap();
}
