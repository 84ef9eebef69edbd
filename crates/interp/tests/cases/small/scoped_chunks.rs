use std::thread;

fn main() {
    let data: Vec<u64> = (1..=100).collect();
    let sums: Vec<u64> = thread::scope(|s| {
        let handles: Vec<_> = data.chunks(25).map(|c| s.spawn(move || c.iter().sum::<u64>())).collect();
        handles.into_iter().map(|h| h.join().unwrap()).collect()
    });
    println!("{sums:?} {}", sums.iter().sum::<u64>());
    let mut out = vec![String::new(); 3];
    thread::scope(|s| for (i, slot) in out.iter_mut().enumerate() { s.spawn(move || slot.push_str(&format!("w{i}"))); });
    println!("{out:?}");
    let (mut evens, mut odds) = (Vec::<u64>::new(), Vec::<u64>::new());
    thread::scope(|s| {
        s.spawn(|| evens.extend(data.iter().filter(|n| **n % 2 == 0).take(2)));
        s.spawn(|| odds.extend(data.iter().filter(|n| **n % 2 == 1).take(2)));
    });
    println!("{evens:?} {odds:?}");
}
