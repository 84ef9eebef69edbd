//! Timers that the runtime keeps itself.

use crate::run::lock;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::task::Waker;

/// When a timer is due, and the order of creation among those that are due together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TimerKey {
    pub(crate) deadline_ns: u64,
    pub(crate) order: u64,
}

/// The timers of a run, the next one first.
#[derive(Debug, Default)]
pub(crate) struct TimerQueue(Mutex<BTreeMap<TimerKey, Waker>>);

impl TimerQueue {
    pub(crate) fn set(&self, key: TimerKey, waker: &Waker) {
        // What was there is dropped only after the borrow.
        let old = lock(&self.0).insert(key, waker.clone());
        drop(old);
    }

    pub(crate) fn remove(&self, key: TimerKey) {
        let old = lock(&self.0).remove(&key);
        drop(old);
    }

    /// When the next is due. One at the end of time never is: it stands for all that no clock gets to.
    pub(crate) fn next_deadline_ns(&self) -> Option<u64> {
        lock(&self.0).first_key_value().map(|(key, _)| key.deadline_ns).filter(|it| *it != u64::MAX)
    }

    /// Takes the wakers of the timers that are due, in order.
    pub(crate) fn take_due(&self, now_ns: u64) -> Vec<Waker> {
        let mut timers = lock(&self.0);
        let later = timers.split_off(&TimerKey { deadline_ns: now_ns.saturating_add(1), order: 0 });
        std::mem::replace(&mut *timers, later).into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timers_come_due_by_deadline_and_then_by_creation() {
        let queue = TimerQueue::default();
        for (deadline_ns, order) in [(5, 2), (5, 1), (7, 0), (3, 3)] {
            queue.set(TimerKey { deadline_ns, order }, Waker::noop());
        }
        assert_eq!(queue.next_deadline_ns(), Some(3));
        assert_eq!(queue.take_due(5).len(), 3);
        assert_eq!(queue.next_deadline_ns(), Some(7));
        queue.remove(TimerKey { deadline_ns: 7, order: 0 });
        assert_eq!(queue.next_deadline_ns(), None);
    }

    #[test]
    fn what_waits_for_the_end_of_time_is_never_due() {
        let queue = TimerQueue::default();
        queue.set(TimerKey { deadline_ns: u64::MAX, order: 0 }, Waker::noop());
        assert_eq!(queue.next_deadline_ns(), None);
        queue.set(TimerKey { deadline_ns: 5, order: 1 }, Waker::noop());
        assert_eq!(queue.next_deadline_ns(), Some(5));
    }
}
