//! How functions are done, by number: found out once, and kept for as long as the machine lives.

use super::Callable;
use crate::code::Code;
use crate::tree::FnId;
use std::cell::OnceCell;

/// The first row has so many places, every further one twice as many as the one before.
const FIRST: u32 = 64;

/// The numbers' rows; they hold all numbers there are.
#[derive(Debug)]
pub(super) struct Callables {
    rows: [OnceCell<Box<[OnceCell<Known>]>>; 32],
}

/// A function that has been looked into.
#[derive(Debug)]
pub(super) struct Known {
    /// How it is done.
    pub(super) callable: Callable,
    /// Whether it is to be told what its type parameters stand for.
    pub(super) wants_types: bool,
}

impl Default for Callables {
    fn default() -> Self {
        Callables { rows: [const { OnceCell::new() }; 32] }
    }
}

/// Where a function is: the row, and its place there.
#[inline(always)]
fn position(function: FnId) -> (usize, usize) {
    let number = function.0.saturating_add(FIRST);
    let row = number.ilog2() - FIRST.ilog2();
    (row as usize, (number - (FIRST << row)) as usize)
}

impl Callables {
    /// What is known of a function.
    #[inline(always)]
    pub(super) fn get(&self, function: FnId) -> Option<&Known> {
        let (row, place) = position(function);
        self.rows[row].get()?.get(place)?.get()
    }

    /// The code of a function that a call only has to jump to, if it was called before.
    #[inline(always)]
    pub(super) fn plain(&self, function: FnId) -> Option<&Code> {
        match self.get(function)? {
            Known { callable: Callable::Code(code), .. } => Some(code),
            _ => None,
        }
    }

    /// Notes it; what was noted before stays.
    pub(super) fn note(&self, function: FnId, known: Known) -> &Known {
        let (row, place) = position(function);
        let row = self.rows[row].get_or_init(|| (0..FIRST << row).map(|_| OnceCell::new()).collect());
        row[place].get_or_init(|| known)
    }

    /// The code of a function that runs or has run.
    #[inline(always)]
    pub(super) fn code(&self, function: FnId) -> Option<&Code> {
        match &self.get(function)?.callable {
            Callable::Code(code) | Callable::Async(code) | Callable::Begun(code) => Some(code),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_place_of_its_own() {
        let mut next = (0, 0);
        for number in 0..10_000 {
            assert_eq!(position(FnId(number)), next);
            next.1 += 1;
            if next.1 == (FIRST as usize) << next.0 {
                next = (next.0 + 1, 0);
            }
        }
        assert!(position(FnId(u32::MAX)).0 < 32);
    }
}
