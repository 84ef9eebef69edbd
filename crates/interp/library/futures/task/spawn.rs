//! Where futures can be spawned.

use crate::future::{FutureExt, RemoteHandle};
use std::fmt;
use std::future::Future;
use std::pin::Pin;

pub type LocalFutureObj<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
pub type FutureObj<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

pub struct SpawnError {
    of: (),
}

impl SpawnError {
    pub fn shutdown() -> SpawnError {
        SpawnError { of: () }
    }

    pub fn is_shutdown(&self) -> bool {
        true
    }
}

impl fmt::Debug for SpawnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SpawnError").field(&fmt::Plain("\"shutdown\"")).finish()
    }
}

impl fmt::Display for SpawnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Executor is shutdown")
    }
}

impl std::error::Error for SpawnError {}

pub trait Spawn {
    fn spawn_obj(&self, future: FutureObj<'static, ()>) -> Result<(), SpawnError>;

    fn status(&self) -> Result<(), SpawnError> {
        Ok(())
    }
}

pub trait LocalSpawn {
    fn spawn_local_obj(&self, future: LocalFutureObj<'static, ()>) -> Result<(), SpawnError>;

    fn status_local(&self) -> Result<(), SpawnError> {
        Ok(())
    }
}

macro_rules! passed_on {
    ($($of:ty)*) => {$(
        impl<Sp: Spawn + ?Sized> Spawn for $of {
            fn spawn_obj(&self, future: FutureObj<'static, ()>) -> Result<(), SpawnError> {
                (**self).spawn_obj(future)
            }
        }

        impl<Sp: LocalSpawn + ?Sized> LocalSpawn for $of {
            fn spawn_local_obj(&self, future: LocalFutureObj<'static, ()>) -> Result<(), SpawnError> {
                (**self).spawn_local_obj(future)
            }
        }
    )*};
}

passed_on! { &Sp &mut Sp Box<Sp> std::rc::Rc<Sp> std::sync::Arc<Sp> }

pub trait SpawnExt: Spawn {
    fn spawn<Fut: Future<Output = ()> + Send + 'static>(&self, future: Fut) -> Result<(), SpawnError> {
        self.spawn_obj(Box::pin(future))
    }

    fn spawn_with_handle<Fut>(&self, future: Fut) -> Result<RemoteHandle<Fut::Output>, SpawnError>
    where
        Fut: Future + Send + 'static,
        Fut::Output: Send,
    {
        let (future, handle) = future.remote_handle();
        self.spawn_obj(Box::pin(future))?;
        Ok(handle)
    }
}

impl<Sp: Spawn + ?Sized> SpawnExt for Sp {}

pub trait LocalSpawnExt: LocalSpawn {
    fn spawn_local<Fut: Future<Output = ()> + 'static>(&self, future: Fut) -> Result<(), SpawnError> {
        self.spawn_local_obj(Box::pin(future))
    }

    fn spawn_local_with_handle<Fut>(&self, future: Fut) -> Result<RemoteHandle<Fut::Output>, SpawnError>
    where
        Fut: Future + 'static,
    {
        let (future, handle) = future.remote_handle();
        self.spawn_local_obj(Box::pin(future))?;
        Ok(handle)
    }
}

impl<Sp: LocalSpawn + ?Sized> LocalSpawnExt for Sp {}
