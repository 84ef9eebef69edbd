// limit 4: threads
fn main() {
    for _ in 0..1_000_000 {
        std::thread::spawn(|| std::thread::sleep(std::time::Duration::from_secs(9)));
    }
}
