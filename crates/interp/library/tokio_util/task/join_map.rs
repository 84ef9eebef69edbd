//! Tasks with keys.

use std::collections::HashMap;
use std::future::Future;
use std::hash::Hash;
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};

pub struct JoinMap<K, V> {
    tasks: JoinSet<V>,
    handles: HashMap<K, AbortHandle>,
    keys: HashMap<Id, K>,
}

impl<K: Hash + Eq + Clone, V: 'static> JoinMap<K, V> {
    pub fn new() -> JoinMap<K, V> {
        JoinMap { tasks: JoinSet::new(), handles: HashMap::new(), keys: HashMap::new() }
    }

    pub fn with_capacity(_: usize) -> JoinMap<K, V> {
        JoinMap::new()
    }

    pub fn len(&self) -> usize {
        self.handles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn capacity(&self) -> usize {
        self.handles.capacity()
    }

    pub fn reserve(&mut self, _: usize) {}

    pub fn shrink_to(&mut self, _: usize) {}

    pub fn shrink_to_fit(&mut self) {}

    fn insert(&mut self, key: K, handle: AbortHandle) {
        let id = handle.id();
        if let Some(old) = self.handles.insert(key.clone(), handle) {
            old.abort();
            self.keys.remove(&old.id());
        }
        self.keys.insert(id, key);
    }

    #[track_caller]
    pub fn spawn<F>(&mut self, key: K, task: F)
    where
        F: Future<Output = V> + Send + 'static,
        V: Send,
    {
        let handle = self.tasks.spawn(task);
        self.insert(key, handle);
    }

    #[track_caller]
    pub fn spawn_local<F: Future<Output = V> + 'static>(&mut self, key: K, task: F) {
        let handle = self.tasks.spawn_local(task);
        self.insert(key, handle);
    }

    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, key: K, f: F)
    where
        F: FnOnce() -> V + Send + 'static,
        V: Send,
    {
        let handle = self.tasks.spawn_blocking(f);
        self.insert(key, handle);
    }

    /// Waits for the next that has ended. What has been replaced is nobody's any more.
    pub async fn join_next(&mut self) -> Option<(K, Result<V, JoinError>)> {
        loop {
            let (id, result) = match self.tasks.join_next_with_id().await? {
                Ok((id, value)) => (id, Ok(value)),
                Err(error) => (error.id(), Err(error)),
            };
            if let Some(key) = self.keys.remove(&id) {
                self.handles.remove(&key);
                return Some((key, result));
            }
        }
    }

    pub fn try_join_next(&mut self) -> Option<(K, Result<V, JoinError>)> {
        loop {
            let (id, result) = match self.tasks.try_join_next_with_id()? {
                Ok((id, value)) => (id, Ok(value)),
                Err(error) => (error.id(), Err(error)),
            };
            if let Some(key) = self.keys.remove(&id) {
                self.handles.remove(&key);
                return Some((key, result));
            }
        }
    }

    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }

    pub fn abort(&mut self, key: &K) -> bool {
        match self.handles.get(key) {
            Some(handle) => {
                handle.abort();
                true
            }
            None => false,
        }
    }

    pub fn abort_matching(&mut self, mut predicate: impl FnMut(&K) -> bool) {
        for (key, handle) in &self.handles {
            if predicate(key) {
                handle.abort();
            }
        }
    }

    pub fn abort_all(&mut self) {
        self.tasks.abort_all()
    }

    pub fn detach_all(&mut self) {
        self.tasks.detach_all();
        self.handles.clear();
        self.keys.clear();
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.handles.contains_key(key)
    }

    pub fn contains_task(&self, task: &Id) -> bool {
        self.keys.contains_key(task)
    }

    pub fn keys(&self) -> std::collections::hash_map::Keys<'_, K, AbortHandle> {
        self.handles.keys()
    }
}

impl<K: Hash + Eq + Clone, V: 'static> Default for JoinMap<K, V> {
    fn default() -> Self {
        JoinMap::new()
    }
}
