//! The loop's lane: when the event loop was busy with anything, so that a blocked loop is one long bar.

use super::clusters::clusters;
use super::geometry::LOOP;
use super::lane::across;
use super::{Context, PaneBox};
use crate::{Align, Font, Layer, Point, Rect, Role};

impl Context<'_> {
    pub(super) fn loop_lane(&self, bars: &mut Layer, names: &mut Layer, pane: &PaneBox) {
        let y = pane.loop_y + LOOP / 2.0;
        if y < self.geometry.plot.y - LOOP || y > self.geometry.height + LOOP {
            return;
        }
        let (at, font) =
            (Point::new(self.geometry.margin(), y + 4.0), (Font::Mono, self.geometry.font_size()));
        names.text(Role::Muted, at, "loop", Align::Start, font);
        let (from, to) = (self.geometry.x_of(pane, pane.base_ns), self.geometry.x_of(pane, pane.end_ns));
        bars.bar(Role::Idle, Rect::new(from, y - 0.5, to - from, 1.0), 0.0, None);
        let all = self.index.loop_polls();
        let first = all.partition_point(|it| it.end_ns < pane.base_ns);
        let last = all.partition_point(|it| it.start_ns <= pane.end_ns);
        let found = clusters(&all[first..last.max(first)], self.scale(1.5, 0.5), |it| {
            let (start, end) = (it.start_ns.max(pane.base_ns), it.end_ns.min(pane.end_ns));
            (self.geometry.x_of(pane, start), self.geometry.x_of(pane, end.max(start)))
        });
        for cluster in found {
            let (sample, each) = cluster.sample();
            let busy: f64 = sample
                .map(|it| {
                    let poll = &all[first + it];
                    self.geometry.x_of(pane, poll.end_ns.min(pane.end_ns))
                        - self.geometry.x_of(pane, poll.start_ns)
                })
                .sum();
            let crowded =
                cluster.items.len() > 2 && busy * each < cluster.width() * 0.5 && cluster.width() > 8.0;
            let role = if crowded { Role::Dense } else { Role::Busy };
            bars.bar(role, across(cluster.from, cluster.to, y, 7.0), 1.0, None);
        }
    }
}
