//! What is hit where.

use super::*;
use crate::testing::beside::{jobs, requests};
use crate::testing::{blocked_loop, ms, three_downloads};
use crate::{Comparison, Frame, Options, Role, Shape, lay_out};

struct Picture {
    trace: Trace,
    index: Index,
    plan: Plan,
    frame: Frame,
}

impl Picture {
    fn of(trace: Trace, width: f64) -> Picture {
        let index = Index::new(&trace);
        let plan = match Comparison::find(&trace) {
            Some(it) => Plan::comparison(&trace, &it),
            None => Plan::whole(&trace),
        };
        let frame = lay_out(&trace, &index, &plan, &Options::new(width));
        Picture { trace, index, plan, frame }
    }

    /// The middle of a lane at a time of the run.
    fn at(&self, name: &str, time_ns: u64) -> Point {
        let span = self.trace.spans().iter().find(|it| self.trace.name(it) == name).unwrap();
        let (pane, row) = self.plan.lane(span.id).unwrap();
        let geometry = &self.frame.geometry;
        Point::new(geometry.x_of(&geometry.panes[pane], time_ns), geometry.lane_y(pane, row).unwrap())
    }

    fn hit(&self, at: Point, tolerance: f64) -> Option<(String, Part)> {
        let hit = self.frame.geometry.hit(&self.trace, &self.index, &self.plan, at, tolerance)?;
        Some((self.trace.name(self.trace.span(hit.span).unwrap()).to_owned(), hit.part))
    }

    fn says(&self, at: Point) -> String {
        let hit = self.frame.geometry.hit(&self.trace, &self.index, &self.plan, at, 4.0).unwrap();
        hit.describe(&self.trace, &self.index)
    }
}

#[test]
fn every_part_of_a_lane_is_found() {
    let picture = Picture::of(three_downloads(), 800.0);
    let sleep = |time_ns: u64| picture.at("sleep 250 ms", time_ns);
    assert_eq!(picture.says(sleep(ms(400))), "idle 250 ms");
    assert_eq!(picture.says(sleep(300_400_000)), "poll 1 of 2: busy 0 ms, pending");
    assert_eq!(picture.says(sleep(550_400_000)), "poll 2 of 2: busy 0 ms, ready");
    assert_eq!(picture.hit(sleep(ms(800)), 4.0), Some(("sleep 250 ms".into(), Part::Outside)));
    let name = Point::new(20.0, sleep(0).y);
    assert_eq!(picture.hit(name, 4.0), Some(("sleep 250 ms".into(), Part::Name)));
    assert_eq!(picture.says(name), "sleep, completed, 250 ms");
    let above = picture.at("download(\"a.pdf\", 300)", 0);
    assert_eq!(picture.says(Point::new(above.x, above.y - 9.0)), "printed \"start  a.pdf\"");
}

#[test]
fn the_second_pane_has_a_time_of_its_own() {
    let picture = Picture::of(three_downloads(), 800.0);
    let geometry = &picture.frame.geometry;
    let y = geometry.lane_y(1, 0).unwrap();
    let at = Point::new(geometry.x_of(&geometry.panes[0], ms(100)), y);
    let hit = geometry.hit(&picture.trace, &picture.index, &picture.plan, at, 4.0).unwrap();
    assert_eq!(picture.trace.name(picture.trace.span(hit.span).unwrap()), "gathered()");
    assert!(hit.time_ns.abs_diff(ms(901 + 100)) < 1_000, "{}", hit.time_ns);
}

#[test]
fn a_finger_hits_what_a_mouse_misses() {
    let picture = Picture::of(three_downloads(), 800.0);
    let poll = picture.at("sequential()", 300_400_000);
    let near = Point::new(poll.x + 11.0, poll.y);
    assert!(matches!(picture.hit(near, 4.0), Some((_, Part::Stretch(_)))));
    assert!(matches!(picture.hit(near, 14.0), Some((_, Part::Poll(1)))));
}

