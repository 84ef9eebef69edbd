//! flume: channels for threads and tasks, with many that send and many that receive.

mod error;
mod waiting;

pub use error::{RecvError, RecvTimeoutError, SendError, SendTimeoutError, TryRecvError, TrySendError};
pub use waiting::RecvStream;

use crossbeam_channel::core::Channel;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    both(Channel::new(None))
}

pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
    both(Channel::new(Some(cap)))
}

fn both<T>(channel: Arc<Channel<T>>) -> (Sender<T>, Receiver<T>) {
    (Sender { channel: channel.clone() }, Receiver { channel })
}

pub struct Sender<T> {
    channel: Arc<Channel<T>>,
}

pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
}

impl<T> Sender<T> {
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {
        self.channel.put(msg, None).map_err(SendError)
    }

    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        match self.channel.try_put(msg) {
            Ok(()) => Ok(()),
            Err(msg) if self.is_disconnected() => Err(TrySendError::Disconnected(msg)),
            Err(msg) => Err(TrySendError::Full(msg)),
        }
    }

    pub fn send_timeout(&self, msg: T, dur: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_deadline(msg, Instant::now() + dur)
    }

    pub fn send_deadline(&self, msg: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        match self.channel.put(msg, Some(deadline)) {
            Ok(()) => Ok(()),
            Err(msg) if self.is_disconnected() => Err(SendTimeoutError::Disconnected(msg)),
            Err(msg) => Err(SendTimeoutError::Timeout(msg)),
        }
    }

    pub fn is_disconnected(&self) -> bool {
        self.channel.receivers() == 0
    }
}

impl<T> Receiver<T> {
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match self.channel.try_take() {
            Some(msg) => Ok(msg),
            None if self.is_disconnected() => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    pub fn recv(&self) -> Result<T, RecvError> {
        self.channel.take(None).ok_or(RecvError::Disconnected)
    }

    pub fn recv_timeout(&self, dur: Duration) -> Result<T, RecvTimeoutError> {
        self.recv_deadline(Instant::now() + dur)
    }

    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        match self.channel.take(Some(deadline)) {
            Some(msg) => Ok(msg),
            None if self.is_disconnected() => Err(RecvTimeoutError::Disconnected),
            None => Err(RecvTimeoutError::Timeout),
        }
    }

    pub fn is_disconnected(&self) -> bool {
        self.channel.senders() == 0
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }

    pub fn drain(&self) -> std::vec::IntoIter<T> {
        self.try_iter().collect::<Vec<T>>().into_iter()
    }
}

macro_rules! ends {
    ($($name:ident $add:ident $drop:ident)*) => {$(
        impl<T> $name<T> {
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            pub fn is_full(&self) -> bool {
                self.channel.is_full()
            }

            pub fn len(&self) -> usize {
                self.channel.len()
            }

            pub fn capacity(&self) -> Option<usize> {
                self.channel.capacity()
            }

            pub fn sender_count(&self) -> usize {
                self.channel.senders()
            }

            pub fn receiver_count(&self) -> usize {
                self.channel.receivers()
            }

            pub fn same_channel(&self, other: &$name<T>) -> bool {
                Arc::ptr_eq(&self.channel, &other.channel)
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                self.channel.$add();
                $name { channel: self.channel.clone() }
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.channel.$drop();
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish()
            }
        }
    )*};
}

ends! { Sender add_sender drop_sender Receiver add_receiver drop_receiver }

crossbeam_channel::__receiver_iterators!();
