//! Wakers of a program's own.

use super::Waker;
use crate::sync::Arc;

#[lang = "Wake"]
pub trait Wake {
    #[lang = "Wake::wake"]
    fn wake(self: Arc<Self>);

    #[lang = "Wake::wake_by_ref"]
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

/// A waker that calls a closure: a share of it is the waker.
fn waker_of<W: Wake>(waker: Arc<W>) -> Waker {
    native!()
}

impl<W: Wake> From<Arc<W>> for Waker {
    fn from(waker: Arc<W>) -> Waker {
        waker_of(waker)
    }
}

#[lang = "RawWaker"]
#[derive(PartialEq, Debug)]
pub struct RawWaker {
    data: *const (),
    vtable: &'static RawWakerVTable,
}

impl RawWaker {
    pub const fn new(data: *const (), vtable: &'static RawWakerVTable) -> RawWaker {
        RawWaker { data, vtable }
    }
}

#[lang = "RawWakerVTable"]
#[derive(PartialEq, Copy, Clone, Debug)]
pub struct RawWakerVTable {
    clone: unsafe fn(*const ()) -> RawWaker,
    wake: unsafe fn(*const ()),
    wake_by_ref: unsafe fn(*const ()),
    drop: unsafe fn(*const ()),
}

impl RawWakerVTable {
    pub const fn new(
        clone: unsafe fn(*const ()) -> RawWaker,
        wake: unsafe fn(*const ()),
        wake_by_ref: unsafe fn(*const ()),
        drop: unsafe fn(*const ()),
    ) -> RawWakerVTable {
        RawWakerVTable { clone, wake, wake_by_ref, drop }
    }
}
