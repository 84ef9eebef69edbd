//! Density: what is laid out grows with the pixels, not with the trace.

use super::*;
use crate::testing::beside::{jobs, requests};
use crate::testing::{Run, every_end, ms, sequential, three_downloads};
use crate::{Comparison, Glyph, Item, Lane, Shape};
use meanwhile_trace::{Cause, SpanKind};

fn picture(trace: &Trace, options: &Options<'_>) -> Frame {
    let plan = match Comparison::find(trace) {
        Some(it) => Plan::comparison(trace, &it),
        None => Plan::whole(trace),
    };
    lay_out(trace, &Index::new(trace), &plan, options)
}

fn bars(frame: &Frame, role: Role) -> Vec<(Rect, Option<SpanId>)> {
    let bar = |it: &Item| match it.shape {
        Shape::Bar { rect, .. } | Shape::Hatch { rect } if it.role == role => Some((rect, it.span)),
        _ => None,
    };
    frame.scene.items().filter_map(bar).collect()
}

fn texts(frame: &Frame) -> Vec<&str> {
    let text = |it: &'_ Item| matches!(it.shape, Shape::Text { .. });
    let items = frame.scene.items().filter(|it| text(it));
    items
        .filter_map(|it| if let Shape::Text { text, .. } = &it.shape { Some(text.as_str()) } else { None })
        .collect()
}

#[test]
fn a_million_polls_become_no_more_marks_than_there_are_pixels() {
    let run = Run::new();
    let main = run.task("main", None);
    for at_us in 0..1_000_000 {
        run.at_us(at_us);
        run.poll(main);
    }
    let trace = run.trace();
    let index = Index::new(&trace);
    let plan = Plan::whole(&trace);
    for width in [360.0, 1440.0] {
        let mut view = Viewport::fit(plan.extent_ns);
        for _ in 0..60 {
            let options = Options { viewport: Some(view), ..Options::new(width) };
            let frame = lay_out(&trace, &index, &plan, &options);
            let items = frame.scene.items().count();
            assert!(items < width as usize, "{items} items on {width} px at {view:?}");
            view = view.zoomed(0.37, 0.8, plan.extent_ns);
        }
    }
}

#[test]
fn polls_too_near_to_be_told_apart_look_other_than_one_long_poll() {
    let run = Run::new();
    let (main, other) = (run.task("main", None), run.task("other", None));
    for at in 0..2_000 {
        run.at(at);
        run.poll(main);
    }
    run.begin(other);
    run.at(4_000);
    run.ready(other);
    run.ready(main);
    let frame = picture(&run.trace(), &Options::new(800.0));
    assert!(bars(&frame, Role::Dense).iter().any(|it| it.1 == Some(main)));
    assert!(bars(&frame, Role::Busy).iter().any(|it| it.1 == Some(other)));
    assert!(bars(&frame, Role::Dense).iter().all(|it| it.1 != Some(other)));
}

#[test]
fn of_ten_thousand_lanes_only_the_visible_ones_are_laid_out() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let leaves: Vec<_> = (0..10_000).map(|it| run.leaf(main, &format!("sleep {it} ms"))).collect();
    for leaf in &leaves {
        run.poll(*leaf);
    }
    run.at(10);
    let trace = run.trace();
    let top = picture(&trace, &Options { height: Some(500.0), ..Options::new(800.0) });
    assert!(top.scene.items().count() < 400, "{}", top.scene.items().count());
    let scroll_y = top.geometry.content_height - 500.0;
    let bottom = picture(&trace, &Options { height: Some(500.0), scroll_y, ..Options::new(800.0) });
    assert!(texts(&bottom).contains(&"sleep 9999 ms"));
    assert!(!texts(&bottom).contains(&"sleep 10 ms"));
    assert!(bottom.scene.items().count() < 400, "{}", bottom.scene.items().count());
}

#[test]
fn a_poll_that_took_no_measurable_time_is_seen() {
    let trace = three_downloads();
    let frame = picture(&trace, &Options::new(360.0));
    let busy = bars(&frame, Role::Busy);
    assert!(busy.iter().filter(|it| it.1.is_some()).all(|it| it.0.width >= 3.0));
    for span in trace.spans().iter().skip(1) {
        assert!(busy.iter().any(|it| it.1 == Some(span.id)), "{}", trace.name(span));
    }
}

#[test]
fn both_panes_begin_at_zero_and_share_one_axis() {
    let trace = three_downloads();
    let frame = picture(&trace, &Options::new(800.0));
    let geometry = &frame.geometry;
    let [upper, lower] = &geometry.panes[..] else { panic!("two panes") };
    assert_eq!(geometry.x_of(upper, upper.base_ns), geometry.x_of(lower, lower.base_ns));
    assert_eq!(geometry.x_of(upper, upper.base_ns), geometry.plot.x);
    let labels = texts(&frame);
    assert_eq!(labels.iter().filter(|it| **it == "0 ms").count(), 1);
    for text in ["Sequential", "Gathered", "900 ms", "351 ms", "550 ms saved", "loop", "sequential()"] {
        assert!(labels.contains(&text), "{text}: {labels:?}");
    }
}

