//! The ruler of time: round steps, labels that never touch.

use crate::number::{decade, decimals};
use crate::text::mono_width;
use crate::{Rect, Viewport};
use meanwhile_trace::decimal::trimmed;

/// One line of the ruler.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its time.
    pub time_ns: f64,
    /// Where its line stands.
    pub x: f64,
    /// Its label; empty where there is no room for one.
    pub label: String,
    /// Where the label begins: centred on the line, but inside the picture.
    pub label_x: f64,
}

/// The least room between two labels.
const GAP: f64 = 24.0;

/// Lays out the ruler of `view` over the columns of `plot`; labels may reach out of it, but not beyond `width`.
pub fn ticks(view: &Viewport, plot: Rect, width: f64, font_size: f64) -> Vec<Tick> {
    let px_per_ns = plot.width / view.span_ns();
    if !px_per_ns.is_finite() || px_per_ns <= 0.0 {
        return Vec::new();
    }
    let unit = Unit::of(view.end_ns);
    let step = step(view, &unit, px_per_ns, font_size);
    let first = (view.start_ns / step).ceil() as i64;
    let last = (view.end_ns / step * (1.0 + 1e-12)).floor() as i64;
    let mut free_from = f64::NEG_INFINITY;
    (first..=last)
        .map(|number| {
            let time_ns = number as f64 * step;
            let x = plot.x + (time_ns - view.start_ns) * px_per_ns;
            let label = unit.label(time_ns, step);
            let label_width = mono_width(&label, font_size);
            let label_x = (x - label_width / 2.0).min(width - label_width - 2.0).max(2.0);
            let fits = label_x >= free_from && label_width <= width - 4.0;
            if fits {
                free_from = label_x + label_width + GAP / 2.0;
            }
            Tick { time_ns, x, label: if fits { label } else { String::new() }, label_x }
        })
        .collect()
}

/// Writes a time of the ruler as exactly as one pixel of it can be told.
pub(crate) fn label_at(view: &Viewport, plot_width: f64, time_ns: f64) -> String {
    let px = (view.span_ns() / plot_width.max(1.0)).max(1.0);
    let step = decade(px);
    Unit::of(view.end_ns).label(time_ns.max(0.0), step)
}

/// The shortest step of 1, 2 or 5 at which neighbouring labels keep their distance.
fn step(view: &Viewport, unit: &Unit, px_per_ns: f64, font_size: f64) -> f64 {
    let mut power = 1.0;
    loop {
        for figure in [1.0, 2.0, 5.0] {
            let step = figure * power;
            // Cheap test first: no label is narrower than three figures and the unit.
            if step * px_per_ns < mono_width("0 ns", font_size) + GAP {
                continue;
            }
            let widest = [view.start_ns, view.end_ns]
                .map(|it| mono_width(&unit.label((it / step).round() * step, step), font_size))
                .into_iter()
                .fold(0.0, f64::max);
            if step * px_per_ns >= widest + GAP {
                return step;
            }
        }
        power *= 10.0;
    }
}

struct Unit {
    ns: f64,
    name: &'static str,
}

impl Unit {
    /// The unit in which a ruler up to `end_ns` is labelled.
    fn of(end_ns: f64) -> Unit {
        match end_ns {
            it if it <= 2e3 => Unit { ns: 1.0, name: "ns" },
            it if it <= 2e6 => Unit { ns: 1e3, name: "µs" },
            it if it <= 2e9 => Unit { ns: 1e6, name: "ms" },
            _ => Unit { ns: 1e9, name: "s" },
        }
    }

    fn label(&self, time_ns: f64, step_ns: f64) -> String {
        let decimals = decimals(step_ns / self.ns);
        format!("{} {}", trimmed(time_ns / self.ns, decimals), self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruler(view: &Viewport, width: f64) -> Vec<Tick> {
        let left = (width * 0.28).min(240.0);
        ticks(view, Rect::new(left, 0.0, width - left - 14.0, 100.0), width, 12.0)
    }

    #[test]
    fn labels_never_touch_nor_leave_the_picture() {
        for width in (200..=2000).step_by(7) {
            let mut span = 1e3;
            while span <= 3.6e12 {
                for start in [0.0, span * 0.37, 3.6e12 - span] {
                    let width = f64::from(width);
                    let view = Viewport { start_ns: start, end_ns: start + span };
                    let ticks = ruler(&view, width);
                    let labelled: Vec<_> = ticks.iter().filter(|it| !it.label.is_empty()).collect();
                    for pair in labelled.windows(2) {
                        let end = pair[0].label_x + mono_width(&pair[0].label, 12.0);
                        assert!(end + 4.0 <= pair[1].label_x, "{width} px, {view:?}: {pair:?}");
                    }
                    for tick in labelled {
                        let end = tick.label_x + mono_width(&tick.label, 12.0);
                        assert!(tick.label_x >= 0.0 && end <= width, "{width} px, {view:?}: {tick:?}");
                    }
                    assert!(ticks.len() <= width as usize / 20, "{width} px, {view:?}: {}", ticks.len());
                }
                span *= 1.9;
            }
        }
    }

    #[test]
    fn neighbouring_labels_differ() {
        for (start, span) in [(0.0, 1e9), (9.02e8, 1e4), (3.5e12, 1e3), (1e6, 3e3)] {
            let ticks = ruler(&Viewport { start_ns: start, end_ns: start + span }, 900.0);
            assert!(ticks.len() >= 2, "{start} {span}");
            for pair in ticks.windows(2) {
                assert_ne!(pair[0].label, pair[1].label, "{start} {span}");
            }
        }
    }

    #[test]
    fn a_second_is_labelled_in_round_milliseconds() {
        let ticks = ruler(&Viewport { start_ns: 0.0, end_ns: 1e9 }, 760.0);
        let labels: Vec<_> = ticks.iter().map(|it| it.label.as_str()).collect();
        assert_eq!(labels, ["0 ms", "200 ms", "400 ms", "600 ms", "800 ms", "1000 ms"]);
    }

    #[test]
    fn a_phone_gets_fewer_labels() {
        let labels: Vec<_> = ruler(&Viewport::fit(1e9), 360.0).into_iter().map(|it| it.label).collect();
        assert_eq!(labels, ["0 ms", "500 ms", "1000 ms"]);
    }
}
