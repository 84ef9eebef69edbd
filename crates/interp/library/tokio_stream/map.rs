//! Streams by keys.

use futures::stream::Stream;
use std::borrow::Borrow;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct StreamMap<K, V> {
    entries: Vec<(K, V)>,
    /// Where the next poll begins, so that none is forgotten.
    next: usize,
}

impl<K, V> StreamMap<K, V> {
    pub fn new() -> StreamMap<K, V> {
        StreamMap { entries: Vec::new(), next: 0 }
    }

    pub fn with_capacity(_: usize) -> StreamMap<K, V> {
        StreamMap::new()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.entries.iter()
    }

    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, (K, V)> {
        self.entries.iter_mut()
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    pub fn capacity(&self) -> usize {
        self.entries.capacity()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }

    fn position<Q: ?Sized + Eq>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        for at in 0..self.entries.len() {
            let own: &Q = self.entries[at].0.borrow();
            if *own == *key {
                return Some(at);
            }
        }
        None
    }

    pub fn insert(&mut self, k: K, stream: V) -> Option<V>
    where
        K: Eq,
    {
        let old = self.remove(&k);
        self.entries.push((k, stream));
        old
    }

    pub fn remove<Q: ?Sized + Eq>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.position(k)?;
        Some(self.entries.swap_remove(at).1)
    }

    pub fn contains_key<Q: ?Sized + Eq>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.position(k).is_some()
    }
}

impl<K: Clone, V: Stream> Stream for StreamMap<K, V> {
    type Item = (K, V::Item);

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<(K, V::Item)>> {
        let this = unsafe { self.get_unchecked_mut() };
        let mut at = this.next;
        let mut left = this.entries.len();
        while left > 0 {
            if at >= this.entries.len() {
                at = 0;
            }
            let (key, stream) = &mut this.entries[at];
            match unsafe { Pin::new_unchecked(stream) }.poll_next(cx) {
                Poll::Ready(Some(item)) => {
                    this.next = at + 1;
                    return Poll::Ready(Some((key.clone(), item)));
                }
                Poll::Ready(None) => {
                    this.entries.swap_remove(at);
                }
                Poll::Pending => at += 1,
            }
            left -= 1;
        }
        if this.entries.is_empty() { Poll::Ready(None) } else { Poll::Pending }
    }
}

impl<K, V> Default for StreamMap<K, V> {
    fn default() -> Self {
        StreamMap::new()
    }
}

impl<K: Eq, V> FromIterator<(K, V)> for StreamMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> Self {
        let mut all = StreamMap::new();
        for (key, stream) in iter {
            all.insert(key, stream);
        }
        all
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for StreamMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamMap").field("entries", &self.entries).finish()
    }
}
