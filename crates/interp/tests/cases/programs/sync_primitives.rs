// Synchronisation built by hand: a spin lock with a guard, a one-shot, an Arc, a counting semaphore, a barrier, a phaser.
use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;
use std::sync::atomic::{fence, AtomicBool, AtomicUsize, Ordering::*};
use std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, PoisonError, RwLock, TryLockError};
use std::thread::{self, Thread};
use std::time::Duration;

pub struct SpinLock<T> { locked: AtomicBool, value: UnsafeCell<T> }
unsafe impl<T> Sync for SpinLock<T> where T: Send {}
pub struct Guard<'a, T> { lock: &'a SpinLock<T> }
impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self { Self { locked: AtomicBool::new(false), value: UnsafeCell::new(value) } }
    pub fn lock(&self) -> Guard<'_, T> {
        while self.locked.compare_exchange_weak(false, true, Acquire, Relaxed).is_err() { hint::spin_loop(); thread::yield_now(); }
        Guard { lock: self }
    }
}
impl<T> Deref for Guard<'_, T> { type Target = T; fn deref(&self) -> &T { unsafe { &*self.lock.value.get() } } }
impl<T> DerefMut for Guard<'_, T> { fn deref_mut(&mut self) -> &mut T { unsafe { &mut *self.lock.value.get() } } }
impl<T> Drop for Guard<'_, T> { fn drop(&mut self) { self.lock.locked.store(false, Release); } }

pub struct Channel<T> { message: UnsafeCell<MaybeUninit<T>>, ready: AtomicBool }
unsafe impl<T> Sync for Channel<T> where T: Send {}
pub struct Sender<'a, T> { channel: &'a Channel<T>, receiving_thread: Thread }
pub struct Receiver<'a, T> { channel: &'a Channel<T> }
impl<T> Channel<T> {
    pub const fn new() -> Self { Self { message: UnsafeCell::new(MaybeUninit::uninit()), ready: AtomicBool::new(false) } }
    pub fn split<'a>(&'a mut self) -> (Sender<'a, T>, Receiver<'a, T>) {
        *self = Self::new();
        (Sender { channel: self, receiving_thread: thread::current() }, Receiver { channel: self })
    }
}
impl<T> Sender<'_, T> {
    pub fn send(self, message: T) {
        unsafe { (*self.channel.message.get()).write(message) };
        self.channel.ready.store(true, Release);
        self.receiving_thread.unpark();
    }
}
impl<T> Receiver<'_, T> {
    pub fn receive(self) -> T {
        while !self.channel.ready.swap(false, Acquire) { thread::park(); }
        unsafe { (*self.channel.message.get()).assume_init_read() }
    }
}
impl<T> Drop for Channel<T> { fn drop(&mut self) { if *self.ready.get_mut() { unsafe { self.message.get_mut().assume_init_drop() } } } }

struct ArcData<T> { ref_count: AtomicUsize, data: T }
pub struct MyArc<T> { ptr: NonNull<ArcData<T>> }
unsafe impl<T: Send + Sync> Send for MyArc<T> {}
impl<T> MyArc<T> {
    pub fn new(data: T) -> Self { Self { ptr: NonNull::from(Box::leak(Box::new(ArcData { ref_count: AtomicUsize::new(1), data }))) } }
    fn data(&self) -> &ArcData<T> { unsafe { self.ptr.as_ref() } }
    pub fn get_mut(arc: &mut Self) -> Option<&mut T> {
        if arc.data().ref_count.load(Relaxed) == 1 { fence(Acquire); unsafe { Some(&mut arc.ptr.as_mut().data) } } else { None }
    }
}
impl<T> Deref for MyArc<T> { type Target = T; fn deref(&self) -> &T { &self.data().data } }
impl<T> Clone for MyArc<T> { fn clone(&self) -> Self { self.data().ref_count.fetch_add(1, Relaxed); Self { ptr: self.ptr } } }
impl<T> Drop for MyArc<T> { fn drop(&mut self) { if self.data().ref_count.fetch_sub(1, Release) == 1 { fence(Acquire); unsafe { drop(Box::from_raw(self.ptr.as_ptr())); } } } }

