// Locks from first principles: spin lock, one-shot channel, own Arc, own Mutex with parking. After a well-known book's chapters.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, AtomicU8, AtomicU64, AtomicUsize, fence};
use std::thread::{self, Thread};

pub struct SpinLock<T> {
    locked: AtomicBool,
    value: UnsafeCell<T>,
}
unsafe impl<T> Sync for SpinLock<T> where T: Send {}
pub struct Guard<'a, T> {
    lock: &'a SpinLock<T>,
}
impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self {
        Self { locked: AtomicBool::new(false), value: UnsafeCell::new(value) }
    }
    pub fn lock(&self) -> Guard<'_, T> {
        while self.locked.compare_exchange_weak(false, true, Acquire, Relaxed).is_err() {
            std::hint::spin_loop();
            thread::yield_now();
        }
        Guard { lock: self }
    }
}
impl<T> Deref for Guard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // Safety: the guard is proof that we hold the lock.
        unsafe { &*self.lock.value.get() }
    }
}
impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.value.get() }
    }
}
impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        self.lock.locked.store(false, Release);
    }
}

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;
const READING: u8 = 3;
pub struct Channel<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    state: AtomicU8,
}
unsafe impl<T: Send> Sync for Channel<T> {}
impl<T> Channel<T> {
    pub const fn new() -> Self {
        Self { message: UnsafeCell::new(MaybeUninit::uninit()), state: AtomicU8::new(EMPTY) }
    }
    pub fn split<'a>(&'a mut self) -> (Sender<'a, T>, Receiver<'a, T>) {
        *self = Self::new();
        (Sender { channel: self, receiving: thread::current() }, Receiver { channel: self })
    }
}
impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            unsafe { self.message.get_mut().assume_init_drop() }
        }
    }
}
pub struct Sender<'a, T> {
    channel: &'a Channel<T>,
    receiving: Thread,
}
pub struct Receiver<'a, T> {
    channel: &'a Channel<T>,
}
impl<T> Sender<'_, T> {
    pub fn send(self, message: T) {
        self.channel.state.compare_exchange(EMPTY, WRITING, Relaxed, Relaxed).expect("used twice");
        unsafe { (*self.channel.message.get()).write(message) };
        self.channel.state.store(READY, Release);
        self.receiving.unpark();
    }
}
impl<T> Receiver<'_, T> {
    pub fn is_ready(&self) -> bool {
        self.channel.state.load(Relaxed) == READY
    }
    pub fn receive(self) -> T {
        while self.channel.state.compare_exchange(READY, READING, Acquire, Relaxed).is_err() {
            thread::park();
        }
        unsafe { (*self.channel.message.get()).assume_init_read() }
    }
}

struct ArcData<T> {
    refs: AtomicUsize,
    data: T,
}
pub struct MyArc<T> {
    ptr: NonNull<ArcData<T>>,
}
unsafe impl<T: Send + Sync> Send for MyArc<T> {}
unsafe impl<T: Send + Sync> Sync for MyArc<T> {}
impl<T> MyArc<T> {
    pub fn new(data: T) -> MyArc<T> {
        MyArc { ptr: NonNull::from(Box::leak(Box::new(ArcData { refs: AtomicUsize::new(1), data }))) }
    }
    fn inner(&self) -> &ArcData<T> {
        unsafe { self.ptr.as_ref() }
    }
    pub fn get_mut(arc: &mut Self) -> Option<&mut T> {
        if arc.inner().refs.load(Relaxed) == 1 {
            fence(Acquire);
            unsafe { Some(&mut arc.ptr.as_mut().data) }
        } else {
            None
        }
    }
}
impl<T> Deref for MyArc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.inner().data
    }
}
impl<T> Clone for MyArc<T> {
    fn clone(&self) -> Self {
        if self.inner().refs.fetch_add(1, Relaxed) > usize::MAX / 2 {
            std::process::abort();
        }
        MyArc { ptr: self.ptr }
    }
}
impl<T> Drop for MyArc<T> {
    fn drop(&mut self) {
        if self.inner().refs.fetch_sub(1, Release) == 1 {
            fence(Acquire);
            unsafe { drop(Box::from_raw(self.ptr.as_ptr())) }
        }
    }
}

