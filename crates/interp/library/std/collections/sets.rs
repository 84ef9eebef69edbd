//! What two sets have in common, and what not. Where the order matters (of sorted sets) the results are sorted again by
//! being collected.

use super::{BTreeSet, HashSet};
use crate::hash::{BuildHasher, Hash};
use crate::ops::{BitAnd, BitOr, BitXor, Sub};
use crate::vec::IntoIter;

macro_rules! set_operations {
    ($([$($params:tt)*] $ty:ty: |$found:ident| $sorted:expr;)*) => {$(
        impl<$($params)*> $ty {
            pub fn difference<'a>(&'a self, other: &'a $ty) -> IntoIter<&'a T> {
                self.iter().filter(|item| !other.contains(*item)).collect::<Vec<&'a T>>().into_iter()
            }

            pub fn intersection<'a>(&'a self, other: &'a $ty) -> IntoIter<&'a T> {
                self.iter().filter(|item| other.contains(*item)).collect::<Vec<&'a T>>().into_iter()
            }

            pub fn symmetric_difference<'a>(&'a self, other: &'a $ty) -> IntoIter<&'a T> {
                let mut $found = self.difference(other).chain(other.difference(self)).collect::<Vec<&'a T>>();
                $sorted;
                $found.into_iter()
            }

            pub fn union<'a>(&'a self, other: &'a $ty) -> IntoIter<&'a T> {
                let mut $found = self.iter().chain(other.difference(self)).collect::<Vec<&'a T>>();
                $sorted;
                $found.into_iter()
            }

            pub fn is_disjoint(&self, other: &$ty) -> bool {
                self.iter().all(|item| !other.contains(item))
            }

            pub fn is_subset(&self, other: &$ty) -> bool {
                self.len() <= other.len() && self.iter().all(|item| other.contains(item))
            }

            pub fn is_superset(&self, other: &$ty) -> bool {
                other.is_subset(self)
            }
        }
    )*};
}

set_operations! {
    [T: Eq + Hash, S: BuildHasher] HashSet<T, S>: |found| ();
    [T: Ord] BTreeSet<T>: |found| found.sort();
}

macro_rules! set_operators {
    ($($trait:ident $method:ident $by:ident;)*) => {$(
        impl<T: Eq + Hash + Clone> $trait<&HashSet<T>> for &HashSet<T> {
            type Output = HashSet<T>;

            fn $method(self, rhs: &HashSet<T>) -> HashSet<T> {
                self.$by(rhs).cloned().collect::<HashSet<T>>()
            }
        }

        impl<T: Ord + Clone> $trait<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;

            fn $method(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
                self.$by(rhs).cloned().collect::<BTreeSet<T>>()
            }
        }
    )*};
}

set_operators! {
    BitAnd bitand intersection;
    BitOr bitor union;
    BitXor bitxor symmetric_difference;
    Sub sub difference;
}
