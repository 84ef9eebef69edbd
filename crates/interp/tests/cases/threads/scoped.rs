use std::sync::Mutex;
use std::thread;

fn parallel_sum(values: &[i32]) -> i32 {
    thread::scope(|s| {
        let (left, right) = values.split_at(values.len() / 2);
        let l = s.spawn(|| left.iter().sum::<i32>());
        let r = s.spawn(|| right.iter().sum::<i32>());
        l.join().unwrap() + r.join().unwrap()
    })
}

fn main() {
    println!("{}", parallel_sum(&[1, 2, 3, 4, 5]));
    let mut a = vec![1, 2, 3];
    let mut x = 0;
    let text = String::from("borrowed");
    thread::scope(|s| {
        s.spawn(|| { x += a[0] + a[2]; });
        s.spawn(|| println!("{} {:?}", text, a.len()));
    });
    a.push(4);
    println!("{x} {a:?}");
    let mut chunks = [0u32; 6];
    thread::scope(|s| { for (i, c) in chunks.chunks_mut(2).enumerate() { s.spawn(move || { for n in c.iter_mut() { *n = (i as u32 + 1) * 10; } }); } });
    println!("{chunks:?}");
    let log = Mutex::new(vec![]);
    let r = thread::scope(|s| {
        let h = s.spawn(|| { s.spawn(|| log.lock().unwrap().push("inner")); 5 });
        h.join().unwrap()
    });
    println!("{r} {:?}", log.into_inner().unwrap());
    let caught = thread::scope(|s| s.spawn(|| if x > 0 { panic!("scoped") }).join().is_err());
    println!("{caught}");
}
