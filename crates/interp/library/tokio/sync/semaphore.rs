//! Permits: what the locks here are made of, too.

use std::fmt;
use std::future::NativeFuture;
use std::sync::Arc;

/// A semaphore of the host's, which the timeline knows under a kind: `Semaphore`, `Mutex`, `RwLock`.
#[lang = "HostSemaphore"]
pub(crate) struct HostSemaphore {
    native: (),
}

/// Permits that the host has given.
#[lang = "HostPermit"]
pub(crate) struct HostPermit {
    native: (),
}

impl HostSemaphore {
    pub(crate) const fn new(kind: &'static str, permits: usize) -> HostSemaphore {
        native!()
    }

    /// Waits for permits; nothing if the semaphore is closed.
    pub(crate) fn acquire_permits(&self, label: &'static str, count: u32) -> NativeFuture<Option<HostPermit>> {
        native!()
    }

    /// 0 if there are not enough, 1 if it is closed.
    pub(crate) fn try_acquire_permits(&self, count: u32) -> Result<HostPermit, u8> {
        native!()
    }

    pub(crate) fn free_permits(&self) -> usize {
        native!()
    }

    pub(crate) fn add(&self, count: usize) {
        native!()
    }

    pub(crate) fn close_semaphore(&self) {
        native!()
    }

    pub(crate) fn is_closed_semaphore(&self) -> bool {
        native!()
    }
}

impl HostPermit {
    pub(crate) fn forget_permits(&self) {
        native!()
    }

    pub(crate) fn count(&self) -> usize {
        native!()
    }

    /// Takes some of the permits away into a new one.
    pub(crate) fn split_permits(&self, count: usize) -> Option<HostPermit> {
        native!()
    }

    /// Takes over those of another, of the same semaphore.
    pub(crate) fn merge_permits(&self, other: &HostPermit) {
        native!()
    }
}

pub struct Semaphore {
    host: HostSemaphore,
}

impl Semaphore {
    pub const MAX_PERMITS: usize = 2305843009213693951;

    #[track_caller]
    pub fn new(permits: usize) -> Semaphore {
        Semaphore { host: HostSemaphore::new("Semaphore", permits) }
    }

    pub const fn const_new(permits: usize) -> Semaphore {
        Semaphore { host: HostSemaphore::new("Semaphore", permits) }
    }

    pub fn available_permits(&self) -> usize {
        self.host.free_permits()
    }

    pub fn add_permits(&self, n: usize) {
        self.host.add(n)
    }

    #[begins]
    pub async fn acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.acquire_many(1).await
    }

    #[begins]
    pub async fn acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> {
        match self.host.acquire_permits("acquire", n).await {
            Some(permit) => Ok(SemaphorePermit { semaphore: self, permit }),
            None => Err(AcquireError(())),
        }
    }

    pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        self.try_acquire_many(1)
    }

    pub fn try_acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        match self.host.try_acquire_permits(n) {
            Ok(permit) => Ok(SemaphorePermit { semaphore: self, permit }),
            Err(0) => Err(TryAcquireError::NoPermits),
            Err(_) => Err(TryAcquireError::Closed),
        }
    }

    #[begins]
    pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.acquire_many_owned(1).await
    }

    #[begins]
    pub async fn acquire_many_owned(self: Arc<Self>, n: u32) -> Result<OwnedSemaphorePermit, AcquireError> {
        match self.host.acquire_permits("acquire_owned", n).await {
            Some(permit) => Ok(OwnedSemaphorePermit { semaphore: self, permit }),
            None => Err(AcquireError(())),
        }
    }

    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.try_acquire_many_owned(1)
    }

    pub fn try_acquire_many_owned(self: Arc<Self>, n: u32) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        match self.host.try_acquire_permits(n) {
            Ok(permit) => Ok(OwnedSemaphorePermit { semaphore: self, permit }),
            Err(0) => Err(TryAcquireError::NoPermits),
            Err(_) => Err(TryAcquireError::Closed),
        }
    }

    pub fn forget_permits(&self, n: usize) -> usize {
        let n = n.min(self.available_permits());
        if let Ok(permit) = self.host.try_acquire_permits(n as u32) {
            permit.forget_permits();
        }
        n
    }

    pub fn close(&self) {
        self.host.close_semaphore()
    }

    pub fn is_closed(&self) -> bool {
        self.host.is_closed_semaphore()
    }
}

impl fmt::Debug for Semaphore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Semaphore {{ ll_sem: Semaphore {{ permits: {} }} }}", self.available_permits())
    }
}

#[must_use]
pub struct SemaphorePermit<'a> {
    semaphore: &'a Semaphore,
    permit: HostPermit,
}

#[must_use]
pub struct OwnedSemaphorePermit {
    semaphore: Arc<Semaphore>,
    permit: HostPermit,
}

impl<'a> SemaphorePermit<'a> {
    pub fn forget(self) {
        self.permit.forget_permits()
    }

    pub fn num_permits(&self) -> usize {
        self.permit.count()
    }

    pub fn split(&mut self, n: usize) -> Option<SemaphorePermit<'a>> {
        let permit = self.permit.split_permits(n)?;
        Some(SemaphorePermit { semaphore: self.semaphore, permit })
    }

    #[track_caller]
    pub fn merge(&mut self, other: Self) {
        let is_same = std::ptr::eq(self.semaphore, other.semaphore);
        assert!(is_same, "merging permits from different semaphore instances");
        self.permit.merge_permits(&other.permit)
    }
}

impl OwnedSemaphorePermit {
    pub fn forget(self) {
        self.permit.forget_permits()
    }

    pub fn num_permits(&self) -> usize {
        self.permit.count()
    }

    pub fn split(&mut self, n: usize) -> Option<OwnedSemaphorePermit> {
        let permit = self.permit.split_permits(n)?;
        Some(OwnedSemaphorePermit { semaphore: self.semaphore.clone(), permit })
    }

    #[track_caller]
    pub fn merge(&mut self, other: Self) {
        let is_same = Arc::ptr_eq(&self.semaphore, &other.semaphore);
        assert!(is_same, "merging permits from different semaphore instances");
        self.permit.merge_permits(&other.permit)
    }

    pub fn semaphore(&self) -> &Arc<Semaphore> {
        &self.semaphore
    }
}

impl<'a> fmt::Debug for SemaphorePermit<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SemaphorePermit")
            .field("sem", &self.semaphore)
            .field("permits", &(self.num_permits() as u32))
            .finish()
    }
}

impl fmt::Debug for OwnedSemaphorePermit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedSemaphorePermit")
            .field("sem", &self.semaphore)
            .field("permits", &(self.num_permits() as u32))
            .finish()
    }
}

#[derive(Debug)]
pub struct AcquireError(());

impl fmt::Display for AcquireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("semaphore closed")
    }
}

impl std::error::Error for AcquireError {}

#[derive(Debug, PartialEq, Eq)]
pub enum TryAcquireError {
    Closed,
    NoPermits,
}

impl fmt::Display for TryAcquireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TryAcquireError::Closed => "semaphore closed",
            TryAcquireError::NoPermits => "no permits available",
        })
    }
}

impl std::error::Error for TryAcquireError {}

unsafe impl Send for HostSemaphore {}
unsafe impl Sync for HostSemaphore {}
unsafe impl Send for HostPermit {}
unsafe impl Sync for HostPermit {}
