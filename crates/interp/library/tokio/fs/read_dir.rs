//! What is in a folder.

use super::host::{host_read_dir, text_of_path};
use super::{FileType, Metadata, metadata};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::task::{Context, Poll};

#[derive(Debug)]
pub struct ReadDir {
    folder: PathBuf,
    names: std::vec::IntoIter<String>,
}

#[derive(Debug)]
pub struct DirEntry {
    folder: PathBuf,
    name: String,
}

pub async fn read_dir(path: impl AsRef<Path>) -> io::Result<ReadDir> {
    let names = host_read_dir(&path).await?;
    let folder = PathBuf::from(text_of_path(&path));
    Ok(ReadDir { folder, names: names.into_iter() })
}

impl ReadDir {
    pub async fn next_entry(&mut self) -> io::Result<Option<DirEntry>> {
        Ok(self.names.next().map(|name| DirEntry { folder: self.folder.clone(), name }))
    }

    pub fn poll_next_entry(&mut self, _: &mut Context<'_>) -> Poll<io::Result<Option<DirEntry>>> {
        Poll::Ready(Ok(self.names.next().map(|name| DirEntry { folder: self.folder.clone(), name })))
    }
}

impl DirEntry {
    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    pub fn file_name(&self) -> OsString {
        OsString::from(self.name.clone())
    }

    pub async fn metadata(&self) -> io::Result<Metadata> {
        metadata(self.path()).await
    }

    pub async fn file_type(&self) -> io::Result<FileType> {
        Ok(self.metadata().await?.file_type())
    }
}
