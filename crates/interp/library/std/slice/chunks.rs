//! Slices in pieces.

use crate::fmt;

/// Pieces of as many elements, with what is left over at the end.
#[derive(Clone)]
pub struct Chunks<'a, T> {
    slice: &'a [T],
    size: usize,
}

impl<'a, T: fmt::Debug> fmt::Debug for Chunks<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks").field("v", &self.slice).field("chunk_size", &self.size).finish()
    }
}

impl<'a, T> Iterator for Chunks<'a, T> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let (piece, rest) = self.slice.split_at(self.size.min(self.slice.len()));
        self.slice = rest;
        Some(piece)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.slice.len().div_ceil(self.size);
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.slice.len();
        if len == 0 {
            return None;
        }
        let over = len % self.size;
        let (rest, piece) = self.slice.split_at(len - if over == 0 { self.size } else { over });
        self.slice = rest;
        Some(piece)
    }
}

impl<'a, T> ExactSizeIterator for Chunks<'a, T> {}

/// Pieces of exactly as many elements; what is left over is the remainder.
#[derive(Clone, Debug)]
pub struct ChunksExact<'a, T> {
    slice: &'a [T],
    remainder: &'a [T],
    size: usize,
}

impl<'a, T> ChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {
        self.remainder
    }
}

impl<'a, T> Iterator for ChunksExact<'a, T> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let (piece, rest) = self.slice.split_at(self.size);
        self.slice = rest;
        Some(piece)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.slice.len() / self.size;
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let (rest, piece) = self.slice.split_at(self.slice.len() - self.size);
        self.slice = rest;
        Some(piece)
    }
}

impl<'a, T> ExactSizeIterator for ChunksExact<'a, T> {}

/// Pieces counted from the end.
#[derive(Clone, Debug)]
pub struct RChunks<'a, T> {
    slice: &'a [T],
    size: usize,
}

impl<'a, T> Iterator for RChunks<'a, T> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let (rest, piece) = self.slice.split_at(self.slice.len().saturating_sub(self.size));
        self.slice = rest;
        Some(piece)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.slice.len().div_ceil(self.size);
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for RChunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let over = self.slice.len() % self.size;
        let (piece, rest) = self.slice.split_at(if over == 0 { self.size } else { over });
        self.slice = rest;
        Some(piece)
    }
}

impl<'a, T> ExactSizeIterator for RChunks<'a, T> {}

/// All pieces of as many elements, each one element on.
#[derive(Clone)]
pub struct Windows<'a, T> {
    slice: &'a [T],
    size: usize,
}

impl<'a, T: fmt::Debug> fmt::Debug for Windows<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Windows").field("v", &self.slice).field("size", &self.size).finish()
    }
}

impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.size > self.slice.len() {
            return None;
        }
        let piece = &self.slice[..self.size];
        self.slice = &self.slice[1..];
        Some(piece)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = (self.slice.len() + 1).saturating_sub(self.size);
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.slice.len();
        if self.size > len {
            return None;
        }
        let piece = &self.slice[len - self.size..];
        self.slice = &self.slice[..len - 1];
        Some(piece)
    }
}

impl<'a, T> ExactSizeIterator for Windows<'a, T> {}

/// Pieces within which a closure says `true` of neighbours.
#[derive(Clone)]
pub struct ChunkBy<'a, T, P> {
    slice: &'a [T],
    pred: P,
}

impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let mut len = 1;
        while len < self.slice.len() && (self.pred)(&self.slice[len - 1], &self.slice[len]) {
            len += 1;
        }
        let (piece, rest) = self.slice.split_at(len);
        self.slice = rest;
        Some(piece)
    }
}

impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for ChunkBy<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.slice.is_empty() {
            return None;
        }
        let mut at = self.slice.len() - 1;
        while at > 0 && (self.pred)(&self.slice[at - 1], &self.slice[at]) {
            at -= 1;
        }
        let (rest, piece) = self.slice.split_at(at);
        self.slice = rest;
        Some(piece)
    }
}

impl<T> [T] {
    #[track_caller]
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        assert!(size != 0, "window size must be non-zero");
        Windows { slice: self, size }
    }

    #[track_caller]
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        Chunks { slice: self, size: chunk_size }
    }

    #[track_caller]
    pub fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        let whole = self.len() - self.len() % N;
        (crate::array::as_arrays::<T, N>(&self[..whole], N), &self[whole..])
    }

    pub fn as_rchunks<const N: usize>(&self) -> (&[T], &[[T; N]]) {
        let rest = self.len() % N;
        (&self[..rest], crate::array::as_arrays::<T, N>(&self[rest..], N))
    }

    pub fn array_windows<const N: usize>(&self) -> impl DoubleEndedIterator<Item = &[T; N]> + ExactSizeIterator + Clone {
        self.windows(N).map(crate::array::as_array::<T, N>)
    }

    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        let (slice, remainder) = self.split_at(self.len() - self.len() % chunk_size);
        ChunksExact { slice, remainder, size: chunk_size }
    }

    #[track_caller]
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunks { slice: self, size: chunk_size }
    }

    #[track_caller]
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunks { slice: &self[self.len() % chunk_size..], size: chunk_size }
    }

    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy { slice: self, pred }
    }
}
