//! A signal.

use super::resource::Resource;
use std::cell::Cell;
use std::fmt;
use std::future::{Future, NativeFuture};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

pub struct Notify {
    host: Resource,
    /// How often all were woken.
    round: Cell<u64>,
}

impl Notify {
    pub fn new() -> Notify {
        Notify { host: Resource::new("Signal"), round: Cell::new(0) }
    }

    pub const fn const_new() -> Notify {
        Notify { host: Resource::new("Signal"), round: Cell::new(0) }
    }

    pub fn notified(&self) -> Notified<'_> {
        let round = self.round.get();
        let waiting = async move {
            if self.round.get() == round && !self.host.take_kept(0) {
                self.host.turn(0).await;
            }
            self.host.taken();
        };
        Notified { notify: self, future: self.host.wait("notified", waiting), done: false }
    }

    pub fn notify_one(&self) {
        self.host.put();
        if !self.host.wake_one(0) {
            self.host.keep(0);
        }
    }

    pub fn notify_last(&self) {
        self.host.put();
        if !self.host.wake_last(0) {
            self.host.keep(0);
        }
    }

    pub fn notify_waiters(&self) {
        self.host.put();
        self.round.set(self.round.get() + 1);
        self.host.wake_all(0);
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Notified<'a> {
    notify: &'a Notify,
    future: NativeFuture<()>,
    /// Whether it was ready when it was enabled.
    done: bool,
}

impl<'a> Notified<'a> {
    pub fn enable(self: Pin<&mut Self>) -> bool {
        let this = unsafe { self.get_unchecked_mut() };
        let mut cx = Context::from_waker(Waker::noop());
        this.done = this.done || Pin::new(&mut this.future).poll(&mut cx).is_ready();
        this.done
    }
}

impl<'a> Future for Notified<'a> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.done {
            return Poll::Ready(());
        }
        Pin::new(&mut this.future).poll(cx)
    }
}

impl<'a> fmt::Debug for Notified<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notified").finish_non_exhaustive()
    }
}

impl Default for Notify {
    fn default() -> Notify {
        Notify::new()
    }
}

impl fmt::Debug for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notify").finish_non_exhaustive()
    }
}

unsafe impl Send for Notify {}
unsafe impl Sync for Notify {}
