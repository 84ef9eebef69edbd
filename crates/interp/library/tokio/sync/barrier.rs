//! Waiting until all are there.

use std::future::NativeFuture;

#[lang = "HostBarrier"]
struct HostBarrier {
    native: (),
}

impl HostBarrier {
    fn new(n: usize) -> HostBarrier {
        native!()
    }

    /// Whether this one is the leader.
    fn arrive(&self) -> NativeFuture<bool> {
        native!()
    }
}

pub struct Barrier {
    host: HostBarrier,
}

impl Barrier {
    pub fn new(n: usize) -> Barrier {
        Barrier { host: HostBarrier::new(n) }
    }

    #[begins]
    pub async fn wait(&self) -> BarrierWaitResult {
        BarrierWaitResult(self.host.arrive().await)
    }
}

impl std::fmt::Debug for Barrier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

unsafe impl Send for HostBarrier {}
unsafe impl Sync for HostBarrier {}
