use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock, mpsc};
use std::thread;
use std::time::Duration;

#[derive(Debug, Clone, PartialEq)]
enum Order { Tea(u8), Coffee { strong: bool }, Close }

fn kitchen(orders: mpsc::Receiver<Order>, served: Arc<Mutex<BTreeMap<String, u32>>>) -> usize {
    let mut count = 0;
    for order in orders {
        let key = match &order {
            Order::Tea(sugar) if *sugar > 2 => "sweet tea".to_string(),
            Order::Tea(_) => "tea".to_string(),
            Order::Coffee { strong: true } => "espresso".to_string(),
            Order::Coffee { .. } => "coffee".to_string(),
            Order::Close => break,
        };
        *served.lock().unwrap().entry(key).or_insert(0) += 1;
        count += 1;
    }
    count
}

fn main() {
    let served = Arc::new(Mutex::new(BTreeMap::new()));
    let (tx, rx) = mpsc::channel();
    let cook = { let served = Arc::clone(&served); thread::spawn(move || kitchen(rx, served)) };
    let guests: Vec<_> = (0..3u8).map(|g| {
        let tx = tx.clone();
        thread::spawn(move || {
            for round in 0..2 {
                tx.send(if round == 0 { Order::Tea(g + 1) } else { Order::Coffee { strong: g == 2 } }).unwrap();
                thread::sleep(Duration::from_millis(1));
            }
            drop(tx);
            g
        })
    }).collect();
    let left: Vec<u8> = guests.into_iter().map(|g| g.join().unwrap()).collect();
    tx.send(Order::Close).unwrap();
    println!("{left:?} left, {} served", cook.join().unwrap());
    println!("{:?} {}", served.lock().unwrap(), tx.send(Order::Tea(0)).is_err());
    let menu = Arc::new(RwLock::new(vec!["tea"]));
    let readers: Vec<_> = (0..2).map(|_| { let m = Arc::clone(&menu); thread::spawn(move || m.read().unwrap().len()) }).collect();
    println!("{:?}", readers.into_iter().map(|r| r.join().unwrap()).collect::<Vec<_>>());
    menu.write().unwrap().push("cake");
    println!("{:?} {}", menu.read().unwrap(), Arc::strong_count(&menu));
    let local = Rc::new(5);
    let n = *local;
    println!("{}", thread::spawn(move || n + 1).join().unwrap());
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];
    for _ in 0..10 {
        let counter = Arc::clone(&counter);
        handles.push(thread::spawn(move || { let mut num = counter.lock().unwrap(); *num += 1; }));
    }
    for handle in handles { handle.join().unwrap(); }
    println!("Result: {}", *counter.lock().unwrap());
}
