//! What is in a file that is open.

use super::error::error;
use super::folder::bytes;
use crate::io::os_error;
use std::io::{ErrorKind, Result};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemFileHandle, FileSystemReadWriteOptions, FileSystemSyncAccessHandle,
    FileSystemWritableFileStream,
};

/// Where the bytes are.
pub(super) enum Content {
    /// Nowhere yet.
    Closed,
    /// On the disk, read and written directly: in a worker.
    Disk(Access),
    /// In memory, and written to the disk by a flush: in a page's own thread, where there is no other way.
    Image(FileSystemFileHandle, Vec<u8>),
    /// In memory alone: the file has no name any more.
    Nameless(Vec<u8>),
}

/// A handle that locks its file until it is dropped.
pub(super) struct Access(FileSystemSyncAccessHandle);

impl Drop for Access {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Content {
    pub(super) async fn open(file: FileSystemFileHandle) -> Result<Content> {
        // The browser shows the method to dedicated workers alone.
        if !js_sys::Reflect::has(&file, &"createSyncAccessHandle".into()).map_err(error)? {
            let bytes = bytes(&file).await?;
            return Ok(Content::Image(file, bytes));
        }
        let handle = JsFuture::from(file.create_sync_access_handle()).await.map_err(error)?;
        Ok(Content::Disk(Access(handle.dyn_into().map_err(error)?)))
    }

    pub(super) fn is_open(&self) -> bool {
        !matches!(self, Content::Closed)
    }

    pub(super) fn len(&self) -> Result<u64> {
        match self {
            Content::Closed => Ok(0),
            Content::Disk(access) => Ok(access.0.get_size().map_err(error)? as u64),
            Content::Image(_, bytes) | Content::Nameless(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// Reads up to `count` bytes; fewer at the end.
    pub(super) fn read(&self, at: u64, count: usize) -> Result<Vec<u8>> {
        let left = usize::try_from(self.len()?.saturating_sub(at)).unwrap_or(usize::MAX);
        let count = count.min(left);
        match self {
            Content::Closed => Ok(Vec::new()),
            Content::Disk(access) => access.read(at, count),
            Content::Image(_, bytes) | Content::Nameless(bytes) => {
                let start = bytes.len() - left;
                Ok(bytes[start..start + count].to_vec())
            }
        }
    }

    /// Writes, and returns the position after what was written.
    pub(super) fn write(&mut self, at: Option<u64>, new: &[u8]) -> Result<u64> {
        let start = at.map_or_else(|| self.len(), Ok)?;
        let end = start.saturating_add(new.len() as u64);
        match self {
            Content::Closed => {}
            Content::Disk(access) => access.write(start, new)?,
            Content::Image(_, bytes) | Content::Nameless(bytes) => {
                if end > bytes.len() as u64 {
                    resize(bytes, end)?;
                }
                bytes[start as usize..end as usize].copy_from_slice(new);
            }
        }
        Ok(end)
    }

    pub(super) fn set_len(&mut self, len: u64) -> Result<()> {
        match self {
            Content::Closed => Ok(()),
            Content::Disk(access) => access.0.truncate_with_f64(len as f64).map_err(error),
            Content::Image(_, bytes) | Content::Nameless(bytes) => resize(bytes, len),
        }
    }

    pub(super) async fn flush(&self) -> Result<()> {
        match self {
            Content::Closed | Content::Nameless(_) => Ok(()),
            Content::Disk(access) => access.0.flush().map_err(error),
            Content::Image(file, bytes) => write_out(file, bytes).await.map_err(error),
        }
    }
}

/// Makes a file in memory longer or shorter, as long as there is memory.
fn resize(bytes: &mut Vec<u8>, len: u64) -> Result<()> {
    let full = || os_error(ErrorKind::StorageFull);
    let len = usize::try_from(len).map_err(|_| full())?;
    bytes.try_reserve(len.saturating_sub(bytes.len())).map_err(|_| full())?;
    bytes.resize(len, 0);
    Ok(())
}

/// Replaces a file as a whole.
async fn write_out(file: &FileSystemFileHandle, bytes: &[u8]) -> std::result::Result<(), JsValue> {
    let stream: FileSystemWritableFileStream = JsFuture::from(file.create_writable()).await?.dyn_into()?;
    let bytes = js_sys::Uint8Array::from(bytes);
    let written = JsFuture::from(stream.write_with_js_u8_array(&bytes)?).await;
    // Closed in any case, so that the file is not left locked; what was not written is not put in place then.
    let closed = match &written {
        Ok(_) => stream.close(),
        Err(_) => stream.abort(),
    };
    let closed = JsFuture::from(closed).await;
    written.and(closed).map(drop)
}

impl Access {
    fn read(&self, at: u64, count: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        let mut filled = 0;
        while filled < count {
            let options = options(at + filled as u64);
            let part =
                self.0.read_with_u8_array_and_options(&mut bytes[filled..], &options).map_err(error)?;
            if part < 1.0 {
                break;
            }
            filled += part as usize;
        }
        bytes.truncate(filled);
        Ok(bytes)
    }

    fn write(&self, at: u64, bytes: &[u8]) -> Result<()> {
        let mut written = 0;
        while written < bytes.len() {
            let options = options(at + written as u64);
            let part = self.0.write_with_u8_array_and_options(&bytes[written..], &options).map_err(error)?;
            if part < 1.0 {
                return Err(os_error(ErrorKind::StorageFull));
            }
            written += part as usize;
        }
        Ok(())
    }
}

fn options(at: u64) -> FileSystemReadWriteOptions {
    let options = FileSystemReadWriteOptions::new();
    options.set_at(at as f64);
    options
}
