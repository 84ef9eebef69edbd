//! Iterators of iterators.

/// How many are left in what has been begun at both ends; nobody knows how many more there are unless nothing follows.
fn begun<I: Iterator, U: Iterator>(iter: &I, front: &Option<U>, back: &Option<U>) -> (usize, Option<usize>) {
    let (front_least, front_most) = front.as_ref().map_or((0, Some(0)), |it| it.size_hint());
    let (back_least, back_most) = back.as_ref().map_or((0, Some(0)), |it| it.size_hint());
    let most = match (iter.size_hint(), front_most, back_most) {
        ((0, Some(0)), Some(front), Some(back)) => front.checked_add(back),
        _ => None,
    };
    (front_least.saturating_add(back_least), most)
}

pub struct FlatMap<I, U: IntoIterator, F> {
    iter: I,
    f: F,
    front: Option<U::IntoIter>,
    back: Option<U::IntoIter>,
}

impl<I, U: IntoIterator, F> FlatMap<I, U, F> {
    pub(crate) fn new(iter: I, f: F) -> Self {
        FlatMap { iter, f, front: None, back: None }
    }
}

impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
    type Item = U::Item;

    fn next(&mut self) -> Option<U::Item> {
        loop {
            if let Some(front) = &mut self.front {
                let item = front.next();
                if item.is_some() {
                    return item;
                }
                self.front = None;
            }
            match self.iter.next() {
                Some(inner) => self.front = Some((self.f)(inner).into_iter()),
                None => return self.back.as_mut()?.next(),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        begun(&self.iter, &self.front, &self.back)
    }
}

impl<I, U, F> DoubleEndedIterator for FlatMap<I, U, F>
where
    I: DoubleEndedIterator,
    U: IntoIterator,
    U::IntoIter: DoubleEndedIterator,
    F: FnMut(I::Item) -> U,
{
    fn next_back(&mut self) -> Option<U::Item> {
        loop {
            if let Some(back) = &mut self.back {
                let item = back.next_back();
                if item.is_some() {
                    return item;
                }
                self.back = None;
            }
            match self.iter.next_back() {
                Some(inner) => self.back = Some((self.f)(inner).into_iter()),
                None => return self.front.as_mut()?.next_back(),
            }
        }
    }
}

pub struct Flatten<I: Iterator> {
    iter: I,
    front: Option<<I::Item as IntoIterator>::IntoIter>,
    back: Option<<I::Item as IntoIterator>::IntoIter>,
}

impl<I: Iterator> Flatten<I> {
    pub(crate) fn new(iter: I) -> Self {
        Flatten { iter, front: None, back: None }
    }
}

impl<U: IntoIterator, I: Iterator<Item = U>> Iterator for Flatten<I> {
    type Item = U::Item;

    fn next(&mut self) -> Option<U::Item> {
        loop {
            if let Some(front) = &mut self.front {
                let item = front.next();
                if item.is_some() {
                    return item;
                }
                self.front = None;
            }
            match self.iter.next() {
                Some(inner) => self.front = Some(inner.into_iter()),
                None => return self.back.as_mut()?.next(),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        begun(&self.iter, &self.front, &self.back)
    }
}

impl<U, I> DoubleEndedIterator for Flatten<I>
where
    U: IntoIterator,
    U::IntoIter: DoubleEndedIterator,
    I: DoubleEndedIterator<Item = U>,
{
    fn next_back(&mut self) -> Option<U::Item> {
        loop {
            if let Some(back) = &mut self.back {
                let item = back.next_back();
                if item.is_some() {
                    return item;
                }
                self.back = None;
            }
            match self.iter.next_back() {
                Some(inner) => self.back = Some(inner.into_iter()),
                None => return self.front.as_mut()?.next_back(),
            }
        }
    }
}
