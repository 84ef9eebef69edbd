//! The double of a disk: files in memory, which are the run's own.
//!
//! Every operation is done at its first poll, which is in a turn of its own.

mod node;
mod space;
mod tree;

pub(crate) use node::Node;
pub(super) use space::Space;

use crate::fs::{Names, Stat, Work};
use crate::platform::How;
use crate::run::{Part, RunCore, lock};
use std::io::Result;
use std::sync::{Arc, Mutex};
use tree::Tree;

/// The files of a run.
#[derive(Clone)]
pub(crate) struct Disk(Arc<Inner>);

struct Inner {
    tree: Mutex<Tree>,
    space: Arc<Space>,
}

impl Part for Disk {
    fn make(run: Option<&RunCore>) -> Self {
        Disk(Arc::new(Inner { tree: Mutex::default(), space: Space::of(run) }))
    }
}

impl Disk {
    /// Does something to the tree at the first poll.
    fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tree, &Arc<Space>) -> Result<T> + Send + 'static,
    ) -> Work<T> {
        let inner = self.0.clone();
        Box::pin(async move { work(&mut lock(&inner.tree), &inner.space) })
    }

    pub(crate) fn stat(&self, names: Names) -> Work<Stat> {
        self.work(move |tree, _| tree.stat(&names))
    }

    pub(crate) fn list(&self, names: Names) -> Work<Vec<(String, bool)>> {
        self.work(move |tree, _| tree.list(&names))
    }

    pub(crate) fn create_dir(&self, names: Names) -> Work<()> {
        self.work(move |tree, _| tree.create_dir(&names))
    }

    pub(crate) fn remove_file(&self, names: Names) -> Work<()> {
        self.work(move |tree, _| tree.remove_file(&names))
    }

    pub(crate) fn remove_dir(&self, names: Names, with_contents: bool) -> Work<()> {
        self.work(move |tree, _| tree.remove_dir(&names, with_contents))
    }

    pub(crate) fn rename(&self, from: Names, to: Names) -> Work<()> {
        self.work(move |tree, _| tree.rename(&from, &to))
    }

    pub(crate) fn open(&self, names: Names, how: How) -> Work<Arc<Node>> {
        self.work(move |tree, space| {
            let node = tree.open(&names, how, space)?;
            if how.truncate {
                node.resize(0)?;
            }
            Ok(node)
        })
    }
}
