//! Channels that keep the last value only.

use super::resource::Resource;
use std::cell::{Cell, UnsafeCell};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

struct Shared<T> {
    value: UnsafeCell<T>,
    version: Cell<u64>,
    senders: Cell<usize>,
    receivers: Cell<usize>,
    host: Resource,
}

unsafe impl<T: Send> Send for Shared<T> {}
unsafe impl<T: Send> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn renew(&self) {
        self.version.set(self.version.get() + 1);
        self.host.wake_all(0);
    }
}

pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {
    let sender = Sender::new(init);
    let receiver = sender.subscribe();
    (sender, receiver)
}

pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

impl<T> Sender<T> {
    pub fn new(init: T) -> Sender<T> {
        let shared = Shared {
            value: UnsafeCell::new(init),
            version: Cell::new(0),
            senders: Cell::new(1),
            receivers: Cell::new(0),
            host: Resource::new("Signal"),
        };
        Sender { shared: Arc::new(shared) }
    }

    pub fn send(&self, value: T) -> Result<(), error::SendError<T>> {
        if self.shared.receivers.get() == 0 {
            self.shared.host.put();
            return Err(error::SendError(value));
        }
        drop(self.send_replace(value));
        Ok(())
    }

    pub fn send_modify<F: FnOnce(&mut T)>(&self, modify: F) {
        self.shared.host.put();
        modify(unsafe { &mut *self.shared.value.get() });
        self.shared.renew();
    }

    pub fn send_if_modified<F: FnOnce(&mut T) -> bool>(&self, modify: F) -> bool {
        let modified = modify(unsafe { &mut *self.shared.value.get() });
        if modified {
            self.shared.host.put();
            self.shared.renew();
        }
        modified
    }

    pub fn send_replace(&self, value: T) -> T {
        self.shared.host.put();
        let place = unsafe { &mut *self.shared.value.get() };
        let old = std::mem::replace(place, value);
        self.shared.renew();
        old
    }

    pub fn borrow(&self) -> Ref<'_, T> {
        Ref { value: unsafe { &*self.shared.value.get() }, changed: false }
    }

    pub fn is_closed(&self) -> bool {
        self.shared.receivers.get() == 0
    }

    #[begins]
    pub async fn closed(&self) {
        let waiting = async move {
            while !self.is_closed() {
                self.shared.host.turn(1).await;
            }
        };
        self.shared.host.wait("closed", waiting).await
    }

    pub fn subscribe(&self) -> Receiver<T> {
        self.shared.receivers.set(self.shared.receivers.get() + 1);
        Receiver { shared: self.shared.clone(), seen: self.shared.version.get() }
    }

    pub fn receiver_count(&self) -> usize {
        self.shared.receivers.get()
    }

    pub fn sender_count(&self) -> usize {
        self.shared.senders.get()
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
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

impl<T: Default> Default for Sender<T> {
    fn default() -> Self {
        Sender::new(T::default())
    }
}

pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    seen: u64,
}

impl<T> Receiver<T> {
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref { value: unsafe { &*self.shared.value.get() }, changed: self.seen != self.shared.version.get() }
    }

    pub fn borrow_and_update(&mut self) -> Ref<'_, T> {
        let changed = self.seen != self.shared.version.get();
        self.seen = self.shared.version.get();
        Ref { value: unsafe { &*self.shared.value.get() }, changed }
    }

    pub fn has_changed(&self) -> Result<bool, error::RecvError> {
        if self.shared.senders.get() == 0 {
            return Err(error::RecvError(()));
        }
        Ok(self.seen != self.shared.version.get())
    }

    pub fn mark_changed(&mut self) {
        self.seen = self.seen.wrapping_sub(1);
    }

    pub fn mark_unchanged(&mut self) {
        self.seen = self.shared.version.get();
    }

    #[begins]
    pub async fn changed(&mut self) -> Result<(), error::RecvError> {
        let shared = self.shared.clone();
        let waiting = async move {
            loop {
                if self.seen != self.shared.version.get() {
                    self.seen = self.shared.version.get();
                    self.shared.host.taken();
                    return Ok(());
                }
                if self.shared.senders.get() == 0 {
                    return Err(error::RecvError(()));
                }
                self.shared.host.turn(0).await;
            }
        };
        shared.host.wait("changed", waiting).await
    }

    #[begins]
    pub async fn wait_for(&mut self, mut f: impl FnMut(&T) -> bool) -> Result<Ref<'_, T>, error::RecvError> {
        let shared = self.shared.clone();
        let waiting = async move {
            loop {
                if f(unsafe { &*self.shared.value.get() }) {
                    return Ok(self.borrow_and_update());
                }
                self.seen = self.shared.version.get();
                if self.shared.senders.get() == 0 {
                    return Err(error::RecvError(()));
                }
                self.shared.host.turn(0).await;
            }
        };
        shared.host.wait("wait_for", waiting).await
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        self.shared.receivers.set(self.shared.receivers.get() + 1);
        Receiver { shared: self.shared.clone(), seen: self.seen }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.shared.receivers.set(self.shared.receivers.get() - 1);
        self.shared.host.wake_all(1);
    }
}

pub struct Ref<'a, T> {
    value: &'a T,
    changed: bool,
}

impl<'a, T> Ref<'a, T> {
    pub fn has_changed(&self) -> bool {
        self.changed
    }
}

impl<'a, T> Deref for Ref<'a, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Ref<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ref").field("inner", &self.value).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").field("value", &*self.borrow()).finish_non_exhaustive()
    }
}

impl<T: fmt::Debug> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").field("value", &*self.borrow()).finish_non_exhaustive()
    }
}

pub mod error {
    //! What can go wrong.

    use std::fmt;

    #[derive(PartialEq, Eq, Clone, Copy)]
    pub struct SendError<T>(pub T);

    impl<T> fmt::Debug for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("SendError").finish_non_exhaustive()
        }
    }

    impl<T> fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("channel closed")
        }
    }

    impl<T> std::error::Error for SendError<T> {}

    #[derive(Debug, Clone)]
    pub struct RecvError(pub(super) ());

    impl fmt::Display for RecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("channel closed")
        }
    }

    impl std::error::Error for RecvError {}
}
