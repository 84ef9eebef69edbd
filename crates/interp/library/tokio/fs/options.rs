//! How files are opened.

use super::File;
use super::host::host_open;
use std::io;
use std::path::Path;

#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
}

macro_rules! options {
    ($($name:ident)*) => {$(
        pub fn $name(&mut self, $name: bool) -> &mut OpenOptions {
            self.$name = $name;
            self
        }
    )*};
}

impl OpenOptions {
    pub fn new() -> OpenOptions {
        OpenOptions { read: false, write: false, append: false, truncate: false, create: false, create_new: false }
    }

    options! { read write append truncate create create_new }

    pub async fn open(&self, path: impl AsRef<Path>) -> io::Result<File> {
        let opened =
            host_open(&path, self.read, self.write, self.append, self.truncate, self.create, self.create_new);
        Ok(File::of(opened.await?))
    }
}
