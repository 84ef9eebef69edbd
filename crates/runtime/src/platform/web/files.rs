//! The origin private file system, in a page as well as in a worker.
//!
//! Two handles to one file would lock each other out. So a file has one handle however often it is open, in its
//! [`Node`], and what changes names waits until nobody else looks any up.

mod content;
mod error;
mod folder;
mod node;
mod rename;

pub(crate) use node::Node;

use super::storage::{Claim, Storage, left_behind};
use crate::fs::{Names, Stat, Work};
use crate::io::os_error;
use crate::platform::How;
use crate::run::{Part, RunCore};
use content::Content;
use error::error;
use folder::{What, child_dir, child_file, down, file_stat, look};
use js_sys::Promise;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::io::{Error, ErrorKind, Result};
use std::rc::Rc;
use std::sync::{Arc, Weak};
use tokio::sync::{OnceCell, RwLock};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{FileSystemDirectoryHandle, FileSystemRemoveOptions};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = getDirectory, catch)]
    fn storage_directory() -> std::result::Result<Promise, JsValue>;
}

/// Where the folders of the runs are.
const RUNS: &str = "meanwhile-runs";

/// The files of a run.
pub(crate) struct Disk(SendWrapper<Rc<Inner>>);

struct Inner {
    /// `None` outside of a run.
    storage: Option<Storage>,
    root: OnceCell<Root>,
    /// Held to change names, shared to look them up.
    names: RwLock<()>,
    /// The files that are open and have a name: a few at most.
    nodes: RefCell<Vec<Weak<Node>>>,
}

struct Root {
    folder: FileSystemDirectoryHandle,
    of_run: Option<OfRun>,
}

struct OfRun {
    runs: FileSystemDirectoryHandle,
    claim: Rc<Claim>,
}

impl Part for Disk {
    fn make(run: Option<&RunCore>) -> Self {
        Disk(SendWrapper::new(Rc::new(Inner {
            storage: Storage::of(run),
            root: OnceCell::new(),
            names: RwLock::new(()),
            nodes: RefCell::default(),
        })))
    }
}

impl Disk {
    fn work<T: 'static, F: Future<Output = Result<T>> + 'static>(
        &self,
        work: impl FnOnce(Rc<Inner>) -> F,
    ) -> Work<T> {
        Box::pin(SendWrapper::new(work(Rc::clone(&self.0))))
    }

    pub(crate) fn stat(&self, names: Names) -> Work<Stat> {
        self.work(|inner| async move { inner.stat(&names).await })
    }

    pub(crate) fn list(&self, names: Names) -> Work<Vec<(String, bool)>> {
        self.work(|inner| async move {
            let _shared = inner.names.read().await;
            folder::list(&inner.folder(&names).await?).await
        })
    }

    pub(crate) fn create_dir(&self, names: Names) -> Work<()> {
        self.work(|inner| async move { inner.create_dir(&names).await })
    }

    pub(crate) fn remove_file(&self, names: Names) -> Work<()> {
        self.work(|inner| async move { inner.remove_file(&names).await })
    }

    pub(crate) fn remove_dir(&self, names: Names, with_contents: bool) -> Work<()> {
        self.work(move |inner| async move { inner.remove_dir(&names, with_contents).await })
    }

    pub(crate) fn rename(&self, from: Names, to: Names) -> Work<()> {
        self.work(|inner| async move { inner.rename(&from, &to).await })
    }

    pub(crate) fn open(&self, names: Names, how: How) -> Work<Arc<Node>> {
        self.work(move |inner| async move { inner.open(names, how).await })
    }
}

/// The run is over, and nothing of it is under way.
impl Drop for Disk {
    fn drop(&mut self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move { inner.clear().await });
    }
}

impl Inner {
    /// Returns the run's directory, which is made at the first call.
    async fn root(&self) -> Result<&FileSystemDirectoryHandle> {
        let root = self.root.get_or_try_init(|| self.make_root()).await?;
        Ok(&root.folder)
    }

    async fn make_root(&self) -> Result<Root> {
        let missing = |_| Error::new(ErrorKind::Unsupported, "the browser keeps no files for this page");
        let top = JsFuture::from(storage_directory().map_err(missing)?).await.map_err(error)?;
        let top: FileSystemDirectoryHandle = top.dyn_into().map_err(error)?;
        let Some(storage) = &self.storage else { return Ok(Root { folder: top, of_run: None }) };
        let claim = storage.claim().await;
        let runs = child_dir(&top, RUNS, true).await.map_err(error)?;
        spawn_local(sweep(runs.clone()));
        let folder = child_dir(&runs, claim.id(), true).await.map_err(error)?;
        Ok(Root { folder, of_run: Some(OfRun { runs, claim }) })
    }

    async fn folder(&self, names: &[String]) -> Result<FileSystemDirectoryHandle> {
        down(self.root().await?, names).await
    }

