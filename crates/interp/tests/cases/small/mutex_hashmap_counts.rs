use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let text = "one two three two three three";
    let counts: Arc<Mutex<HashMap<String, usize>>> = Arc::default();
    let handles: Vec<_> = text.split(' ').map(str::to_owned).map(|word| {
        let counts = Arc::clone(&counts);
        thread::spawn(move || { *counts.lock().unwrap().entry(word).or_insert(0) += 1; })
    }).collect();
    for h in handles { h.join().unwrap(); }
    let guard = counts.lock().unwrap();
    let mut all: Vec<(&String, &usize)> = guard.iter().collect();
    all.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    for (w, n) in all { println!("{w}: {n}"); }
}
