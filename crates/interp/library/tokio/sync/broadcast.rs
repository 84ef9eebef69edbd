//! Channels in which every receiver sees every message. Receivers wait for the host's signal.

use super::resource::Resource;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

struct Shared<T> {
    /// The messages that are kept, and the number of the first of them.
    messages: RefCell<VecDeque<T>>,
    first: Cell<u64>,
    /// Where each receiver is; what all have seen need not be kept.
    positions: RefCell<Vec<(u64, u64)>>,
    next_receiver: Cell<u64>,
    capacity: usize,
    senders: Cell<usize>,
    host: Resource,
}

unsafe impl<T: Send> Send for Shared<T> {}
unsafe impl<T: Send> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn end(&self) -> u64 {
        self.first.get() + self.messages.borrow().len() as u64
    }

    fn position(&self, receiver: u64) -> u64 {
        match self.positions.borrow().iter().find(|it| it.0 == receiver) {
            Some((_, position)) => *position,
            None => self.end(),
        }
    }

    fn set_position(&self, receiver: u64, position: u64) {
        if let Some(found) = self.positions.borrow_mut().iter_mut().find(|it| it.0 == receiver) {
            found.1 = position;
        }
        self.forget_seen();
    }

    /// Drops what every receiver has seen.
    fn forget_seen(&self) {
        let least = self.positions.borrow().iter().map(|it| it.1).min().unwrap_or(self.end());
        while self.first.get() < least {
            let seen = self.messages.borrow_mut().pop_front();
            if seen.is_none() {
                return;
            }
            self.first.set(self.first.get() + 1);
        }
    }
}

/// A new receiver, of what is sent from now on.
fn receiver_of<T>(shared: &Arc<Shared<T>>) -> Receiver<T> {
    let number = shared.next_receiver.get();
    shared.next_receiver.set(number + 1);
    shared.positions.borrow_mut().push((number, shared.end()));
    Receiver { shared: shared.clone(), number }
}

#[track_caller]
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    assert!(capacity > 0, "broadcast channel capacity cannot be zero");
    let sender = Sender::new(capacity);
    let receiver = sender.subscribe();
    (sender, receiver)
}

pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

impl<T> Sender<T> {
    #[track_caller]
    pub fn new(capacity: usize) -> Sender<T> {
        let shared = Shared {
            messages: RefCell::new(VecDeque::new()),
            first: Cell::new(0),
            positions: RefCell::new(Vec::new()),
            next_receiver: Cell::new(0),
            capacity: capacity.next_power_of_two(),
            senders: Cell::new(1),
            host: Resource::new("Channel"),
        };
        Sender { shared: Arc::new(shared) }
    }

    pub fn send(&self, value: T) -> Result<usize, error::SendError<T>> {
        let receivers = self.receiver_count();
        self.shared.host.put();
        if receivers == 0 {
            return Err(error::SendError(value));
        }
        let shared = &self.shared;
        if shared.messages.borrow().len() == shared.capacity {
            let oldest = shared.messages.borrow_mut().pop_front();
            shared.first.set(shared.first.get() + 1);
            drop(oldest);
        }
        shared.messages.borrow_mut().push_back(value);
        shared.host.wake_all(0);
        Ok(receivers)
    }

    pub fn subscribe(&self) -> Receiver<T> {
        receiver_of(&self.shared)
    }

    pub fn len(&self) -> usize {
        self.shared.messages.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn receiver_count(&self) -> usize {
        self.shared.positions.borrow().len()
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    #[begins]
    pub async fn closed(&self) {
        let waiting = async move {
            while self.receiver_count() > 0 {
                self.shared.host.turn(1).await;
            }
        };
        self.shared.host.wait("closed", waiting).await
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        self.shared.senders.set(self.shared.senders.get() + 1);
        Sender { shared: self.shared.clone() }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.shared.senders.set(self.shared.senders.get() - 1);
        if self.shared.senders.get() == 0 {
            self.shared.host.wake_all(0);
        }
    }
}

pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    number: u64,
}

impl<T> Receiver<T> {
    pub fn len(&self) -> usize {
        (self.shared.end() - self.shared.position(self.number)) as usize
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn is_closed(&self) -> bool {
        self.shared.senders.get() == 0
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    pub fn resubscribe(&self) -> Receiver<T> {
        receiver_of(&self.shared)
    }
}

impl<T: Clone> Receiver<T> {
    pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {
        let received = self.receive();
        if received.is_ok() {
            self.shared.host.taken();
        }
        received
    }

    fn receive(&mut self) -> Result<T, error::TryRecvError> {
        let shared = &self.shared;
        let position = shared.position(self.number);
        let first = shared.first.get();
        if position < first {
            shared.set_position(self.number, first);
            return Err(error::TryRecvError::Lagged(first - position));
        }
        let message = shared.messages.borrow().get((position - first) as usize).cloned();
        match message {
            Some(message) => {
                shared.set_position(self.number, position + 1);
                Ok(message)
            }
            None if self.is_closed() => Err(error::TryRecvError::Closed),
            None => Err(error::TryRecvError::Empty),
        }
    }

    #[begins]
    pub async fn recv(&mut self) -> Result<T, error::RecvError> {
        let shared = self.shared.clone();
        let waiting = async move {
            loop {
                match self.try_recv() {
                    Ok(message) => return Ok(message),
                    Err(error::TryRecvError::Closed) => return Err(error::RecvError::Closed),
                    Err(error::TryRecvError::Lagged(count)) => return Err(error::RecvError::Lagged(count)),
                    Err(error::TryRecvError::Empty) => self.shared.host.turn(0).await,
                }
            }
        };
        shared.host.wait("recv", waiting).await
    }

    #[track_caller]
    pub fn blocking_recv(&mut self) -> Result<T, error::RecvError> {
        crate::runtime::wait_for(self.recv())
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let number = self.number;
        self.shared.positions.borrow_mut().retain(|it| it.0 != number);
        self.shared.forget_seen();
        self.shared.host.wake_all(1);
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broadcast::Sender")
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broadcast::Receiver")
    }
}

pub mod error {
    //! What can go wrong.

    use std::fmt;

    #[derive(Debug)]
    pub struct SendError<T>(pub T);

    impl<T> fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("channel closed")
        }
    }

    impl<T: fmt::Debug> std::error::Error for SendError<T> {}

    #[derive(Debug, PartialEq, Eq, Clone)]
    pub enum RecvError {
        Closed,
        Lagged(u64),
    }

    impl fmt::Display for RecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                RecvError::Closed => f.write_str("channel closed"),
                RecvError::Lagged(count) => write!(f, "channel lagged by {count}"),
            }
        }
    }

    impl std::error::Error for RecvError {}

    #[derive(Debug, PartialEq, Eq, Clone)]
    pub enum TryRecvError {
        Empty,
        Closed,
        Lagged(u64),
    }

    impl fmt::Display for TryRecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                TryRecvError::Empty => f.write_str("channel empty"),
                TryRecvError::Closed => f.write_str("channel closed"),
                TryRecvError::Lagged(count) => write!(f, "channel lagged by {count}"),
            }
        }
    }

    impl std::error::Error for TryRecvError {}
}