    /// Returns the directory in which something is, and its name there.
    async fn above<'a>(&self, names: &'a [String]) -> Result<(FileSystemDirectoryHandle, &'a str)> {
        let (name, above) = names.split_last().ok_or_else(|| os_error(ErrorKind::ResourceBusy))?;
        Ok((self.folder(above).await?, name))
    }

    /// Returns the open file of that name.
    fn live(&self, names: &[String]) -> Option<Arc<Node>> {
        self.live_below(names).into_iter().find(|it| it.names() == names)
    }

    /// Returns the open files of that name and below it.
    fn live_below(&self, names: &[String]) -> Vec<Arc<Node>> {
        let nodes = self.nodes.borrow();
        let live = nodes.iter().filter_map(Weak::upgrade);
        live.filter(|it| it.names().starts_with(names)).collect()
    }

    async fn stat(&self, names: &[String]) -> Result<Stat> {
        let _shared = self.names.read().await;
        if let Some(node) = self.live(names) {
            return node.stat().await;
        }
        let (folder, name) = self.above(names).await?;
        match look(&folder, name).await? {
            What::Nothing => Err(os_error(ErrorKind::NotFound)),
            What::Dir => Ok(Stat::DIR),
            What::File(file) => file_stat(&file).await,
        }
    }

    async fn create_dir(&self, names: &[String]) -> Result<()> {
        let _alone = self.names.write().await;
        let (folder, name) = self.above(names).await?;
        if !matches!(look(&folder, name).await?, What::Nothing) {
            return Err(os_error(ErrorKind::AlreadyExists));
        }
        child_dir(&folder, name, true).await.map(drop).map_err(error)
    }

    async fn open(self: Rc<Self>, names: Names, how: How) -> Result<Arc<Node>> {
        let _shared = self.names.read().await;
        let node = self.node(&names);
        let mut content = node.content().await;
        if content.is_open() {
            if how.create_new {
                return Err(os_error(ErrorKind::AlreadyExists));
            }
        } else {
            let (folder, name) = self.above(&names).await?;
            let file = match look(&folder, name).await? {
                What::Nothing if how.create => child_file(&folder, name, true).await.map_err(error)?,
                What::Nothing => return Err(os_error(ErrorKind::NotFound)),
                What::Dir | What::File(_) if how.create_new => {
                    return Err(os_error(ErrorKind::AlreadyExists));
                }
                What::Dir => return Err(os_error(ErrorKind::IsADirectory)),
                What::File(file) => file,
            };
            *content = Content::open(file).await?;
        }
        if how.truncate {
            node.set_len_of(&mut content, 0)?;
        }
        drop(content);
        Ok(node)
    }

    /// Returns the node of a file, which may have to be opened yet.
    fn node(self: &Rc<Self>, names: &Names) -> Arc<Node> {
        if let Some(node) = self.live(names) {
            return node;
        }
        let node = Node::new(self.clone(), names.clone());
        let mut nodes = self.nodes.borrow_mut();
        nodes.retain(|it| it.strong_count() > 0);
        nodes.push(Arc::downgrade(&node));
        node
    }

    async fn remove_file(&self, names: &[String]) -> Result<()> {
        let _alone = self.names.write().await;
        let (folder, name) = self.above(names).await?;
        match look(&folder, name).await? {
            What::Nothing => Err(os_error(ErrorKind::NotFound)),
            What::Dir => Err(os_error(ErrorKind::IsADirectory)),
            What::File(_) => self.remove(&folder, name, names).await,
        }
    }

    async fn remove_dir(&self, names: &[String], with_contents: bool) -> Result<()> {
        let _alone = self.names.write().await;
        let (folder, name) = self.above(names).await?;
        match look(&folder, name).await? {
            What::Nothing => Err(os_error(ErrorKind::NotFound)),
            What::File(_) => Err(os_error(ErrorKind::NotADirectory)),
            What::Dir if with_contents => self.remove(&folder, name, names).await,
            // The browser says so if it is not empty.
            What::Dir => JsFuture::from(folder.remove_entry(name)).await.map(drop).map_err(error),
        }
    }

    /// Removes something with all that is in it. Files that are open go on in memory.
    async fn remove(&self, folder: &FileSystemDirectoryHandle, name: &str, names: &[String]) -> Result<()> {
        for node in self.live_below(names) {
            node.detach().await?;
            self.nodes.borrow_mut().retain(|it| !std::ptr::eq(it.as_ptr(), &*node));
        }
        remove_entry(folder, name).await
    }

    /// Removes the run's directory.
    async fn clear(&self) {
        let Some(Root { of_run: Some(of_run), .. }) = self.root.get() else { return };
        // Handles of files that a panic has leaked.
        for node in self.live_below(&[]) {
            node.close().await;
        }
        // What stays is for a later run to remove.
        let _ = remove_entry(&of_run.runs, of_run.claim.id()).await;
    }
}

async fn remove_entry(folder: &FileSystemDirectoryHandle, name: &str) -> Result<()> {
    let options = FileSystemRemoveOptions::new();
    options.set_recursive(true);
    JsFuture::from(folder.remove_entry_with_options(name, &options)).await.map(drop).map_err(error)
}

/// Removes the directories of runs that came to no proper end.
async fn sweep(runs: FileSystemDirectoryHandle) {
    let Ok(entries) = folder::list(&runs).await else { return };
    for name in left_behind(entries.into_iter().map(|it| it.0).collect()).await {
        let _ = remove_entry(&runs, &name).await;
    }
}
