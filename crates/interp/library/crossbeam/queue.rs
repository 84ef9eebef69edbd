//! Queues that threads share.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;

pub struct ArrayQueue<T> {
    items: Mutex<VecDeque<T>>,
    capacity: usize,
}

impl<T> ArrayQueue<T> {
    #[track_caller]
    pub fn new(cap: usize) -> ArrayQueue<T> {
        assert!(cap > 0, "capacity must be non-zero");
        ArrayQueue { items: Mutex::new(VecDeque::new()), capacity: cap }
    }

    pub fn push(&self, value: T) -> Result<(), T> {
        let mut items = self.items.lock().unwrap();
        if items.len() >= self.capacity {
            return Err(value);
        }
        items.push_back(value);
        Ok(())
    }

    pub fn force_push(&self, value: T) -> Option<T> {
        let mut items = self.items.lock().unwrap();
        let old = if items.len() >= self.capacity { items.pop_front() } else { None };
        items.push_back(value);
        old
    }

    pub fn capacity(&self) -> usize {
        self.capacity
    }

    pub fn is_full(&self) -> bool {
        self.len() == self.capacity
    }
}

pub struct SegQueue<T> {
    items: Mutex<VecDeque<T>>,
}

impl<T> SegQueue<T> {
    pub const fn new() -> SegQueue<T> {
        SegQueue { items: Mutex::new(VecDeque::new()) }
    }

    pub fn push(&self, value: T) {
        self.items.lock().unwrap().push_back(value);
    }
}

impl<T> Default for SegQueue<T> {
    fn default() -> Self {
        SegQueue::new()
    }
}

macro_rules! queues {
    ($($name:ident)*) => {$(
        impl<T> $name<T> {
            pub fn pop(&self) -> Option<T> {
                self.items.lock().unwrap().pop_front()
            }

            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            pub fn len(&self) -> usize {
                self.items.lock().unwrap().len()
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(concat!(stringify!($name), " { .. }"))
            }
        }

        unsafe impl<T: Send> Send for $name<T> {}
        unsafe impl<T: Send> Sync for $name<T> {}
    )*};
}

queues! { ArrayQueue SegQueue }