struct Semaphore { permits: Mutex<usize>, freed: Condvar }
impl Semaphore {
    fn acquire(&self) -> impl Drop + '_ {
        struct Permit<'a>(&'a Semaphore);
        impl Drop for Permit<'_> { fn drop(&mut self) { *self.0.permits.lock().unwrap() += 1; self.0.freed.notify_one(); } }
        let mut permits = self.freed.wait_while(self.permits.lock().unwrap(), |n| *n == 0).unwrap();
        *permits -= 1;
        Permit(self)
    }
}
static DROPS: AtomicUsize = AtomicUsize::new(0);
struct Detect;
impl Drop for Detect { fn drop(&mut self) { DROPS.fetch_add(1, Relaxed); } }
static TABLE: LazyLock<RwLock<Vec<u32>>> = LazyLock::new(|| { println!("table made"); RwLock::new(vec![1]) });
static START: Once = Once::new();

fn main() {
    let x = SpinLock::new(Vec::new());
    thread::scope(|s| {
        s.spawn(|| x.lock().push(1));
        s.spawn(|| { let mut g = x.lock(); g.push(2); g.push(2); });
    });
    let mut g = x.lock();
    g.sort();
    println!("{:?} {}", *g, g.len());
    let mut channel = Channel::new();
    thread::scope(|s| {
        let (tx, rx) = channel.split();
        s.spawn(move || { thread::sleep(Duration::from_millis(2)); tx.send("hello world!"); });
        println!("{}", rx.receive());
    });
    let mut a = MyArc::new(("hello", Detect));
    let b = a.clone();
    let t = thread::spawn(move || b.0.len());
    println!("{} {} {}", t.join().unwrap(), DROPS.load(Relaxed), MyArc::get_mut(&mut a).map(|d| { d.0 = "bye"; d.0 }).is_some());
    println!("{}", a.0);
    drop(a);
    println!("{}", DROPS.load(Relaxed));
    let semaphore = Semaphore { permits: Mutex::new(2), freed: Condvar::new() };
    let (now, peak) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|s| for _ in 0..6 { s.spawn(|| { let _permit = semaphore.acquire(); peak.fetch_max(now.fetch_add(1, SeqCst) + 1, SeqCst); thread::sleep(Duration::from_millis(3)); now.fetch_sub(1, SeqCst); }); });
    println!("peak {} {:?}", peak.into_inner(), semaphore.permits);
    let barrier = Arc::new(Barrier::new(3));
    let leaders: usize = (0..3).map(|_| { let b = barrier.clone(); thread::spawn(move || b.wait().is_leader() as usize) }).collect::<Vec<_>>().into_iter().map(|h| h.join().unwrap()).sum();
    println!("leaders {leaders}");
    START.call_once(|| println!("once"));
    START.call_once(|| println!("twice"));
    TABLE.write().unwrap().push(2);
    println!("{:?} {}", TABLE.read().unwrap(), START.is_completed());
    let lock = Arc::new(Mutex::new(1));
    let inner = lock.clone();
    let result = thread::spawn(move || { let mut g = inner.lock().unwrap(); *g = 2; panic!("while locked"); }).join();
    println!("{} {}", result.is_err(), lock.is_poisoned());
    match lock.try_lock() { Err(TryLockError::Poisoned(e)) => println!("poisoned at {}", *e.get_ref()), Err(TryLockError::WouldBlock) => println!("busy"), Ok(g) => println!("{g}") }
    *lock.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    lock.clear_poison();
    println!("{:?} {}", lock.lock().map(|g| *g).ok(), Arc::into_inner(lock).map(|m| m.into_inner().unwrap()).unwrap_or(0));
}
