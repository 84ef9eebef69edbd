//! Iterators that leave some out.

#[derive(Clone, Debug)]
pub struct Take<I> {
    iter: I,
    n: usize,
}

impl<I> Take<I> {
    pub(crate) fn new(iter: I, n: usize) -> Self {
        Take { iter, n }
    }
}

impl<I: Iterator> Iterator for Take<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if self.n == 0 {
            return None;
        }
        self.n -= 1;
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let high = match high {
            Some(high) if high < self.n => high,
            _ => self.n,
        };
        (low.min(self.n), Some(high))
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        while self.iter.len() > self.n {
            self.iter.next_back();
        }
        if self.n == 0 {
            return None;
        }
        self.n -= 1;
        self.iter.next_back()
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}

#[derive(Clone, Debug)]
pub struct Skip<I> {
    iter: I,
    n: usize,
}

impl<I> Skip<I> {
    pub(crate) fn new(iter: I, n: usize) -> Self {
        Skip { iter, n }
    }
}

impl<I: Iterator> Iterator for Skip<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if self.n > 0 {
            let n = crate::mem::replace(&mut self.n, 0);
            return self.iter.nth(n);
        }
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        (low.saturating_sub(self.n), high.map(|high| high.saturating_sub(self.n)))
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        if self.iter.len() > self.n { self.iter.next_back() } else { None }
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}

#[derive(Clone, Debug)]
pub struct StepBy<I> {
    iter: I,
    step: usize,
    first: bool,
}

impl<I> StepBy<I> {
    #[track_caller]
    pub(crate) fn new(iter: I, step: usize) -> Self {
        assert!(step != 0);
        StepBy { iter, step: step - 1, first: true }
    }
}

impl<I: Iterator> Iterator for StepBy<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let skipped = if self.first { 0 } else { self.step };
        self.first = false;
        self.iter.nth(skipped)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let step = self.step;
        let first = self.first;
        let steps = |n: usize| {
            if first {
                if n == 0 { 0 } else { 1 + (n - 1) / (step + 1) }
            } else {
                n / (step + 1)
            }
        };
        let (low, high) = self.iter.size_hint();
        (steps(low), high.map(steps))
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        let len = self.iter.len();
        let surplus = if self.first { if len == 0 { 0 } else { (len - 1) % (self.step + 1) } } else { len % (self.step + 1) };
        self.iter.nth_back(surplus)
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}

#[derive(Clone)]
pub struct TakeWhile<I, P> {
    iter: I,
    over: bool,
    predicate: P,
}

impl<I: crate::fmt::Debug, P> crate::fmt::Debug for TakeWhile<I, P> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("TakeWhile").field("iter", &self.iter).field("flag", &self.over).finish()
    }
}

impl<I, P> TakeWhile<I, P> {
    pub(crate) fn new(iter: I, predicate: P) -> Self {
        TakeWhile { iter, over: false, predicate }
    }
}

impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if self.over {
            return None;
        }
        let item = self.iter.next()?;
        if (self.predicate)(&item) {
            Some(item)
        } else {
            self.over = true;
            None
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.over { (0, Some(0)) } else { (0, self.iter.size_hint().1) }
    }
}

#[derive(Clone)]
pub struct SkipWhile<I, P> {
    iter: I,
    over: bool,
    predicate: P,
}

impl<I: crate::fmt::Debug, P> crate::fmt::Debug for SkipWhile<I, P> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("SkipWhile").field("iter", &self.iter).field("flag", &self.over).finish()
    }
}

impl<I, P> SkipWhile<I, P> {
    pub(crate) fn new(iter: I, predicate: P) -> Self {
        SkipWhile { iter, over: false, predicate }
    }
}

impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        while let Some(item) = self.iter.next() {
            if self.over || !(self.predicate)(&item) {
                self.over = true;
                return Some(item);
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.iter.size_hint().1)
    }
}
