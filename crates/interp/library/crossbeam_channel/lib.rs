//! crossbeam-channel: channels between threads, with many that send and many that receive.

// Macros come before those who use them.
mod shared;

pub mod core;
mod error;
mod select;
mod timed;

pub use error::{RecvError, RecvTimeoutError, SendError, SendTimeoutError, TryRecvError, TrySendError};
pub use select::{Pick, Watched, pick};
pub use timed::{after, at, never, tick};

use core::Channel;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use timed::Source;

pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    both(Channel::new(None))
}

pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
    both(Channel::new(Some(cap)))
}

fn both<T>(channel: Arc<Channel<T>>) -> (Sender<T>, Receiver<T>) {
    (Sender { channel: channel.clone() }, Receiver { source: Source::Channel(channel) })
}

pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Sender<T> {
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {
        self.channel.put(msg, None).map_err(SendError)
    }

    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        match self.channel.try_put(msg) {
            Ok(()) => Ok(()),
            Err(msg) if self.channel.receivers() == 0 => Err(TrySendError::Disconnected(msg)),
            Err(msg) => Err(TrySendError::Full(msg)),
        }
    }

    pub fn send_timeout(&self, msg: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_deadline(msg, Instant::now() + timeout)
    }

    pub fn send_deadline(&self, msg: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        match self.channel.put(msg, Some(deadline)) {
            Ok(()) => Ok(()),
            Err(msg) if self.channel.receivers() == 0 => Err(SendTimeoutError::Disconnected(msg)),
            Err(msg) => Err(SendTimeoutError::Timeout(msg)),
        }
    }

    pub fn is_full(&self) -> bool {
        self.channel.is_full()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.channel.len()
    }

    pub fn capacity(&self) -> Option<usize> {
        self.channel.capacity()
    }

    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        Arc::ptr_eq(&self.channel, &other.channel)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.channel.add_sender();
        Sender { channel: self.channel.clone() }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.channel.drop_sender();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Sender { .. }")
    }
}

pub struct Receiver<T> {
    source: Source<T>,
}

impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match self.source.try_take() {
            Some(msg) => Ok(msg),
            None if self.source.is_over() => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    pub fn recv(&self) -> Result<T, RecvError> {
        self.source.take(None).ok_or(RecvError)
    }

    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.recv_deadline(Instant::now() + timeout)
    }

    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        match self.source.take(Some(deadline)) {
            Some(msg) => Ok(msg),
            None if self.source.is_over() => Err(RecvTimeoutError::Disconnected),
            None => Err(RecvTimeoutError::Timeout),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn is_full(&self) -> bool {
        self.source.channel().is_some_and(|it| it.is_full())
    }

    pub fn len(&self) -> usize {
        self.source.channel().map_or(0, |it| it.len())
    }

    pub fn capacity(&self) -> Option<usize> {
        match self.source.channel() {
            Some(channel) => channel.capacity(),
            None => Some(1),
        }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        if let Some(channel) = self.source.channel() {
            channel.add_receiver();
        }
        Receiver { source: self.source.clone() }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Some(channel) = self.source.channel() {
            channel.drop_receiver();
        }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}

crate::__receiver_iterators!();
