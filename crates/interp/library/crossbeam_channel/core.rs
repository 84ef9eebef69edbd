//! What both ends of a channel share: many may send, many may receive. Without a capacity it takes everything; with 0 a
//! sender waits until its message is taken.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::{Arc, Waiting};
use std::task::{Context, Poll, Waker};
use std::time::Instant;

pub struct Channel<T> {
    queue: RefCell<VecDeque<T>>,
    capacity: Option<usize>,
    sent: Cell<usize>,
    taken: Cell<usize>,
    senders: Cell<usize>,
    receivers: Cell<usize>,
    readers: Waiting,
    writers: Waiting,
    /// Tasks, and whoever waits for several channels.
    wakers: RefCell<Vec<Waker>>,
}

unsafe impl<T: Send> Send for Channel<T> {}
unsafe impl<T: Send> Sync for Channel<T> {}

impl<T> Channel<T> {
    pub fn new(capacity: Option<usize>) -> Arc<Channel<T>> {
        Arc::new(Channel {
            queue: RefCell::new(VecDeque::new()),
            capacity,
            sent: Cell::new(0),
            taken: Cell::new(0),
            senders: Cell::new(1),
            receivers: Cell::new(1),
            readers: Waiting::new("mpsc channel"),
            writers: Waiting::new("mpsc channel"),
            wakers: RefCell::new(Vec::new()),
        })
    }

    pub fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    pub fn len(&self) -> usize {
        self.queue.borrow().len()
    }

    pub fn is_full(&self) -> bool {
        match self.capacity {
            None => false,
            Some(0) => self.len() > 0,
            Some(capacity) => self.len() >= capacity,
        }
    }

    pub fn senders(&self) -> usize {
        self.senders.get()
    }

    pub fn receivers(&self) -> usize {
        self.receivers.get()
    }

    pub fn add_sender(&self) {
        self.senders.set(self.senders.get() + 1);
    }

    pub fn add_receiver(&self) {
        self.receivers.set(self.receivers.get() + 1);
    }

    pub fn drop_sender(&self) {
        self.senders.set(self.senders.get() - 1);
        if self.senders.get() == 0 {
            self.wake();
        }
    }

    pub fn drop_receiver(&self) {
        self.receivers.set(self.receivers.get() - 1);
        if self.receivers.get() == 0 {
            let left = self.queue.take();
            drop(left);
            self.wake();
        }
    }

    /// Wakes all that wait: who has nothing to do then waits again.
    fn wake(&self) {
        self.readers.wake_all();
        self.writers.wake_all();
        let wakers = self.wakers.take();
        for waker in wakers {
            waker.wake();
        }
    }

    /// Has this woken at the next thing that happens.
    pub fn watch(&self, waker: &Waker) {
        self.wakers.borrow_mut().push(waker.clone());
    }

    /// Puts a message in, if there is somebody to receive it and room: else gives it back.
    pub fn try_put(&self, message: T) -> Result<(), T> {
        if self.receivers.get() == 0 || self.is_full() {
            return Err(message);
        }
        self.queue.borrow_mut().push_back(message);
        self.sent.set(self.sent.get() + 1);
        self.readers.wake_one();
        let wakers = self.wakers.take();
        for waker in wakers {
            waker.wake();
        }
        Ok(())
    }

    pub fn try_take(&self) -> Option<T> {
        let taken = self.queue.borrow_mut().pop_front();
        if taken.is_some() {
            self.taken.set(self.taken.get() + 1);
            self.writers.wake_all();
            let wakers = self.wakers.take();
            for waker in wakers {
                waker.wake();
            }
        }
        taken
    }

    /// Waits on one side, until the deadline if there is one; whether there was time.
    fn wait(waiting: &Waiting, label: &'static str, deadline: Option<Instant>) -> bool {
        let Some(deadline) = deadline else {
            waiting.wait(label);
            return true;
        };
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        waiting.wait_timeout(label, left);
        true
    }

    /// Waits for room. Gives the message back if nobody can receive it any more, or the time is over.
    pub fn put(&self, mut message: T, deadline: Option<Instant>) -> Result<(), T> {
        loop {
            match self.try_put(message) {
                Ok(()) => break,
                Err(back) => message = back,
            }
            if self.receivers.get() == 0 || !Channel::<T>::wait(&self.writers, "send", deadline) {
                return Err(message);
            }
        }
        let number = self.sent.get();
        while self.capacity == Some(0) && self.receivers.get() > 0 && self.taken.get() < number {
            if !Channel::<T>::wait(&self.writers, "send", deadline) {
                break;
            }
        }
        Ok(())
    }

    /// Waits for a message. None if no more will come, or the time is over.
    pub fn take(&self, deadline: Option<Instant>) -> Option<T> {
        loop {
            let taken = self.try_take();
            if taken.is_some() || self.senders.get() == 0 {
                return taken;
            }
            if !Channel::<T>::wait(&self.readers, "recv", deadline) {
                return None;
            }
        }
    }

    /// As [`put`](Channel::put), for a task.
    pub fn poll_put(&self, message: &mut Option<T>, cx: &mut Context<'_>) -> Poll<Result<(), T>> {
        let Some(given) = message.take() else { return Poll::Pending };
        match self.try_put(given) {
            Ok(()) => Poll::Ready(Ok(())),
            Err(back) if self.receivers.get() == 0 => Poll::Ready(Err(back)),
            Err(back) => {
                *message = Some(back);
                self.watch(cx.waker());
                Poll::Pending
            }
        }
    }

    /// As [`take`](Channel::take), for a task.
    pub fn poll_take(&self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let taken = self.try_take();
        if taken.is_some() || self.senders.get() == 0 {
            return Poll::Ready(taken);
        }
        self.watch(cx.waker());
        Poll::Pending
    }
}
