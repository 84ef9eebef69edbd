// Five philosophers share five forks. Nobody starves because the last
// philosopher picks the forks up in the opposite order.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

#[derive(Debug, Default)]
struct Fork {
    uses: usize,
}

struct Table {
    forks: Vec<Mutex<Fork>>,
    meals: AtomicUsize,
}

impl Table {
    fn with_seats(n: usize) -> Self {
        Table {
            forks: (0..n).map(|_| Mutex::new(Fork::default())).collect(),
            meals: AtomicUsize::new(0),
        }
    }

    fn pick(&self, i: usize) -> MutexGuard<'_, Fork> {
        self.forks[i].lock().expect("a philosopher dropped dead holding a fork")
    }
}

struct Philosopher {
    name: &'static str,
    left: usize,
    right: usize,
}

impl Philosopher {
    fn new(name: &'static str, left: usize, right: usize) -> Philosopher {
        Philosopher { name, left, right }
    }

    fn eat(&self, table: &Table) {
        let mut left = table.pick(self.left);
        thread::sleep(Duration::from_millis(2));
        let mut right = table.pick(self.right);
        left.uses += 1;
        right.uses += 1;
        table.meals.fetch_add(1, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(1));
    }
}

impl fmt::Display for Philosopher {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:<12}({}, {})", self.name, self.left, self.right)
    }
}

const ROUNDS: usize = 3;

fn main() {
    let table = Arc::new(Table::with_seats(5));

    let philosophers = vec![
        Philosopher::new("Hypatia", 0, 1),
        Philosopher::new("Zeno", 1, 2),
        Philosopher::new("Thales", 2, 3),
        Philosopher::new("Diotima", 3, 4),
        Philosopher::new("Plato", 0, 4),
    ];

    for p in &philosophers {
        println!("{p}");
    }

    let handles: Vec<_> = philosophers
        .into_iter()
        .map(|p| {
            let table = table.clone();
            thread::Builder::new()
                .name(p.name.to_lowercase())
                .spawn(move || {
                    for _ in 0..ROUNDS {
                        p.eat(&table);
                    }
                    (thread::current().name().map(str::to_owned), p)
                })
                .unwrap()
        })
        .collect();

    for h in handles {
        let (name, p) = h.join().unwrap();
        println!("{} is done eating as {:?}", p.name, name.unwrap_or_default());
    }

    println!("meals: {}", table.meals.load(Ordering::SeqCst));
    for (i, fork) in table.forks.iter().enumerate() {
        let fork = fork.lock().unwrap();
        println!("fork {i}: {fork:?}");
    }
    let table = Arc::try_unwrap(table).ok().expect("nobody else at the table");
    let total: usize = table.forks.into_iter().map(|f| f.into_inner().unwrap().uses).sum();
    assert_eq!(total, 2 * ROUNDS * 5);
    println!("fork uses: {total}");
}
