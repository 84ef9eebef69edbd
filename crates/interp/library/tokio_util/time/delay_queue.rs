//! A queue of values with times of their own.

use super::wheel::Wheel;
use futures::Stream;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until};

pub struct DelayQueue<T> {
    wheel: Wheel,
    entries: Vec<Option<Entry<T>>>,
    /// Indexes of `entries` that are free.
    free: Vec<usize>,
    /// What was due when it came.
    expired: Vec<usize>,
    delay: Option<Pin<Box<Sleep>>>,
    now: u64,
    start: Instant,
    waker: Option<Waker>,
}

struct Entry<T> {
    value: T,
    when: u64,
    expired: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    index: usize,
}

#[derive(Debug)]
pub struct Expired<T> {
    data: T,
    deadline: Instant,
    key: Key,
}

impl<T> Expired<T> {
    pub fn get_ref(&self) -> &T {
        &self.data
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }

    pub fn into_inner(self) -> T {
        self.data
    }

    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    pub fn key(&self) -> Key {
        self.key
    }
}

impl<T> DelayQueue<T> {
    pub fn new() -> DelayQueue<T> {
        DelayQueue {
            wheel: Wheel::new(),
            entries: Vec::new(),
            free: Vec::new(),
            expired: Vec::new(),
            delay: None,
            now: 0,
            start: Instant::now(),
            waker: None,
        }
    }

    pub fn with_capacity(capacity: usize) -> DelayQueue<T> {
        DelayQueue { entries: Vec::with_capacity(capacity), ..DelayQueue::new() }
    }

    #[track_caller]
    pub fn insert(&mut self, value: T, timeout: Duration) -> Key {
        self.insert_at(value, Instant::now() + timeout)
    }

    #[track_caller]
    pub fn insert_at(&mut self, value: T, when: Instant) -> Key {
        let when = self.normalized(when);
        let entry = Some(Entry { value, when, expired: false });
        let index = match self.free.pop() {
            Some(index) => {
                self.entries[index] = entry;
                index
            }
            None => {
                self.entries.push(entry);
                self.entries.len() - 1
            }
        };
        self.place(index, when);
        if self.delay.as_ref().is_none_or(|it| self.normalized(it.deadline()) > when) {
            self.wake();
            self.delay = Some(Box::pin(sleep_until(self.instant(when))));
        }
        Key { index }
    }

    #[track_caller]
    pub fn reset(&mut self, key: &Key, timeout: Duration) {
        self.reset_at(key, Instant::now() + timeout)
    }

    #[track_caller]
    pub fn reset_at(&mut self, key: &Key, when: Instant) {
        self.displace(key);
        let when = self.normalized(when);
        if let Some(entry) = &mut self.entries[key.index] {
            entry.when = when;
            entry.expired = false;
        }
        if !self.place(key.index, when) {
            self.wake();
        }
        self.delay_anew();
    }

    #[track_caller]
    pub fn remove(&mut self, key: &Key) -> Expired<T> {
        let before = self.wheel.next_deadline();
        self.displace(key);
        let removed = self.take_out(key.index);
        if before != self.wheel.next_deadline() {
            self.delay_anew();
        }
        if self.is_empty() {
            self.wake();
        }
        removed
    }

    pub fn try_remove(&mut self, key: &Key) -> Option<Expired<T>> {
        self.entries.get(key.index)?.as_ref()?;
        Some(self.remove(key))
    }

    #[track_caller]
    pub fn deadline(&self, key: &Key) -> Instant {
        self.instant(self.entry(key).when)
    }

    pub fn peek(&self) -> Option<Key> {
        let index = self.expired.last().copied().or_else(|| self.wheel.peek());
        index.map(|index| Key { index })
    }

    pub fn poll_expired(&mut self, cx: &mut Context<'_>) -> Poll<Option<Expired<T>>> {
        self.waker = Some(cx.waker().clone());
        if let Some(index) = self.expired.pop() {
            return Poll::Ready(Some(self.take_out(index)));
        }
        loop {
            if let Some(delay) = &mut self.delay {
                if !delay.is_elapsed() {
                    ready!(delay.as_mut().poll(cx));
                }
                self.now = (delay.deadline() - self.start).as_millis() as u64;
            }
            let found = self.wheel.poll(self.now);
            self.delay_anew();
            if let Some(index) = found {
                return Poll::Ready(Some(self.take_out(index)));
            }
            if self.delay.is_none() {
                return Poll::Ready(None);
            }
        }
    }

    pub fn clear(&mut self) {
        let had_entries = !self.is_empty();
        self.entries.clear();
        self.free.clear();
        self.expired.clear();
        self.wheel = Wheel::new();
        self.delay = None;
        if had_entries {
            self.wake();
        }
    }

    pub fn len(&self) -> usize {
        self.entries.len() - self.free.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn capacity(&self) -> usize {
        self.entries.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.entries.reserve(additional)
    }

    pub fn shrink_to_fit(&mut self) {
        self.entries.shrink_to_fit()
    }

    pub fn compact(&mut self) {
        self.entries.shrink_to_fit()
    }

    #[track_caller]
    fn entry(&self, key: &Key) -> &Entry<T> {
        match self.entries.get(key.index) {
            Some(Some(entry)) => entry,
            _ => panic!("Invalid index {}", key.index),
        }
    }

    /// Puts an entry where it will be found in time; whether that is in the wheel.
    fn place(&mut self, index: usize, when: u64) -> bool {
        let waits = self.wheel.insert(when, index);
        if !waits {
            self.expired.push(index);
            if let Some(entry) = &mut self.entries[index] {
                entry.expired = true;
            }
        }
        waits
    }

    #[track_caller]
    fn displace(&mut self, key: &Key) {
        let Entry { when, expired, .. } = *self.entry(key);
        if expired {
            self.expired.retain(|it| *it != key.index);
        } else {
            self.wheel.remove(when, key.index);
        }
    }

    fn take_out(&mut self, index: usize) -> Expired<T> {
        let entry = self.entries[index].take().expect("an entry that was placed");
        self.free.push(index);
        Expired { data: entry.value, deadline: self.instant(entry.when), key: Key { index } }
    }

    fn delay_anew(&mut self) {
        let next = self.wheel.next_deadline();
        self.delay = next.map(|it| Box::pin(sleep_until(self.instant(it))));
    }

    fn wake(&mut self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    fn instant(&self, when: u64) -> Instant {
        self.start + Duration::from_millis(when)
    }

    /// A time in whole milliseconds since the start, not before what has been looked at.
    fn normalized(&self, when: Instant) -> u64 {
        let since = when.saturating_duration_since(self.start).as_nanos();
        (since.div_ceil(1_000_000) as u64).max(self.wheel.elapsed)
    }
}

impl<T> Unpin for DelayQueue<T> {}

impl<T> Default for DelayQueue<T> {
    fn default() -> DelayQueue<T> {
        DelayQueue::new()
    }
}

impl<T> Stream for DelayQueue<T> {
    type Item = Expired<T>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Expired<T>>> {
        self.get_mut().poll_expired(cx)
    }
}

impl<T: fmt::Debug> fmt::Debug for DelayQueue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DelayQueue").field("len", &self.len()).finish_non_exhaustive()
    }
}
