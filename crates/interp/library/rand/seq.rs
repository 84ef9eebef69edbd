//! Chance in sequences.

use crate::{Rng, RngCore};

pub trait IndexedRandom<T> {
    fn choose<R: Rng + ?Sized>(&self, rng: &mut R) -> Option<&T>;
}

pub trait IndexedMutRandom<T> {
    fn choose_mut<R: Rng + ?Sized>(&mut self, rng: &mut R) -> Option<&mut T>;
}

pub trait SliceRandom<T> {
    fn shuffle<R: Rng + ?Sized>(&mut self, rng: &mut R);

    fn choose_multiple<R: Rng + ?Sized>(&self, rng: &mut R, amount: usize) -> std::vec::IntoIter<&T>;
}

impl<T> IndexedRandom<T> for [T] {
    fn choose<R: Rng + ?Sized>(&self, rng: &mut R) -> Option<&T> {
        if self.is_empty() {
            return None;
        }
        let at = rng.random_range(0..self.len());
        Some(&self[at])
    }
}

impl<T> IndexedMutRandom<T> for [T] {
    fn choose_mut<R: Rng + ?Sized>(&mut self, rng: &mut R) -> Option<&mut T> {
        if self.is_empty() {
            return None;
        }
        let at = rng.random_range(0..self.len());
        Some(&mut self[at])
    }
}

impl<T> SliceRandom<T> for [T] {
    fn shuffle<R: Rng + ?Sized>(&mut self, rng: &mut R) {
        let mut left = self.len();
        while left > 1 {
            let other = rng.random_range(0..left);
            left -= 1;
            self.swap(left, other);
        }
    }

    fn choose_multiple<R: Rng + ?Sized>(&self, rng: &mut R, amount: usize) -> std::vec::IntoIter<&T> {
        let mut places = (0..self.len()).collect::<Vec<usize>>();
        places.shuffle(rng);
        places.truncate(amount);
        places.into_iter().map(|at| &self[at]).collect::<Vec<&T>>().into_iter()
    }
}

pub trait IteratorRandom: Iterator + Sized {
    fn choose<R: RngCore + ?Sized>(self, rng: &mut R) -> Option<Self::Item> {
        let mut all = self.collect::<Vec<Self::Item>>();
        if all.is_empty() {
            return None;
        }
        let at = rng.random_range(0..all.len());
        Some(all.swap_remove(at))
    }
}

impl<I: Iterator + Sized> IteratorRandom for I {}
