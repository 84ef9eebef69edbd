//! An executor on several threads: here, on one for each future.

use super::block_on;
use crate::task::{FutureObj, Spawn, SpawnError};
use std::future::Future;
use std::io;

#[derive(Clone, Debug)]
pub struct ThreadPool {
    name: String,
}

#[derive(Clone, Debug, Default)]
pub struct ThreadPoolBuilder {
    name: String,
}

impl ThreadPool {
    pub fn new() -> io::Result<ThreadPool> {
        ThreadPool::builder().create()
    }

    pub fn builder() -> ThreadPoolBuilder {
        ThreadPoolBuilder::new()
    }

    pub fn spawn_ok<Fut: Future<Output = ()> + Send + 'static>(&self, future: Fut) {
        let started = std::thread::Builder::new().name(self.name.clone()).spawn(move || block_on(future));
        drop(started.unwrap());
    }
}

impl Spawn for ThreadPool {
    fn spawn_obj(&self, future: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.spawn_ok(future);
        Ok(())
    }
}

impl ThreadPoolBuilder {
    pub fn new() -> ThreadPoolBuilder {
        ThreadPoolBuilder { name: String::from("pool") }
    }

    #[track_caller]
    pub fn pool_size(&mut self, size: usize) -> &mut Self {
        assert!(size > 0);
        self
    }

    pub fn stack_size(&mut self, _: usize) -> &mut Self {
        self
    }

    pub fn name_prefix<S: Into<String>>(&mut self, name_prefix: S) -> &mut Self {
        let name: String = name_prefix.into();
        self.name = name;
        self
    }

    pub fn create(&mut self) -> io::Result<ThreadPool> {
        Ok(ThreadPool { name: self.name.clone() })
    }
}
