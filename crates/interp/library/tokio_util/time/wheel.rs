//! What is due when, in the order in which tokio-util finds it: by levels of 64 slots each, and the last that has come to
//! a slot first.

use std::collections::BTreeMap;

const LEVELS: u32 = 6;

/// Ranges of milliseconds that have something in them.
pub(super) struct Wheel {
    /// Up to where it has been looked at.
    pub(super) elapsed: u64,
    /// The keys and their times, by level and slot.
    slots: BTreeMap<(u32, u64), Vec<(usize, u64)>>,
}

/// A slot, and when it begins.
struct Found {
    place: (u32, u64),
    deadline: u64,
}

impl Wheel {
    pub(super) fn new() -> Wheel {
        Wheel { elapsed: 0, slots: BTreeMap::new() }
    }

    fn place(&self, when: u64) -> (u32, u64) {
        let differing = ((self.elapsed ^ when) | 63).min((1 << (6 * LEVELS)) - 2);
        let level = differing.ilog2() / 6;
        (level, slot(when, level))
    }

    /// Whether it is not yet due.
    pub(super) fn insert(&mut self, when: u64, key: usize) -> bool {
        if when <= self.elapsed {
            return false;
        }
        if when - self.elapsed >= 1 << (6 * LEVELS) {
            panic!("invalid deadline; err=Invalid");
        }
        let place = self.place(when);
        self.slots.entry(place).or_default().push((key, when));
        true
    }

    pub(super) fn remove(&mut self, when: u64, key: usize) {
        let place = self.place(when);
        let found = self.slots.entry(place).or_default();
        found.retain(|it| it.0 != key);
        if found.is_empty() {
            self.slots.remove(&place);
        }
    }

    fn next(&self) -> Option<Found> {
        for level in 0..LEVELS {
            let now = self.elapsed >> (6 * level);
            let after = |slot: u64| (slot + 64 - now % 64) % 64;
            let of_level = self.slots.range((level, 0)..(level + 1, 0));
            if let Some((place, _)) = of_level.min_by_key(|(place, _)| after(place.1)) {
                let deadline = (now + after(place.1)) << (6 * level);
                return Some(Found { place: *place, deadline });
            }
        }
        None
    }

    pub(super) fn next_deadline(&self) -> Option<u64> {
        self.next().map(|it| it.deadline)
    }

    /// What is due first, or what came last of that.
    pub(super) fn peek(&self) -> Option<usize> {
        let found = self.next()?;
        self.slots[&found.place].iter().rev().min_by_key(|it| it.1).map(|it| it.0)
    }

    /// The next that is due by now.
    pub(super) fn poll(&mut self, now: u64) -> Option<usize> {
        while let Some(Found { place, deadline }) = self.next().filter(|it| it.deadline <= now) {
            let mut keys = self.slots.remove(&place).unwrap_or_default();
            if place.0 == 0 {
                let found = keys.pop();
                if !keys.is_empty() {
                    self.slots.insert(place, keys);
                }
                return found.map(|it| it.0);
            }
            for (key, when) in keys.into_iter().rev() {
                let level = place.0 - 1;
                self.slots.entry((level, slot(when, level))).or_default().push((key, when));
            }
            self.elapsed = deadline;
        }
        self.elapsed = self.elapsed.max(now);
        None
    }
}

fn slot(when: u64, level: u32) -> u64 {
    (when >> (6 * level)) % 64
}
