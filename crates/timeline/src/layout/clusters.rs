//! Level of detail: what falls into the same pixels becomes one.

use std::ops::Range;

/// Neighbours that cannot be told apart at this scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// Its left edge.
    pub(super) from: f64,
    /// Its right edge.
    pub(super) to: f64,
    /// Which of the items it stands for.
    pub(super) items: Range<usize>,
}

/// What is visible, and how near is too near.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// The left edge of what is visible.
    pub(super) left: f64,
    /// The right edge of what is visible.
    pub(super) right: f64,
    /// How wide even the shortest item is drawn.
    pub(super) least: f64,
    /// Items no further apart than this become one.
    pub(super) gap: f64,
}

/// Puts items that stand in order and do not overlap into clusters.
///
/// `extent` gives an item's edges. Visits a number of items that grows with the pixels and the logarithm of the items,
/// not with the items.
pub(super) fn clusters<T>(items: &[T], scale: Scale, extent: impl Fn(&T) -> (f64, f64)) -> Vec<Cluster> {
    let edges = |at: usize| {
        let (from, to) = extent(&items[at]);
        (from, to.max(from + scale.least))
    };
    let mut found = Vec::new();
    let mut first = items.partition_point(|it| extent(it).1 < scale.left - scale.least);
    while first < items.len() {
        let (from, mut to) = edges(first);
        if from > scale.right {
            break;
        }
        let mut next = first + 1;
        while next < items.len() && edges(next).0 <= (to + scale.gap).min(scale.right) {
            next += items[next..].partition_point(|it| extent(it).0 <= to + scale.gap);
            to = to.max(edges(next - 1).1);
        }
        found.push(Cluster { from, to, items: first..next });
        first = next;
    }
    found
}

impl Cluster {
    pub(super) fn width(&self) -> f64 {
        self.to - self.from
    }

    /// Returns a few of the items, evenly spread, and how many items each stands for.
    pub(super) fn sample(&self) -> (impl Iterator<Item = usize>, f64) {
        const MOST: usize = 32;
        let step = self.items.len().div_ceil(MOST).max(1);
        let taken = self.items.len().div_ceil(step);
        (self.items.clone().step_by(step), self.items.len() as f64 / taken as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale { left: 0.0, right: 100.0, least: 3.0, gap: 1.0 };

    #[test]
    fn near_items_become_one_and_far_ones_stay_apart() {
        let items = [(0.0, 0.0), (2.0, 2.0), (10.0, 30.0), (30.5, 31.0), (50.0, 50.1), (140.0, 150.0)];
        let found = clusters(&items, SCALE, |it| *it);
        let edges: Vec<_> = found.iter().map(|it| (it.from, it.to, it.items.clone())).collect();
        assert_eq!(edges, [(0.0, 5.0, 0..2), (10.0, 33.5, 2..4), (50.0, 53.0, 4..5)]);
    }

    #[test]
    fn what_ends_before_the_left_edge_is_left_out_and_what_crosses_it_is_not() {
        let items = [(-50.0, -20.0), (-10.0, 5.0), (20.0, 20.0)];
        let found = clusters(&items, SCALE, |it| *it);
        assert_eq!(found[0].items, 1..2);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn every_visible_item_is_in_exactly_one_cluster_at_any_scale() {
        let items: Vec<f64> =
            (0..5_000_u32).map(|it| f64::from(it) * 0.7 + f64::from(it % 7) * 0.05).collect();
        for zoom in [0.01, 0.1, 1.0, 3.7, 20.0] {
            let found = clusters(&items, SCALE, |it| (it * zoom, it * zoom));
            let mut next = 0;
            for cluster in &found {
                assert_eq!(cluster.items.start, next, "zoom {zoom}");
                next = cluster.items.end;
            }
            assert!(next == items.len() || items[next] * zoom > SCALE.right, "zoom {zoom}");
            assert!(found.len() <= 34, "zoom {zoom}: {}", found.len());
        }
    }
}
