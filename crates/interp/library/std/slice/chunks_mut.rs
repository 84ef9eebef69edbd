//! Slices in pieces that can be written to.

use super::index::part_mut;

/// Pieces of as many elements.
#[derive(Debug)]
pub struct ChunksMut<'a, T> {
    slice: &'a mut [T],
    /// What is left.
    start: usize,
    end: usize,
    size: usize,
}

impl<'a, T> Iterator for ChunksMut<'a, T> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.start == self.end {
            return None;
        }
        let start = self.start;
        self.start = (start + self.size).min(self.end);
        Some(part_mut(self.slice, start, self.start))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = (self.end - self.start).div_ceil(self.size);
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let left = self.end - self.start;
        if left == 0 {
            return None;
        }
        let over = left % self.size;
        let end = self.end;
        self.end -= if over == 0 { self.size } else { over };
        Some(part_mut(self.slice, self.end, end))
    }
}

impl<'a, T> ExactSizeIterator for ChunksMut<'a, T> {}

/// Pieces counted from the end.
#[derive(Debug)]
pub struct RChunksMut<'a, T> {
    slice: &'a mut [T],
    start: usize,
    end: usize,
    size: usize,
}

impl<'a, T> Iterator for RChunksMut<'a, T> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.start == self.end {
            return None;
        }
        let end = self.end;
        self.end = end.saturating_sub(self.size).max(self.start);
        Some(part_mut(self.slice, self.end, end))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = (self.end - self.start).div_ceil(self.size);
        (count, Some(count))
    }
}

impl<'a, T> DoubleEndedIterator for RChunksMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let left = self.end - self.start;
        if left == 0 {
            return None;
        }
        let over = left % self.size;
        let start = self.start;
        self.start += if over == 0 { self.size } else { over };
        Some(part_mut(self.slice, start, self.start))
    }
}

impl<'a, T> ExactSizeIterator for RChunksMut<'a, T> {}

/// Pieces within which a closure says `true` of neighbours.
pub struct ChunkByMut<'a, T, P> {
    slice: &'a mut [T],
    at: usize,
    pred: P,
}

impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkByMut<'a, T, P> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        let start = self.at;
        if start == self.slice.len() {
            return None;
        }
        self.at += 1;
        while self.at < self.slice.len() && (self.pred)(&self.slice[self.at - 1], &self.slice[self.at]) {
            self.at += 1;
        }
        Some(part_mut(self.slice, start, self.at))
    }
}

/// Pieces between the elements that a closure picks, or with these at their ends.
pub struct SplitMut<'a, T, P> {
    slice: &'a mut [T],
    /// Where the next piece begins, unless there is none.
    at: Option<usize>,
    inclusive: bool,
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        let start = self.at?;
        let len = self.slice.len();
        let mut end = start;
        while end < len && !(self.pred)(&self.slice[end]) {
            end += 1;
        }
        let next = end + 1;
        self.at = if end == len || (self.inclusive && next == len) { None } else { Some(next) };
        Some(part_mut(self.slice, start, if self.inclusive { next.min(len) } else { end }))
    }
}

impl<T> [T] {
    #[track_caller]
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksMut { end: self.len(), slice: self, start: 0, size: chunk_size }
    }

    #[track_caller]
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksMut { end: self.len() - self.len() % chunk_size, slice: self, start: 0, size: chunk_size }
    }

    #[track_caller]
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksMut { end: self.len(), slice: self, start: 0, size: chunk_size }
    }

    #[track_caller]
    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunksMut { end: self.len(), start: self.len() % chunk_size, slice: self, size: chunk_size }
    }

    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut { slice: self, at: 0, pred }
    }

    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { slice: self, at: Some(0), inclusive: false, pred }
    }

    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        let at = if self.is_empty() { None } else { Some(0) };
        SplitMut { slice: self, at, inclusive: true, pred }
    }
}
