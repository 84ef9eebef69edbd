use std::thread::sleep;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    sleep(Duration::from_millis(30));
    let middle = Instant::now();
    sleep(Duration::from_millis(20));
    println!("{} {}", start.elapsed() >= Duration::from_millis(50), middle > start);
    println!("{} {:?}", middle - start >= Duration::from_millis(30), start.checked_duration_since(middle));
    println!("{:?} {:?}", start.saturating_duration_since(middle), start.duration_since(start));
    let deadline = start + Duration::from_secs(100);
    println!("{} {:?}", Instant::now() < deadline, deadline - start);
    let mut later = start;
    later += Duration::from_millis(5);
    println!("{:?} {:?}", later - start, later.checked_sub(Duration::from_millis(5)) == Some(start));
    println!("{:?}", [middle, start, deadline].iter().min() == Some(&start));
    println!("{}", start.elapsed().as_secs());
}