#[test]
fn texts_and_bars_stay_inside_at_every_width() {
    for trace in [three_downloads(), every_end(), jobs(), requests()] {
        for width in (320..1600).step_by(13) {
            let width = f64::from(width);
            let frame = picture(&trace, &Options::new(width));
            for item in frame.scene.items() {
                let Shape::Text { at, text, align, size, .. } = &item.shape else { continue };
                let long = crate::text::mono_width(text, *size);
                let left = match align {
                    Align::Start => at.x,
                    Align::Middle => at.x - long / 2.0,
                    Align::End => at.x - long,
                };
                assert!(left >= 0.0 && left + long <= width, "{width}: {text:?} {left}..{}", left + long);
                if item.span.is_some() {
                    assert!(
                        left + long <= frame.geometry.plot.x - 3.0,
                        "{width}: {text:?} runs into the bars"
                    );
                }
            }
        }
    }
}

#[test]
fn each_end_has_a_sign_of_its_own() {
    let frame = picture(&every_end(), &Options::new(800.0));
    let mut seen: Vec<(Role, Glyph)> = Vec::new();
    for item in frame.scene.items() {
        if let Shape::Mark { glyph, .. } = item.shape
            && !seen.contains(&(item.role, glyph))
        {
            seen.push((item.role, glyph));
        }
    }
    for pair in [
        (Role::Completed, Glyph::Dot),
        (Role::Cancelled, Glyph::Cut),
        (Role::Failed, Glyph::Cross),
        (Role::Panicked, Glyph::Burst),
    ] {
        assert!(seen.contains(&pair), "{pair:?}: {seen:?}");
    }
}

#[test]
fn a_growing_run_moves_no_lane_and_changes_its_scale_in_steps() {
    let run = Run::new();
    let main = run.task("main", None);
    sequential(&run, main, 0, 1);
    let mut scales = std::collections::BTreeSet::new();
    let mut heights = std::collections::BTreeSet::new();
    for at in (400..=900).step_by(10) {
        run.at(at);
        let frame = picture(&run.trace(), &Options::new(800.0));
        scales.insert(frame.geometry.view.end_ns as u64);
        heights.insert(frame.geometry.height as u64);
    }
    assert_eq!(heights.len(), 1);
    assert_eq!(scales.into_iter().collect::<Vec<_>>(), [500, 600, 700, 800, 900, 1_000].map(ms));
}

#[test]
fn the_wakes_of_the_selected_span_are_arrows_from_the_waker() {
    let trace = three_downloads();
    let span = trace.spans().iter().find(|it| trace.name(it) == "download(\"b.pdf\", 250)").unwrap();
    let arrows = |selected| {
        let frame = picture(&trace, &Options { selected, ..Options::new(800.0) });
        let arrow =
            |it: &Item| if let Shape::Arrow { from, to } = it.shape { Some((from, to)) } else { None };
        frame.scene.items().filter_map(arrow).collect::<Vec<_>>()
    };
    assert_eq!(arrows(None), []);
    let found = arrows(Some(span.id));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|it| it.0.x == it.1.x && it.1.y < it.0.y), "upwards: {found:?}");
}

#[test]
fn a_collapsed_span_hides_what_is_below_it_and_says_how_many() {
    let trace = three_downloads();
    let comparison = Comparison::find(&trace).unwrap();
    let collapsed = [comparison.left.span];
    let plan = Plan::comparison_with(&trace, &comparison, &collapsed);
    assert_eq!(plan.panes[0].rows.len(), 1);
    assert_eq!(plan.panes[1].rows.len(), 7);
    let frame = lay_out(&trace, &Index::new(&trace), &plan, &Options::new(800.0));
    assert!(texts(&frame).iter().any(|it| it.starts_with("+3 ")));
}

#[test]
fn the_arrow_keys_reach_every_lane_of_both_panes() {
    let trace = three_downloads();
    let plan = Plan::comparison(&trace, &Comparison::find(&trace).unwrap());
    let mut at = plan.neighbour(None, 1);
    let mut seen = vec![at];
    for _ in 0..13 {
        at = plan.neighbour(at, 1);
        seen.push(at);
    }
    seen.dedup();
    assert_eq!(seen.len(), 14);
    assert_eq!(plan.neighbour(at, 1), at);
    assert_eq!(plan.neighbour(at, isize::MIN), seen[0]);
    assert_eq!(plan.neighbour(None, isize::MAX), at);
    assert_eq!(plan.neighbour(None, -1), at, "without a start, upwards is from the bottom");
    assert_eq!(Plan::default().neighbour(None, 1), None);
}

#[test]
fn the_arrow_keys_go_through_the_workers_lanes_before_those_of_the_spans() {
    let plan = Plan::whole(&jobs());
    let down = |from| plan.neighbour(Some(from), 1);
    assert_eq!(plan.neighbour(None, 1), Some(Lane::Worker(0, 0)));
    assert_eq!(down(Lane::Worker(0, 0)), Some(Lane::Worker(0, 1)));
    assert_eq!(down(Lane::Worker(0, 1)), Some(Lane::Row(0, 0)));
    assert_eq!(plan.neighbour(Some(Lane::Row(0, 0)), -1), Some(Lane::Worker(0, 1)));
}

