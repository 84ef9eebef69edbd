//! Channels from many to one: the host keeps the messages.

pub mod error;
mod weak;

pub use weak::{WeakSender, WeakUnboundedSender};

use error::{SendError, SendTimeoutError, TryRecvError, TrySendError};
use std::fmt;
use std::future::NativeFuture;
use std::task::{Context, Poll};
use std::time::Duration;

/// The sending end of the host's: `capacity` 0 is a channel without bounds.
#[lang = "HostSender"]
struct HostSender<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

#[lang = "HostReceiver"]
struct HostReceiver<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

/// A sending end that does not keep the channel open.
#[lang = "HostWeakSender"]
struct HostWeakSender<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

/// A place that is kept for a message.
#[lang = "HostPlace"]
struct HostPlace<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

fn host_channel<T>(capacity: usize) -> (HostSender<T>, HostReceiver<T>) {
    native!()
}

impl<T> HostSender<T> {
    /// Waits for room; gives the message back if the channel is closed.
    fn send_message(&self, message: T) -> NativeFuture<Result<(), T>> {
        native!()
    }

    /// Without waiting: 0 with the message back if there is no room, 1 if it is closed.
    fn try_send_message(&self, message: T) -> Result<(), (u8, T)> {
        native!()
    }

    /// Waits for room; nothing if the channel is closed.
    fn reserve_place(&self) -> NativeFuture<Option<HostPlace<T>>> {
        native!()
    }

    /// Without waiting: 0 if there is no room, 1 if it is closed.
    fn try_reserve_place(&self) -> Result<HostPlace<T>, u8> {
        native!()
    }

    fn when_closed(&self) -> NativeFuture<()> {
        native!()
    }

    fn channel_is_closed(&self) -> bool {
        native!()
    }

    fn free_capacity(&self) -> usize {
        native!()
    }

    fn whole_capacity(&self) -> usize {
        native!()
    }

    fn same(&self, other: &HostSender<T>) -> bool {
        native!()
    }

    fn second(&self) -> HostSender<T> {
        native!()
    }

    fn weakened(&self) -> HostWeakSender<T> {
        native!()
    }
}

impl<T> HostWeakSender<T> {
    fn strengthened(&self) -> Option<HostSender<T>> {
        native!()
    }

    fn second_weak(&self) -> HostWeakSender<T> {
        native!()
    }

    /// How many there are that keep the channel open, and how many that do not.
    fn count_senders(&self) -> (usize, usize) {
        native!()
    }
}

impl<T> HostPlace<T> {
    fn fill_place(&self, message: T) {
        native!()
    }
}

impl<T> HostReceiver<T> {
    fn receive(&mut self) -> NativeFuture<Option<T>> {
        native!()
    }

    /// Without waiting: 0 if there is nothing, 1 if it is closed.
    fn try_receive(&mut self) -> Result<T, u8> {
        native!()
    }

    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        native!()
    }

    fn close_channel(&mut self) {
        native!()
    }

    fn receiver_is_closed(&self) -> bool {
        native!()
    }

    fn waiting_messages(&self) -> usize {
        native!()
    }
}

#[track_caller]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    assert!(buffer > 0, "mpsc bounded channel requires buffer > 0");
    let (sender, receiver) = host_channel(buffer);
    (Sender { host: sender }, Receiver { host: receiver, capacity: buffer })
}

pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let (sender, receiver) = host_channel(0);
    (UnboundedSender { host: sender }, UnboundedReceiver { host: receiver })
}

pub struct Sender<T> {
    host: HostSender<T>,
}

impl<T> Sender<T> {
    #[begins]
    pub async fn send(&self, value: T) -> Result<(), SendError<T>> {
        match self.host.send_message(value).await {
            Ok(()) => Ok(()),
            Err(value) => Err(SendError(value)),
        }
    }

