//! Looking things up in directories.

use super::error::error;
use crate::fs::Stat;
use crate::platform::web::thrown::name_of;
use js_sys::{Array, Reflect};
use std::io::Result;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions,
};

type Thrown<T> = std::result::Result<T, JsValue>;

/// What a name stands for.
pub(super) enum What {
    Nothing,
    Dir,
    File(FileSystemFileHandle),
}

pub(super) async fn child_dir(
    folder: &FileSystemDirectoryHandle,
    name: &str,
    create: bool,
) -> Thrown<FileSystemDirectoryHandle> {
    let options = FileSystemGetDirectoryOptions::new();
    options.set_create(create);
    JsFuture::from(folder.get_directory_handle_with_options(name, &options)).await?.dyn_into()
}

pub(super) async fn child_file(
    folder: &FileSystemDirectoryHandle,
    name: &str,
    create: bool,
) -> Thrown<FileSystemFileHandle> {
    let options = FileSystemGetFileOptions::new();
    options.set_create(create);
    JsFuture::from(folder.get_file_handle_with_options(name, &options)).await?.dyn_into()
}

/// Goes down from directory to directory.
pub(super) async fn down(
    from: &FileSystemDirectoryHandle,
    names: &[String],
) -> Result<FileSystemDirectoryHandle> {
    let mut folder = from.clone();
    for name in names {
        folder = child_dir(&folder, name, false).await.map_err(error)?;
    }
    Ok(folder)
}

/// Returns what a name stands for.
pub(super) async fn look(folder: &FileSystemDirectoryHandle, name: &str) -> Result<What> {
    match child_file(folder, name, false).await {
        Ok(file) => Ok(What::File(file)),
        Err(thrown) => match name_of(&thrown).as_str() {
            "NotFoundError" => Ok(What::Nothing),
            "TypeMismatchError" => Ok(What::Dir),
            _ => Err(error(thrown)),
        },
    }
}

/// Returns the names in a directory, and which of them are directories.
pub(super) async fn list(folder: &FileSystemDirectoryHandle) -> Result<Vec<(String, bool)>> {
    let entries = folder.entries();
    let mut names = Vec::new();
    loop {
        let next = JsFuture::from(entries.next().map_err(error)?).await.map_err(error)?;
        let field = |name: &str| Reflect::get(&next, &name.into()).map_err(error);
        if field("done")?.is_truthy() {
            return Ok(names);
        }
        let pair: Array = field("value")?.dyn_into().map_err(error)?;
        let is_dir = pair.get(1).is_instance_of::<FileSystemDirectoryHandle>();
        names.extend(pair.get(0).as_string().map(|name| (name, is_dir)));
    }
}

/// Returns the file as it is now.
pub(super) async fn snapshot(file: &FileSystemFileHandle) -> Result<File> {
    JsFuture::from(file.get_file()).await.and_then(JsValue::dyn_into).map_err(error)
}

pub(super) async fn file_stat(file: &FileSystemFileHandle) -> Result<Stat> {
    let file = snapshot(file).await?;
    Ok(Stat { is_dir: false, len: file.size() as u64, modified_ms: Some(file.last_modified() as u64) })
}

/// Returns what is in a file.
pub(super) async fn bytes(file: &FileSystemFileHandle) -> Result<Vec<u8>> {
    let file = snapshot(file).await?;
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(error)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
