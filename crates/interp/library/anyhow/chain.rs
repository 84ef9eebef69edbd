//! An error, what it comes from, and so on.

use std::error::Error as StdError;

#[derive(Clone)]
pub struct Chain<'a> {
    next: Option<&'a (dyn StdError + 'static)>,
    /// The rest from behind, once somebody has asked for its end.
    rest: Option<Vec<&'a (dyn StdError + 'static)>>,
}

impl<'a> Chain<'a> {
    pub fn new(head: &'a (dyn StdError + 'static)) -> Self {
        Chain::of(head)
    }

    pub(crate) fn of(head: &'a (dyn StdError + 'static)) -> Self {
        Chain { next: Some(head), rest: None }
    }

    fn gathered(&mut self) -> &mut Vec<&'a (dyn StdError + 'static)> {
        if self.rest.is_none() {
            let mut all = Vec::new();
            while let Some(error) = self.next {
                self.next = error.source();
                all.push(error);
            }
            self.rest = Some(all);
        }
        self.rest.as_mut().unwrap()
    }
}

impl<'a> Iterator for Chain<'a> {
    type Item = &'a (dyn StdError + 'static);

    fn next(&mut self) -> Option<&'a (dyn StdError + 'static)> {
        if let Some(rest) = &mut self.rest {
            return if rest.is_empty() { None } else { Some(rest.remove(0)) };
        }
        let error = self.next?;
        self.next = error.source();
        Some(error)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.clone().gathered().len();
        (len, Some(len))
    }
}

impl<'a> DoubleEndedIterator for Chain<'a> {
    fn next_back(&mut self) -> Option<&'a (dyn StdError + 'static)> {
        self.gathered().pop()
    }
}

impl ExactSizeIterator for Chain<'_> {}