    pub async fn send_timeout(&self, value: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        match crate::time::timeout(timeout, self.host.reserve_place()).await {
            Ok(Some(place)) => {
                place.fill_place(value);
                Ok(())
            }
            Ok(None) => Err(SendTimeoutError::Closed(value)),
            Err(_) => Err(SendTimeoutError::Timeout(value)),
        }
    }

    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match self.host.try_send_message(message) {
            Ok(()) => Ok(()),
            Err((0, message)) => Err(TrySendError::Full(message)),
            Err((_, message)) => Err(TrySendError::Closed(message)),
        }
    }

    #[track_caller]
    pub fn blocking_send(&self, value: T) -> Result<(), SendError<T>> {
        crate::runtime::wait_for(self.send(value))
    }

    #[begins]
    pub async fn reserve(&self) -> Result<Permit<'_, T>, SendError<()>> {
        match self.host.reserve_place().await {
            Some(place) => Ok(Permit { place, sender: self }),
            None => Err(SendError(())),
        }
    }

    #[begins]
    pub async fn reserve_many(&self, n: usize) -> Result<PermitIterator<'_, T>, SendError<()>> {
        let mut permits = Vec::new();
        for _ in 0..n {
            permits.push(self.reserve().await?);
        }
        Ok(permits.into_iter())
    }

    #[begins]
    pub async fn reserve_owned(self) -> Result<OwnedPermit<T>, SendError<()>> {
        match self.host.reserve_place().await {
            Some(place) => Ok(OwnedPermit { place, sender: self }),
            None => Err(SendError(())),
        }
    }

    pub fn try_reserve(&self) -> Result<Permit<'_, T>, TrySendError<()>> {
        match self.host.try_reserve_place() {
            Ok(place) => Ok(Permit { place, sender: self }),
            Err(0) => Err(TrySendError::Full(())),
            Err(_) => Err(TrySendError::Closed(())),
        }
    }

    pub fn try_reserve_owned(self) -> Result<OwnedPermit<T>, TrySendError<Self>> {
        match self.host.try_reserve_place() {
            Ok(place) => Ok(OwnedPermit { place, sender: self }),
            Err(0) => Err(TrySendError::Full(self)),
            Err(_) => Err(TrySendError::Closed(self)),
        }
    }

    #[begins]
    pub async fn closed(&self) {
        self.host.when_closed().await
    }

    pub fn is_closed(&self) -> bool {
        self.host.channel_is_closed()
    }

    pub fn capacity(&self) -> usize {
        self.host.free_capacity()
    }

    pub fn max_capacity(&self) -> usize {
        self.host.whole_capacity()
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        self.host.same(&other.host)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Sender { host: self.host.second() }
    }
}

pub type PermitIterator<'a, T> = std::vec::IntoIter<Permit<'a, T>>;

pub struct Permit<'a, T> {
    place: HostPlace<T>,
    sender: &'a Sender<T>,
}

impl<'a, T> Permit<'a, T> {
    pub fn send(self, value: T) {
        self.place.fill_place(value)
    }
}

pub struct OwnedPermit<T> {
    place: HostPlace<T>,
    sender: Sender<T>,
}

impl<T> OwnedPermit<T> {
    pub fn send(self, value: T) -> Sender<T> {
        self.place.fill_place(value);
        self.sender
    }

    pub fn release(self) -> Sender<T> {
        self.sender
    }

    pub fn same_channel_as_sender(&self, sender: &Sender<T>) -> bool {
        self.sender.same_channel(sender)
    }
}

pub struct UnboundedSender<T> {
    host: HostSender<T>,
}

impl<T> UnboundedSender<T> {
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        match self.host.try_send_message(message) {
            Ok(()) => Ok(()),
            Err((_, message)) => Err(SendError(message)),
        }
    }

    #[begins]
    pub async fn closed(&self) {
        self.host.when_closed().await
    }

    pub fn is_closed(&self) -> bool {
        self.host.channel_is_closed()
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        self.host.same(&other.host)
    }
}

impl<T> Clone for UnboundedSender<T> {
    fn clone(&self) -> Self {
        UnboundedSender { host: self.host.second() }
    }
}

pub struct Receiver<T> {
    host: HostReceiver<T>,
    capacity: usize,
}

pub struct UnboundedReceiver<T> {
    host: HostReceiver<T>,
}

macro_rules! receivers {
    ($($name:ident)*) => {$(
        impl<T> $name<T> {
            #[begins]
            pub async fn recv(&mut self) -> Option<T> {
                self.host.receive().await
            }

            #[begins]
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
                if limit == 0 {
                    return 0;
                }
                match self.host.receive().await {
                    Some(first) => buffer.push(first),
                    None => return 0,
                }
                let mut count = 1;
                while count < limit {
                    match self.host.try_receive() {
                        Ok(next) => buffer.push(next),
                        Err(_) => break,
                    }
                    count += 1;
                }
                count
            }

            pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
                match self.host.try_receive() {
                    Ok(message) => Ok(message),
                    Err(0) => Err(TryRecvError::Empty),
                    Err(_) => Err(TryRecvError::Disconnected),
                }
            }

            #[track_caller]
            pub fn blocking_recv(&mut self) -> Option<T> {
                crate::runtime::wait_for(self.recv())
            }

            pub fn close(&mut self) {
                self.host.close_channel()
            }

            pub fn is_closed(&self) -> bool {
                self.host.receiver_is_closed()
            }

            pub fn is_empty(&self) -> bool {
                self.host.waiting_messages() == 0
            }

            pub fn len(&self) -> usize {
                self.host.waiting_messages()
            }

            pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
                self.host.poll_receive(cx)
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}

receivers! { Receiver UnboundedReceiver }

impl<T> Receiver<T> {
    pub fn max_capacity(&self) -> usize {
        self.capacity
    }

    pub fn capacity(&self) -> usize {
        self.capacity - self.len()
    }
}

unsafe impl<T: Send> Send for HostSender<T> {}
unsafe impl<T: Send> Sync for HostSender<T> {}
unsafe impl<T: Send> Send for HostWeakSender<T> {}
unsafe impl<T: Send> Sync for HostWeakSender<T> {}
unsafe impl<T: Send> Send for HostReceiver<T> {}
unsafe impl<T: Send> Sync for HostReceiver<T> {}
unsafe impl<T: Send> Send for HostPlace<T> {}
unsafe impl<T: Send> Sync for HostPlace<T> {}
