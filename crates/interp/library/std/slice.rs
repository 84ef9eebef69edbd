//! Elements that follow one another.

mod bytes;
mod chunks;
mod chunks_mut;
mod impls;
mod index;
mod iter;
mod join;
mod methods;
mod sort;
mod splits;

pub use chunks::{ChunkBy, Chunks, ChunksExact, RChunks, Windows};
pub use chunks_mut::{ChunkByMut, ChunksMut, RChunksMut, SplitMut};
pub use impls::equal;
pub use index::SliceIndex;
pub use join::{Concat, Join};
pub use iter::{Iter, IterMut};
pub use splits::{RSplitN, Split, SplitInclusive, SplitN};

pub fn from_ref<T>(s: &T) -> &[T] {
    native!()
}

pub fn from_mut<T>(s: &mut T) -> &mut [T] {
    native!()
}

pub unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
    native!()
}

pub unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
    native!()
}
