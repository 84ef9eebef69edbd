//! Sorting: stable everywhere, so that equal elements come out as in every other run.

use crate::cmp::Ordering;

/// Sorts elements of which the machine knows the order; `false` if it does not.
fn sort_plain<T>(slice: &mut [T]) -> bool {
    native!()
}

/// Puts the elements into the order that their old places are given in.
fn permute<T>(slice: &mut [T], places: &[usize]) {
    native!()
}

/// Sorts the places of few elements by putting one after another in front of greater ones.
fn insert_places<F: FnMut(usize, usize) -> bool>(len: usize, mut less: F) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect::<Vec<usize>>();
    for next in 1..len {
        let mut at = next;
        while at > 0 && less(next, places[at - 1]) {
            places[at] = places[at - 1];
            at -= 1;
        }
        places[at] = next;
    }
    places
}

/// Sorts the places of elements, as long as they are few in the very steps that a program may see std take; else by merging
/// sorted stretches of growing length.
fn sort_places<F: FnMut(usize, usize) -> bool>(len: usize, mut less: F) -> Vec<usize> {
    if len <= 20 {
        return insert_places(len, less);
    }
    let mut places: Vec<usize> = (0..len).collect::<Vec<usize>>();
    let mut at = 1;
    while at < len && !less(at, at - 1) {
        at += 1;
    }
    if at >= len {
        return places;
    }
    let mut width = 1;
    while width < len {
        let mut merged: Vec<usize> = Vec::with_capacity(len);
        let mut start = 0;
        while start < len {
            let middle = (start + width).min(len);
            let end = (start + 2 * width).min(len);
            let mut left = start;
            let mut right = middle;
            while left < middle && right < end {
                if less(places[right], places[left]) {
                    merged.push(places[right]);
                    right += 1;
                } else {
                    merged.push(places[left]);
                    left += 1;
                }
            }
            while left < middle {
                merged.push(places[left]);
                left += 1;
            }
            while right < end {
                merged.push(places[right]);
                right += 1;
            }
            start = end;
        }
        places = merged;
        width *= 2;
    }
    places
}

#[track_caller]
fn check_nth(index: usize, len: usize) {
    if index >= len {
        panic!("partition_at_index index {index} greater than length of slice {len}");
    }
}

/// What is before an element, the element, and what is behind it.
fn around<T>(slice: &mut [T], index: usize) -> (&mut [T], &mut T, &mut [T]) {
    (&mut slice[..index], &mut slice[index], &mut slice[index + 1..])
}

impl<T> [T] {
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        if !sort_plain(self) {
            let places = sort_places(self.len(), |a, b| self[a] < self[b]);
            permute(self, &places);
        }
    }

    pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        let places = sort_places(self.len(), |a, b| compare(&self[a], &self[b]) == Ordering::Less);
        permute(self, &places);
    }

    pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        let places = sort_places(self.len(), |a, b| f(&self[a]) < f(&self[b]));
        permute(self, &places);
    }

    pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) {
        let keys = self.iter().map(f).collect::<Vec<K>>();
        let places = sort_places(self.len(), |a, b| keys[a] < keys[b]);
        permute(self, &places);
    }

    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        self.sort()
    }

    pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {
        self.sort_by(compare)
    }

    pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) {
        self.sort_by_key(f)
    }

    #[track_caller]
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T])
    where
        T: Ord,
    {
        check_nth(index, self.len());
        self.sort();
        around(self, index)
    }

    #[track_caller]
    pub fn select_nth_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(
        &mut self,
        index: usize,
        mut f: F,
    ) -> (&mut [T], &mut T, &mut [T]) {
        self.select_nth_unstable_by(index, |a, b| f(a).cmp(&f(b)))
    }

    #[track_caller]
    pub fn select_nth_unstable_by<F: FnMut(&T, &T) -> Ordering>(
        &mut self,
        index: usize,
        compare: F,
    ) -> (&mut [T], &mut T, &mut [T]) {
        check_nth(index, self.len());
        self.sort_by(compare);
        around(self, index)
    }

    pub fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        self.windows(2).all(|pair| pair[0] <= pair[1])
    }

    pub fn is_sorted_by<F: FnMut(&T, &T) -> bool>(&self, mut compare: F) -> bool {
        self.windows(2).all(|pair| compare(&pair[0], &pair[1]))
    }

    pub fn is_sorted_by_key<K: PartialOrd, F: FnMut(&T) -> K>(&self, mut f: F) -> bool {
        self.windows(2).all(|pair| f(&pair[0]) <= f(&pair[1]))
    }
}
