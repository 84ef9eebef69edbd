//! The run's own files.

mod file;
mod host;
mod options;
mod read_dir;

pub use file::{File, FileType, Metadata};
pub use options::OpenOptions;
pub use read_dir::{DirEntry, ReadDir, read_dir};

use std::io;
use std::path::Path;

pub async fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    host::host_read(&path).await
}

pub async fn read_to_string(path: impl AsRef<Path>) -> io::Result<String> {
    host::host_read_to_string(&path).await
}

pub async fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> io::Result<()> {
    host::host_write(&path, &contents).await
}

pub async fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<u64> {
    host::host_copy(&from, &to).await
}

pub async fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    host::host_rename(&from, &to).await
}

macro_rules! of_a_path {
    ($($name:ident $host:ident)*) => {$(
        pub async fn $name(path: impl AsRef<Path>) -> io::Result<()> {
            host::$host(&path).await
        }
    )*};
}

of_a_path! {
    create_dir host_create_dir
    create_dir_all host_create_dir_all
    remove_file host_remove_file
    remove_dir host_remove_dir
    remove_dir_all host_remove_dir_all
}

pub async fn try_exists(path: impl AsRef<Path>) -> io::Result<bool> {
    host::host_try_exists(&path).await
}

pub async fn metadata(path: impl AsRef<Path>) -> io::Result<Metadata> {
    let facts = host::host_metadata(&path).await?;
    Ok(Metadata::of(facts))
}
