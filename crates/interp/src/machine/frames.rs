//! The open calls of a fiber. Where a call has ended its place stays, so that the next one begins and ends without
//! anything being made or dropped.

use super::fiber::{Frame, Then};
use std::ops::{Deref, DerefMut};

/// Calls, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Frames {
    /// Behind the open calls those that have ended, which hold nothing that would have to be dropped.
    places: Vec<Frame>,
    open: usize,
}

impl Frames {
    /// How many are open.
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        self.open
    }

    /// The innermost.
    #[inline(always)]
    pub(super) fn last(&self) -> Option<&Frame> {
        self.places.as_slice().get(self.open.wrapping_sub(1))
    }

    /// The innermost, to be changed.
    #[inline(always)]
    pub(super) fn last_mut(&mut self) -> Option<&mut Frame> {
        self.places.as_mut_slice().get_mut(self.open.wrapping_sub(1))
    }

    /// Begins a call.
    #[inline(always)]
    pub(super) fn push(&mut self, frame: Frame) {
        match self.places.as_mut_slice().get_mut(self.open) {
            // What is there needs no dropping, which the compiler cannot know.
            Some(place) => std::mem::forget(std::mem::replace(place, frame)),
            None => self.grow(frame),
        }
        self.open += 1;
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, frame: Frame) {
        self.places.push(frame);
    }

    /// Ends the innermost call, and says what becomes of its result.
    #[inline(always)]
    pub(super) fn pop(&mut self) -> Option<Then> {
        let last = self.last_mut()?;
        if last.types.is_some() {
            forget_types(last);
        }
        let then = last.then;
        self.open -= 1;
        Some(then)
    }

    /// Ends all calls but so many.
    pub(super) fn truncate(&mut self, open: usize) {
        while self.open > open {
            self.pop();
        }
    }

    /// Ends all calls.
    pub(super) fn clear(&mut self) {
        self.truncate(0);
    }
}

#[inline(never)]
fn forget_types(frame: &mut Frame) {
    frame.types = None;
}

impl Deref for Frames {
    type Target = [Frame];

    fn deref(&self) -> &[Frame] {
        &self.places[..self.open]
    }
}

impl DerefMut for Frames {
    fn deref_mut(&mut self) -> &mut [Frame] {
        &mut self.places[..self.open]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::FnId;

    fn frame(number: u32) -> Frame {
        Frame { function: FnId(number), pc: 0, base: 0, marks: 0, then: Then::Return, types: None }
    }

    #[test]
    fn a_place_is_used_again() {
        let mut frames = Frames::default();
        frames.push(frame(1));
        frames.push(frame(2));
        assert!(frames.pop() == Some(Then::Return));
        frames.push(frame(3));
        let open: Vec<_> = frames.iter().map(|it| it.function).collect();
        assert_eq!(open, [FnId(1), FnId(3)]);
        assert_eq!((frames.len(), frames.places.len()), (2, 2));
        frames.clear();
        assert!(frames.is_empty() && frames.last().is_none() && frames.pop().is_none());
    }
}
