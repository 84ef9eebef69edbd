//! Wakers.

mod spawn;

use std::sync::Arc;
pub use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

pub trait ArcWake: Send + Sync {
    fn wake(self: Arc<Self>) {
        Self::wake_by_ref(&self)
    }

    fn wake_by_ref(arc_self: &Arc<Self>);
}

/// What passes wakes on to an `ArcWake`.
struct Passing<W> {
    inner: Arc<W>,
}

impl<W: ArcWake> std::task::Wake for Passing<W> {
    fn wake(self: Arc<Self>) {
        ArcWake::wake_by_ref(&self.inner)
    }

    fn wake_by_ref(self: &Arc<Self>) {
        ArcWake::wake_by_ref(&self.inner)
    }
}

pub fn waker<W: ArcWake + 'static>(wake: Arc<W>) -> Waker {
    Waker::from(Arc::new(Passing { inner: wake }))
}

pub fn waker_ref<W: ArcWake + 'static>(wake: &Arc<W>) -> WakerRef {
    WakerRef { waker: waker(wake.clone()) }
}

pub struct WakerRef {
    waker: Waker,
}

impl std::ops::Deref for WakerRef {
    type Target = Waker;

    fn deref(&self) -> &Waker {
        &self.waker
    }
}

pub fn noop_waker() -> Waker {
    Waker::noop().clone()
}

pub fn noop_waker_ref() -> &'static Waker {
    Waker::noop()
}

pub use spawn::{FutureObj, LocalFutureObj, LocalSpawn, LocalSpawnExt, Spawn, SpawnError, SpawnExt};