fn get_x() -> &'static [u8; 3] {
    static PTR: AtomicPtr<[u8; 3]> = AtomicPtr::new(std::ptr::null_mut());
    let mut p = PTR.load(Acquire);
    if p.is_null() {
        p = Box::into_raw(Box::new([1, 2, 3]));
        if let Err(e) = PTR.compare_exchange(std::ptr::null_mut(), p, Release, Acquire) {
            drop(unsafe { Box::from_raw(p) });
            p = e;
        }
    }
    unsafe { &*p }
}

struct Stack<T> {
    head: AtomicPtr<Node<T>>,
    len: AtomicI32,
}
struct Node<T> {
    val: T,
    next: *mut Node<T>,
}
impl<T> Stack<T> {
    fn push(&self, val: T) {
        let node = Box::into_raw(Box::new(Node { val, next: self.head.load(Relaxed) }));
        loop {
            let next = unsafe { (*node).next };
            match self.head.compare_exchange(next, node, AcqRel, Acquire) {
                Ok(_) => break,
                Err(now) => unsafe { (*node).next = now },
            }
        }
        self.len.fetch_add(1, SeqCst);
    }
    fn pop(&mut self) -> Option<T> {
        let head = *self.head.get_mut();
        if head.is_null() {
            return None;
        }
        let Node { val, next } = *unsafe { Box::from_raw(head) };
        *self.head.get_mut() = next;
        *self.len.get_mut() -= 1;
        Some(val)
    }
}

static NUM_DROPS: AtomicUsize = AtomicUsize::new(0);
struct DetectDrop(&'static str);
impl Drop for DetectDrop {
    fn drop(&mut self) {
        NUM_DROPS.fetch_add(1, Relaxed);
    }
}

fn main() {
    let x = SpinLock::new(Vec::new());
    thread::scope(|s| {
        s.spawn(|| x.lock().push(1));
        s.spawn(|| {
            let mut g = x.lock();
            g.push(2);
            g.push(2);
        });
    });
    let g = x.lock();
    println!("{}", g.as_slice() == [1, 2, 2] || g.as_slice() == [2, 2, 1]);
    drop(g);

    let mut channel = Channel::new();
    thread::scope(|s| {
        let (sender, receiver) = channel.split();
        println!("ready before: {}", receiver.is_ready());
        s.spawn(move || sender.send("hello world!".to_string()));
        println!("{}", receiver.receive());
    });
    let mut unread = Channel::new();
    unread.split().0.send(DetectDrop("unread"));
    drop(unread);
    println!("drops {}", NUM_DROPS.load(Relaxed));

    let mut a = MyArc::new(("hi", DetectDrop("arc")));
    let b = a.clone();
    println!("{} {}", MyArc::get_mut(&mut a).is_none(), b.0.len());
    let t = thread::spawn(move || println!("{} {}", b.0, b.1.0));
    t.join().unwrap();
    MyArc::get_mut(&mut a).unwrap().0 = "bye";
    println!("{} drops {}", a.0, NUM_DROPS.load(SeqCst));
    drop(a);
    println!("drops {}", NUM_DROPS.load(SeqCst));
    println!("{:?} {}", get_x(), std::ptr::eq(get_x(), get_x()));

    let mut stack = Stack { head: AtomicPtr::default(), len: AtomicI32::new(0) };
    thread::scope(|s| {
        for i in 0..3 {
            let stack = &stack;
            s.spawn(move || (0..3).for_each(|j| stack.push(i * 10 + j)));
        }
    });
    println!("len {}", stack.len.load(SeqCst));
    let mut all: Vec<i32> = std::iter::from_fn(|| stack.pop()).collect();
    all.sort();
    println!("{all:?} {}", stack.len.into_inner());
    let id = AtomicU64::new(5);
    println!(
        "{:?} {:?} {}",
        id.fetch_update(SeqCst, SeqCst, |n| (n < 6).then_some(n + 1)),
        id.fetch_update(SeqCst, SeqCst, |n| n.checked_sub(7)),
        id.fetch_max(10, Relaxed)
    );
}
