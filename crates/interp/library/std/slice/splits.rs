//! Slices in pieces between the elements that a closure picks.

#[derive(Clone)]
pub struct Split<'a, T, P> {
    rest: Option<&'a [T]>,
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        let rest = self.rest?;
        for at in 0..rest.len() {
            if (self.pred)(&rest[at]) {
                self.rest = Some(&rest[at + 1..]);
                return Some(&rest[..at]);
            }
        }
        self.rest.take()
    }
}

impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for Split<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let rest = self.rest?;
        for at in (0..rest.len()).rev() {
            if (self.pred)(&rest[at]) {
                self.rest = Some(&rest[..at]);
                return Some(&rest[at + 1..]);
            }
        }
        self.rest.take()
    }
}

/// At most as many pieces; the last is what is left.
#[derive(Clone)]
pub struct SplitN<'a, T, P> {
    inner: Split<'a, T, P>,
    count: usize,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitN<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.rest.take() } else { self.inner.next() }
    }
}

/// As [`SplitN`], from the end.
#[derive(Clone)]
pub struct RSplitN<'a, T, P> {
    inner: Split<'a, T, P>,
    count: usize,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitN<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.rest.take() } else { self.inner.next_back() }
    }
}

/// Pieces with the elements that were picked at their ends.
#[derive(Clone)]
pub struct SplitInclusive<'a, T, P> {
    rest: &'a [T],
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusive<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = match self.rest.iter().position(|it| (self.pred)(it)) {
            Some(at) => at + 1,
            None => self.rest.len(),
        };
        let (piece, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(piece)
    }
}

impl<T> [T] {
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split { rest: Some(self), pred }
    }

    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> crate::iter::Rev<Split<'_, T, F>> {
        self.split(pred).rev()
    }

    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN { inner: self.split(pred), count: n }
    }

    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<'_, T, F> {
        RSplitN { inner: self.split(pred), count: n }
    }

    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive { rest: self, pred }
    }
}