#[test]
fn the_axis_and_the_headings_are_nobodys() {
    let picture = Picture::of(three_downloads(), 800.0);
    let pane = &picture.frame.geometry.panes[1];
    for y in [2.0, 20.0, pane.y + 12.0, picture.frame.geometry.height + 5.0] {
        assert_eq!(picture.hit(Point::new(300.0, y), 4.0), None, "{y}");
    }
}

#[test]
fn the_loops_lane_tells_who_kept_it_busy() {
    let picture = Picture::of(blocked_loop(), 800.0);
    let geometry = &picture.frame.geometry;
    let pane = &geometry.panes[0];
    let at = Point::new(geometry.x_of(pane, ms(150)), pane.loop_y + 9.0);
    assert_eq!(picture.says(at), "loop busy 200 ms");
    assert_eq!(picture.hit(at, 4.0).unwrap().0, "main");
}

#[test]
fn a_phase_is_told_with_its_time() {
    let picture = Picture::of(requests(), 800.0);
    let get = |at_ms| picture.at("GET /data/todos/1.json", ms(at_ms));
    assert_eq!(picture.says(get(20)), "queued for 40 ms");
    assert_eq!(picture.says(get(55)), "connecting for 30 ms");
    assert_eq!(picture.says(get(300)), "downloading for 120 ms");
    let unanswered = picture.at("GET /data/todos/2.json", ms(100));
    assert_eq!(picture.says(unanswered), "idle 400 ms", "before its first phase it only waits");
}

#[test]
fn a_job_is_found_in_the_lane_of_its_worker() {
    let picture = Picture::of(jobs(), 800.0);
    let geometry = &picture.frame.geometry;
    let at = |worker, at_ms| {
        Point::new(geometry.x_of(&geometry.panes[0], ms(at_ms)), geometry.worker_y(0, worker).unwrap())
    };
    let name = |at| picture.hit(at, 4.0).map(|it| it.0);
    assert_eq!(name(at(0, 40)).as_deref(), Some("count_primes(0)"));
    assert_eq!(picture.says(at(0, 40)), "on worker 1 for 85 ms, completed");
    assert_eq!(picture.says(at(0, 120)), "on worker 1 for 60 ms, cancelled");
    assert_eq!(picture.says(at(1, 30)), "on worker 2 for 52 ms, panicked");
    assert_eq!(picture.says(at(1, 220)), "on worker 2 for 50 ms, alive");
    let beside = at(1, 65);
    assert_eq!((name(beside), picture.hit(beside, 14.0).is_some()), (None, true), "a finger reaches further");
    assert_eq!(name(at(1, 80)), None, "between two jobs it is nobody's");
    assert_eq!(
        name(Point::new(20.0, at(1, 0).y)).as_deref(),
        Some("count_primes(1)"),
        "by the worker's name"
    );
}

#[test]
fn every_item_that_stands_for_a_span_is_hit_as_that_span() {
    for width in [360.0, 800.0, 1440.0] {
        for picture in [three_downloads(), jobs(), requests()].map(|it| Picture::of(it, width)) {
            for item in picture.frame.scene.items() {
                let (Some(span), Shape::Bar { rect, .. }) = (item.span, &item.shape) else { continue };
                if item.role == Role::Critical {
                    continue;
                }
                let at = Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
                let geometry = &picture.frame.geometry;
                let hit = geometry.hit(&picture.trace, &picture.index, &picture.plan, at, 4.0);
                assert_eq!(hit.map(|it| it.span), Some(span), "{width}: {item:?}");
            }
        }
    }
}

#[test]
fn the_state_at_an_instant_is_that_of_the_segments() {
    for trace in [three_downloads(), blocked_loop(), crate::testing::every_end()] {
        for span in trace.spans() {
            let segments: Vec<_> = span.segments(trace.now_ns()).collect();
            for at_ms in 0..1_300 {
                let time_ns = ms(at_ms) + 7;
                let expected =
                    segments.iter().find(|it| (it.start_ns..it.end_ns).contains(&time_ns)).copied();
                assert_eq!(
                    span.segment_at(time_ns, trace.now_ns()),
                    expected,
                    "{} at {at_ms} ms",
                    trace.name(span)
                );
            }
        }
    }
}
