use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock, Weak};
use std::thread;

static LIVE: AtomicUsize = AtomicUsize::new(0);
struct Session { id: usize, notes: Mutex<Vec<String>> }
impl Session { fn new(id: usize) -> Arc<Self> { LIVE.fetch_add(1, Ordering::SeqCst); Arc::new(Session { id, notes: Mutex::default() }) } fn note(self: &Arc<Self>, s: &str) -> Arc<Self> { self.notes.lock().unwrap().push(s.into()); Arc::clone(self) } }
impl Drop for Session { fn drop(&mut self) { LIVE.fetch_sub(1, Ordering::SeqCst); } }

#[derive(Clone, Default)]
struct Registry { inner: Arc<RwLock<Vec<Weak<Session>>>> }
impl Registry {
    fn add(&self, s: &Arc<Session>) { self.inner.write().unwrap().push(Arc::downgrade(s)); }
    fn live(&self) -> Vec<usize> { self.inner.read().unwrap().iter().filter_map(|w| w.upgrade().map(|s| s.id)).collect() }
}

fn main() {
    let r = Registry::default();
    let a = Session::new(1);
    r.add(&a);
    let h = { let r = r.clone(); thread::spawn(move || { let b = Session::new(2); r.add(&b); b.note("x").note("y"); r.live() }) };
    println!("{:?} {:?} {}", h.join().unwrap(), r.live(), LIVE.load(Ordering::SeqCst));
    let c = a.note("first");
    println!("{} {} {:?}", Arc::ptr_eq(&a, &c), Arc::strong_count(&a), a.notes.lock().unwrap());
    drop((a, c));
    println!("{:?} {}", r.live(), LIVE.load(Ordering::SeqCst));
    let shared: Arc<[i32]> = Arc::from(vec![1, 2, 3]);
    let sums: Vec<i32> = (0..2).map(|i| { let s = Arc::clone(&shared); thread::spawn(move || s[i..].iter().sum::<i32>()) }).map(|h| h.join().unwrap()).collect();
    println!("{sums:?} {}", shared.len());
    let mut m = Arc::new(String::from("a"));
    Arc::make_mut(&mut m).push('b');
    let n = m.clone();
    println!("{:?} {:?} {}", Arc::get_mut(&mut m).is_none(), Arc::try_unwrap(n).is_err(), m);
}
