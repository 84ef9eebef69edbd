//! A signal.

use std::fmt;
use std::future::NativeFuture;

#[lang = "Notify"]
pub struct Notify {
    native: (),
}

impl Notify {
    pub fn new() -> Notify {
        native!()
    }

    pub const fn const_new() -> Notify {
        Notify::new()
    }

    pub fn notified(&self) -> NativeFuture<()> {
        native!()
    }

    pub fn notify_one(&self) {
        native!()
    }

    pub fn notify_last(&self) {
        native!()
    }

    pub fn notify_waiters(&self) {
        native!()
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
