//! What is in a file.

use super::space::Space;
use crate::fs::{Stat, Work};
use crate::io::os_error;
use crate::run::lock;
use std::io::{ErrorKind, Result};
use std::sync::{Arc, Mutex};

/// A file, shared by all who have it open, and there until the last of them is gone.
pub(crate) struct Node {
    space: Arc<Space>,
    contents: Mutex<Contents>,
}

struct Contents {
    bytes: Vec<u8>,
    modified_ms: u64,
}

impl Node {
    pub(super) fn new(space: &Arc<Space>) -> Arc<Self> {
        let contents = Contents { bytes: Vec::new(), modified_ms: space.now_ms() };
        Arc::new(Node { space: space.clone(), contents: Mutex::new(contents) })
    }

    /// Does something at the first poll.
    fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Node) -> Result<T> + Send + 'static,
    ) -> Work<T> {
        let node = self.clone();
        Box::pin(async move { work(&node) })
    }

    /// Reads up to `count` bytes; fewer at the end.
    pub(crate) fn read_at(self: &Arc<Self>, at: u64, count: usize) -> Work<Vec<u8>> {
        self.work(move |node| {
            let contents = lock(&node.contents);
            let len = contents.bytes.len();
            let start = usize::try_from(at).unwrap_or(usize::MAX).min(len);
            let end = start.saturating_add(count).min(len);
            Ok(contents.bytes[start..end].to_vec())
        })
    }

    /// Writes, at the end without `at`, and returns the position after what was written.
    pub(crate) fn write_at(self: &Arc<Self>, at: Option<u64>, bytes: Arc<[u8]>) -> Work<u64> {
        self.work(move |node| {
            let start = at.unwrap_or_else(|| node.len());
            let end = start.saturating_add(bytes.len() as u64);
            if end > node.len() {
                node.resize(end)?;
            }
            let mut contents = lock(&node.contents);
            contents.bytes[start as usize..end as usize].copy_from_slice(&bytes);
            contents.modified_ms = node.space.now_ms();
            Ok(end)
        })
    }

    pub(crate) fn set_len(self: &Arc<Self>, len: u64) -> Work<()> {
        self.work(move |node| node.resize(len))
    }

    pub(crate) fn stat(self: &Arc<Self>) -> Work<Stat> {
        self.work(|node| Ok(node.stat_now()))
    }

    pub(crate) fn flush(self: &Arc<Self>) -> Work<()> {
        self.work(|_| Ok(()))
    }

    /// Returns whether what was written is kept back until a flush.
    pub(crate) fn needs_flush(&self) -> bool {
        false
    }

    pub(super) fn stat_now(&self) -> Stat {
        let contents = lock(&self.contents);
        Stat { is_dir: false, len: contents.bytes.len() as u64, modified_ms: Some(contents.modified_ms) }
    }

    fn len(&self) -> u64 {
        lock(&self.contents).bytes.len() as u64
    }

    pub(super) fn resize(&self, len: u64) -> Result<()> {
        let mut contents = lock(&self.contents);
        if !self.space.change(contents.bytes.len() as u64, len) {
            return Err(os_error(ErrorKind::StorageFull));
        }
        contents.bytes.resize(len as usize, 0);
        contents.modified_ms = self.space.now_ms();
        Ok(())
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.space.change(self.len(), 0);
    }
}
