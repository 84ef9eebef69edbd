//! Channels between threads.

use super::{Arc, Waiting};
use crate::cell::{Cell, RefCell};
use crate::collections::VecDeque;
use crate::error::Error;
use crate::fmt;
use crate::time::{Duration, Instant};

/// What both ends share. Without a capacity it takes everything; with 0 a sender waits until its message is taken.
struct Channel<T> {
    queue: RefCell<VecDeque<T>>,
    capacity: Option<usize>,
    taken: Cell<usize>,
    sent: Cell<usize>,
    senders: Cell<usize>,
    receiver: Cell<bool>,
    readers: Waiting,
    writers: Waiting,
}

impl<T> Channel<T> {
    fn new(capacity: Option<usize>) -> Arc<Channel<T>> {
        Arc::new(Channel {
            queue: RefCell::new(VecDeque::new()),
            capacity,
            taken: Cell::new(0),
            sent: Cell::new(0),
            senders: Cell::new(1),
            receiver: Cell::new(true),
            readers: Waiting::new("mpsc channel"),
            writers: Waiting::new("mpsc channel"),
        })
    }

    fn put(&self, t: T) {
        self.queue.borrow_mut().push_back(t);
        self.sent.set(self.sent.get() + 1);
        self.readers.wake_one();
    }

    fn take(&self) -> Option<T> {
        let taken = self.queue.borrow_mut().pop_front();
        if taken.is_some() {
            self.taken.set(self.taken.get() + 1);
            self.writers.wake_all();
        }
        taken
    }

    fn is_full(&self) -> bool {
        match self.capacity {
            None => false,
            Some(0) => !self.queue.borrow().is_empty(),
            Some(capacity) => self.queue.borrow().len() >= capacity,
        }
    }

    fn add_sender(&self) {
        self.senders.set(self.senders.get() + 1);
    }

    fn drop_sender(&self) {
        self.senders.set(self.senders.get() - 1);
        if self.senders.get() == 0 {
            self.readers.wake_all();
        }
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Channel::new(None);
    (Sender { channel: channel.clone() }, Receiver { channel })
}

pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Channel::new(Some(bound));
    (SyncSender { channel: channel.clone() }, Receiver { channel })
}

pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Sender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        if !self.channel.receiver.get() {
            return Err(SendError(t));
        }
        self.channel.put(t);
        Ok(())
    }
}

pub struct SyncSender<T> {
    channel: Arc<Channel<T>>,
}

impl<T> SyncSender<T> {
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        let channel = &self.channel;
        while channel.receiver.get() && channel.is_full() {
            channel.writers.wait("send");
        }
        if !channel.receiver.get() {
            return Err(SendError(t));
        }
        channel.put(t);
        if channel.capacity == Some(0) {
            let number = channel.sent.get();
            while channel.receiver.get() && channel.taken.get() < number {
                channel.writers.wait("send");
            }
        }
        Ok(())
    }

    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        let channel = &self.channel;
        if !channel.receiver.get() {
            return Err(TrySendError::Disconnected(t));
        }
        if channel.is_full() || channel.capacity == Some(0) {
            return Err(TrySendError::Full(t));
        }
        channel.put(t);
        Ok(())
    }
}

macro_rules! senders {
    ($($name:ident)*) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> $name<T> {
                self.channel.add_sender();
                $name { channel: self.channel.clone() }
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.channel.drop_sender();
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}

senders! { Sender SyncSender }

pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match self.channel.take() {
            Some(t) => Ok(t),
            None if self.channel.senders.get() == 0 => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    pub fn recv(&self) -> Result<T, RecvError> {
        loop {
            if let Some(t) = self.channel.take() {
                return Ok(t);
            }
            if self.channel.senders.get() == 0 {
                return Err(RecvError);
            }
            self.channel.readers.wait("recv");
        }
    }

    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        let Some(deadline) = Instant::now().checked_add(timeout) else {
            return self.recv().map_err(|_| RecvTimeoutError::Disconnected);
        };
        loop {
            if let Some(t) = self.channel.take() {
                return Ok(t);
            }
            if self.channel.senders.get() == 0 {
                return Err(RecvTimeoutError::Disconnected);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(RecvTimeoutError::Timeout);
            }
            self.channel.readers.wait_timeout("recv_timeout", left);
        }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter { rx: self }
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { rx: self }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.channel.receiver.set(false);
        let left = self.channel.queue.take();
        drop(left);
        self.channel.writers.wake_all();
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

unsafe impl<T: Send> Send for Channel<T> {}
unsafe impl<T: Send> Sync for Channel<T> {}
impl<T> !Sync for Receiver<T> {}

#[derive(Debug)]
pub struct Iter<'a, T> {
    rx: &'a Receiver<T>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
    }
}

#[derive(Debug)]
pub struct TryIter<'a, T> {
    rx: &'a Receiver<T>,
}

impl<'a, T> Iterator for TryIter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.rx.try_recv().ok()
    }
}

#[derive(Debug)]
pub struct IntoIter<T> {
    rx: Receiver<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter { rx: self }
    }
}

#[derive(PartialEq, Eq, Clone, Copy)]
pub struct SendError<T>(pub T);

impl<T> fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("sending on a closed channel")
    }
}

impl<T> Error for SendError<T> {}

#[derive(PartialEq, Eq, Clone, Copy)]
pub enum TrySendError<T> {
    Full(T),
    Disconnected(T),
}

impl<T> fmt::Debug for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            TrySendError::Full(_) => "TrySendError::Full(..)",
            TrySendError::Disconnected(_) => "TrySendError::Disconnected(..)",
        })
    }
}

impl<T> fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            TrySendError::Full(_) => "sending on a full channel",
            TrySendError::Disconnected(_) => "sending on a closed channel",
        })
    }
}

impl<T> Error for TrySendError<T> {}

#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub struct RecvError;

#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}

#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}

macro_rules! messages {
    ($($ty:ty: |$error:ident| $message:expr;)*) => {$(
        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $error = self;
                f.pad($message)
            }
        }

        impl Error for $ty {}
    )*};
}

messages! {
    RecvError: |error| "receiving on a closed channel";
    TryRecvError: |error| match error {
        TryRecvError::Empty => "receiving on an empty channel",
        TryRecvError::Disconnected => "receiving on a closed channel",
    };
    RecvTimeoutError: |error| match error {
        RecvTimeoutError::Timeout => "timed out waiting on channel",
        RecvTimeoutError::Disconnected => "channel is empty and sending half is closed",
    };
}
