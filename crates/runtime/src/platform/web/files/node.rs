//! A file that is open, once for all who have it open.

use super::Inner;
use super::content::Content;
use super::error::error;
use super::folder::{bytes, child_file, file_stat};
use crate::fs::{Names, Stat, Work};
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::io::Result;
use std::rc::Rc;
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard};

/// A file, shared by all who have it open, and there until the last of them is gone.
pub(crate) struct Node(SendWrapper<Shared>);

struct Shared {
    disk: Rc<Inner>,
    names: RefCell<Names>,
    content: Mutex<Content>,
    /// What was written is in memory alone.
    unwritten: Cell<bool>,
    /// When it was written to through this.
    modified_ms: Cell<Option<u64>>,
}

impl Node {
    pub(super) fn new(disk: Rc<Inner>, names: Names) -> Arc<Self> {
        Arc::new(Node(SendWrapper::new(Shared {
            disk,
            names: RefCell::new(names),
            content: Mutex::new(Content::Closed),
            unwritten: Cell::new(false),
            modified_ms: Cell::new(None),
        })))
    }

    fn work<T: 'static>(self: &Arc<Self>, work: impl AsyncFnOnce(&Node) -> Result<T> + 'static) -> Work<T> {
        let node = self.clone();
        Box::pin(SendWrapper::new(async move { work(&node).await }))
    }

    /// Reads up to `count` bytes; fewer at the end.
    pub(crate) fn read_at(self: &Arc<Self>, at: u64, count: usize) -> Work<Vec<u8>> {
        self.work(async move |node| node.opened().await?.read(at, count))
    }

    /// Writes, at the end without `at`, and returns the position after what was written.
    pub(crate) fn write_at(self: &Arc<Self>, at: Option<u64>, bytes: Arc<[u8]>) -> Work<u64> {
        self.work(async move |node| {
            let mut content = node.opened().await?;
            let end = content.write(at, &bytes)?;
            node.touched(&content);
            Ok(end)
        })
    }

    pub(crate) fn set_len(self: &Arc<Self>, len: u64) -> Work<()> {
        self.work(async move |node| node.set_len_of(&mut *node.opened().await?, len))
    }

    pub(crate) fn stat(self: &Arc<Self>) -> Work<Stat> {
        self.work(async |node| {
            let content = node.opened().await?;
            let modified_ms = match (node.0.modified_ms.get(), &*content) {
                (None, Content::Nameless(_)) => None,
                (None, _) => file_stat(&node.file().await?).await?.modified_ms,
                (known, _) => known,
            };
            Ok(Stat { is_dir: false, len: content.len()?, modified_ms })
        })
    }

    pub(crate) fn flush(self: &Arc<Self>) -> Work<()> {
        self.work(async |node| {
            let content = node.content().await;
            node.0.unwritten.set(false);
            content.flush().await
        })
    }

    /// Returns whether what was written is kept back until a flush.
    pub(crate) fn needs_flush(&self) -> bool {
        self.0.unwritten.get()
    }

    pub(super) async fn content(&self) -> MutexGuard<'_, Content> {
        self.0.content.lock().await
    }

    pub(super) fn set_len_of(&self, content: &mut Content, len: u64) -> Result<()> {
        content.set_len(len)?;
        self.touched(content);
        Ok(())
    }

    fn touched(&self, content: &Content) {
        self.0.modified_ms.set(Some(js_sys::Date::now() as u64));
        self.0.unwritten.set(matches!(content, Content::Image(..)));
    }

    async fn file(&self) -> Result<web_sys::FileSystemFileHandle> {
        let names = self.0.names.borrow().clone();
        let (folder, name) = self.0.disk.above(&names).await?;
        child_file(&folder, name, false).await.map_err(error)
    }

    /// Returns what is in it, opened again if a change of names has closed it.
    async fn opened(&self) -> Result<MutexGuard<'_, Content>> {
        let mut content = self.content().await;
        if !content.is_open() {
            *content = Content::open(self.file().await?).await?;
        }
        Ok(content)
    }

    /// Makes it a file in memory, whose name can be removed.
    pub(super) async fn detach(&self) -> Result<()> {
        let mut content = self.content().await;
        let bytes = match &mut *content {
            Content::Closed => bytes(&self.file().await?).await?,
            Content::Image(_, bytes) | Content::Nameless(bytes) => std::mem::take(bytes),
            Content::Disk(_) => content.read(0, usize::MAX)?,
        };
        self.0.unwritten.set(false);
        *content = Content::Nameless(bytes);
        Ok(())
    }

    /// Lets go of the file, for as long as the guard is held, so that its name can be changed.
    pub(super) async fn released(&self) -> Result<MutexGuard<'_, Content>> {
        let mut content = self.content().await;
        content.flush().await?;
        self.0.unwritten.set(false);
        if !matches!(*content, Content::Nameless(_)) {
            *content = Content::Closed;
        }
        Ok(content)
    }

    pub(super) fn names(&self) -> Names {
        self.0.names.borrow().clone()
    }

    pub(super) fn set_names(&self, names: Names) {
        self.0.names.replace(names);
    }

    /// Closes it for good.
    pub(super) async fn close(&self) {
        *self.content().await = Content::Nameless(Vec::new());
    }
}
