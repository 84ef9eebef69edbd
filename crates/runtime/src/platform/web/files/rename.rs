//! Changing names. The browser cannot do it for directories, so everything is copied.

use super::content::Content;
use super::error::error;
use super::folder::{What, bytes, child_dir, child_file, list, look};
use super::{Inner, remove_entry};
use crate::fs::Names;
use crate::io::os_error;
use std::io::{ErrorKind, Result};
use std::pin::Pin;
use web_sys::{FileSystemDirectoryHandle, FileSystemFileHandle};

type Folder = FileSystemDirectoryHandle;

impl Inner {
    pub(super) async fn rename(&self, from: &Names, to: &Names) -> Result<()> {
        let _alone = self.names.write().await;
        let (from_folder, from_name) = self.above(from).await?;
        let what = look(&from_folder, from_name).await?;
        if matches!(what, What::Nothing) {
            return Err(os_error(ErrorKind::NotFound));
        }
        let (to_folder, to_name) = self.above(to).await?;
        if from == to {
            return Ok(());
        }
        self.make_room(&what, &to_folder, to_name, to).await?;

        let nodes = self.live_below(from);
        let mut released = Vec::new();
        for node in &nodes {
            released.push(node.released().await?);
        }
        copy(&what, &from_folder, from_name, &to_folder, to_name).await?;
        remove_entry(&from_folder, from_name).await?;
        for node in &nodes {
            let names = [to.as_slice(), &node.names()[from.len()..]].concat();
            node.set_names(names);
        }
        Ok(())
    }

    /// Removes what is in the way, if it may be replaced.
    async fn make_room(&self, what: &What, folder: &Folder, name: &str, names: &Names) -> Result<()> {
        match (what, look(folder, name).await?) {
            (_, What::Nothing) => Ok(()),
            (What::Dir, What::File(_)) => Err(os_error(ErrorKind::NotADirectory)),
            (What::Dir, What::Dir)
                if list(&child_dir(folder, name, false).await.map_err(error)?).await?.is_empty() =>
            {
                self.remove(folder, name, names).await
            }
            (What::Dir, What::Dir) => Err(os_error(ErrorKind::DirectoryNotEmpty)),
            (_, What::Dir) => Err(os_error(ErrorKind::IsADirectory)),
            (_, What::File(_)) => self.remove(folder, name, names).await,
        }
    }
}

async fn copy(what: &What, from: &Folder, from_name: &str, to: &Folder, to_name: &str) -> Result<()> {
    match what {
        What::Nothing => Ok(()),
        What::File(file) => copy_file(file, to, to_name).await,
        What::Dir => {
            let from = child_dir(from, from_name, false).await.map_err(error)?;
            let to = child_dir(to, to_name, true).await.map_err(error)?;
            copy_contents(from, to).await
        }
    }
}

async fn copy_file(file: &FileSystemFileHandle, to: &Folder, name: &str) -> Result<()> {
    let bytes = bytes(file).await?;
    let copy = child_file(to, name, true).await.map_err(error)?;
    let mut content = Content::open(copy).await?;
    content.write(Some(0), &bytes)?;
    content.flush().await
}

fn copy_contents(from: Folder, to: Folder) -> Pin<Box<dyn Future<Output = Result<()>>>> {
    Box::pin(async move {
        for (name, _) in list(&from).await? {
            copy(&look(&from, &name).await?, &from, &name, &to, &name).await?;
        }
        Ok(())
    })
}
