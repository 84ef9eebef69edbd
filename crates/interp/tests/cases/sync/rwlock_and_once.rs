use std::sync::{Arc, LazyLock, Once, OnceLock, RwLock};
use std::thread;

static INIT: Once = Once::new();
static NAME: OnceLock<String> = OnceLock::new();
static SQUARES: LazyLock<Vec<u32>> = LazyLock::new(|| { println!("computing"); (0..5).map(|n| n * n).collect() });

fn main() {
    let l = RwLock::new(vec![1]);
    {
        let (a, b) = (l.read().unwrap(), l.read().unwrap());
        println!("{} {:?} {}", a.len() + b.len(), *a, l.try_write().is_err());
    }
    l.write().unwrap().push(2);
    {
        let w = l.write().unwrap();
        println!("{w:?} {} {}", l.try_read().is_err(), l.try_write().map_err(|e| e.to_string()).is_err());
    }
    println!("{l:?}");
    println!("{:?}", l.into_inner());
    let map = Arc::new(RwLock::new(std::collections::BTreeMap::new()));
    let writers: Vec<_> = (0..3).map(|i| { let m = map.clone(); thread::spawn(move || { m.write().unwrap().insert(i, i * 10); }) }).collect();
    for w in writers { w.join().unwrap(); }
    println!("{:?}", map.read().unwrap());
    for _ in 0..3 { INIT.call_once(|| println!("once")); }
    println!("{} {:?}", INIT.is_completed(), NAME.get());
    println!("{} {:?}", NAME.get_or_init(|| "first".into()), NAME.set("second".into()));
    println!("before");
    println!("{} {:?}", SQUARES[3], SQUARES.iter().sum::<u32>());
    let lazy = LazyLock::new(|| 5);
    println!("{}", *lazy + *lazy);
}
