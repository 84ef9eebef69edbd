use std::sync::{Arc, Mutex};
use std::thread;

struct Account { balance: Mutex<i64>, history: Mutex<Vec<String>> }

impl Account {
    fn deposit(&self, n: i64) { *self.balance.lock().unwrap() += n; self.history.lock().unwrap().push(format!("+{n}")); }
    fn withdraw(&self, n: i64) -> Result<i64, String> {
        let mut b = self.balance.lock().unwrap();
        if *b < n { return Err(format!("only {b}")); }
        *b -= n;
        Ok(*b)
    }
}

fn main() {
    let m = Mutex::new(5);
    {
        let mut g = m.lock().unwrap();
        *g += 1;
        println!("{g:?} {} {:?} {:?}", *g, m.try_lock().is_err(), m);
    }
    println!("{m:?} {:?}", m.try_lock().map(|g| *g));
    println!("{}", m.try_lock().map_err(|e| e.to_string()).is_ok());
    let counter = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..10).map(|i| { let c = Arc::clone(&counter); thread::spawn(move || { for _ in 0..=i { *c.lock().unwrap() += 1; } }) }).collect();
    for h in handles { h.join().unwrap(); }
    println!("{} {}", *counter.lock().unwrap(), Arc::strong_count(&counter));
    let a = Account { balance: Mutex::new(10), history: Mutex::default() };
    a.deposit(5);
    println!("{:?} {:?} {:?}", a.withdraw(12), a.withdraw(12), a.history.lock().unwrap());
    let mut m = Mutex::new(vec![1]);
    m.get_mut().unwrap().push(2);
    println!("{:?}", m.into_inner());
    let pair = Arc::new((Mutex::new(1), Mutex::new("x")));
    let (x, y) = (pair.0.lock().unwrap(), pair.1.lock().unwrap());
    println!("{x} {y}");
    let inner = Arc::try_unwrap(counter).unwrap().into_inner().unwrap();
    println!("{inner}");
    let shared = Mutex::new(Some(3));
    if let Some(n) = shared.lock().unwrap().take() { println!("{n} {}", shared.try_lock().is_err()); }
    println!("{}", shared.try_lock().is_ok());
}