#[test]
fn the_workers_lanes_stand_between_the_loops_and_the_spans() {
    let frame = picture(&jobs(), &Options::new(800.0));
    let pane = &frame.geometry.panes[0];
    let (first, second) = (frame.geometry.worker_y(0, 0).unwrap(), frame.geometry.worker_y(0, 1).unwrap());
    assert!(pane.loop_y < first && first < second && second < pane.rows_y);
    assert!(["loop", "worker 1", "worker 2"].iter().all(|it| texts(&frame).contains(it)));
    assert_eq!(picture(&three_downloads(), &Options::new(800.0)).geometry.worker_at(60.0), None);
}

#[test]
fn a_selected_job_stands_out_in_its_workers_lane_and_in_its_own() {
    let trace = jobs();
    let selected = trace.spans().iter().find(|it| trace.name(it) == "count_primes(2)").map(|it| it.id);
    let frame = picture(&trace, &Options { selected, ..Options::new(800.0) });
    let bands = bars(&frame, Role::Selection);
    let middle = |rect: Rect| rect.y + rect.height / 2.0;
    assert!(bands.iter().any(|it| middle(it.0) == frame.geometry.worker_y(0, 0).unwrap()));
    assert_eq!(bands.iter().filter(|it| it.1 == selected).count(), 1);
}

#[test]
fn after_dropped_events_no_job_no_phase_and_no_holder_is_drawn_on() {
    let run = Run::new();
    let main = run.task("main", None);
    let job = run.make(SpanKind::Job, "job", Some(main), 3);
    run.phase(job, "worker 1");
    run.at(50);
    run.poll(main);
    run.at(100);
    let mut trace = run.trace();
    trace.dropped_events = 7;
    let held = [crate::Stretch { span: main, start_ns: 0, end_ns: ms(100) }];
    let frame = picture(&trace, &Options { held: &held, selected: Some(job), ..Options::new(800.0) });
    let geometry = &frame.geometry;
    let known = geometry.x_of(&geometry.panes[0], ms(50)) + 3.0;
    let busy = bars(&frame, Role::Busy).into_iter().filter(|it| it.1.is_some());
    let drawn = busy.chain(bars(&frame, Role::Phase)).chain(bars(&frame, Role::Highlight));
    let rights: Vec<f64> = drawn.map(|it| it.0.right()).collect();
    assert!(rights.len() >= 4 && rights.iter().all(|it| *it <= known), "{rights:?} beyond {known}");
}

#[test]
fn names_of_phases_and_jobs_are_dropped_before_they_run_into_anything() {
    for trace in [jobs(), requests()] {
        let mut dropped = usize::MAX;
        for width in [1440.0, 800.0, 360.0, 200.0] {
            let frame = picture(&trace, &Options::new(width));
            let small = |it: &&Item| matches!(it.shape, Shape::Text { size: 10.0, .. });
            let texts: Vec<(f64, f64, f64)> =
                frame.scene.items().filter(small).map(|it| edges_of(&it.shape)).collect();
            let polls = bars(&frame, Role::Busy).into_iter().filter(|it| it.0.width < 5.0);
            for ((left, right, y), (poll, _)) in
                polls.flat_map(|it| texts.iter().map(move |text| (*text, it)))
            {
                let apart = right <= poll.x || left >= poll.right() || y < poll.y || y > poll.bottom() + 4.0;
                assert!(apart, "{width}: {left}..{right} at {y} runs into {poll:?}");
            }
            assert!(texts.len() <= dropped, "{width}");
            dropped = texts.len();
        }
        assert_eq!(dropped, 0, "nothing fits any more");
    }
}

fn edges_of(shape: &Shape) -> (f64, f64, f64) {
    let Shape::Text { at, text, size, .. } = shape else { panic!("a text") };
    (at.x, at.x + crate::text::mono_width(text, *size), at.y)
}

#[test]
fn the_time_of_what_is_scrolled_or_zoomed_out_of_sight_stands_beside_the_heading() {
    let trace = three_downloads();
    let viewport = Some(Viewport { start_ns: 0.0, end_ns: 1e8 });
    let frame = picture(&trace, &Options { viewport, ..Options::new(800.0) });
    assert!(texts(&frame).contains(&"900 ms"));
}

#[test]
fn a_span_woken_but_not_polled_again_is_hatched_to_its_end() {
    let run = Run::new();
    let main = run.task("main", None);
    run.poll(main);
    run.at(10);
    run.wake(main, Cause::External);
    run.at(30);
    let frame = picture(&run.trace(), &Options::new(800.0));
    let hatched = bars(&frame, Role::Scheduled);
    let geometry = &frame.geometry;
    assert_eq!(hatched.len(), 1);
    assert!((hatched[0].0.x - geometry.x_of(&geometry.panes[0], ms(10))).abs() < 0.5);
    assert!((hatched[0].0.right() - geometry.x_of(&geometry.panes[0], ms(30))).abs() < 0.5);
}
