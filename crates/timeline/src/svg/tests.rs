//! The picture as text: every change of it is seen in review.

use super::*;
use crate::testing::beside::{jobs, locks, requests};
use crate::testing::{Run, blocked_loop, every_end, sequential, three_downloads};
use crate::{Comparison, Index, Options, Plan, holders, lay_out};
use expect_test::{ExpectFile, expect_file};
use meanwhile_trace::Trace;

fn svg(trace: &Trace, width: f64) -> String {
    let comparison = Comparison::find(trace);
    let plan = comparison.as_ref().map_or_else(|| Plan::whole(trace), |it| Plan::comparison(trace, it));
    let frame = lay_out(trace, &Index::new(trace), &plan, &Options::new(width));
    to_svg(&frame.scene, &Theme::light())
}

#[track_caller]
fn check(trace: &Trace, expected: &ExpectFile) {
    expected.assert_eq(&svg(trace, 800.0));
}

#[test]
fn an_empty_trace() {
    check(&Trace::default(), &expect_file!["snapshots/empty.svg"]);
}

#[test]
fn three_sleeps_compared() {
    check(&three_downloads(), &expect_file!["snapshots/three_downloads.svg"]);
}

#[test]
fn every_way_to_end() {
    check(&every_end(), &expect_file!["snapshots/every_end.svg"]);
}

#[test]
fn a_blocked_loop() {
    check(&blocked_loop(), &expect_file!["snapshots/blocked_loop.svg"]);
}

#[test]
fn a_live_run() {
    let run = Run::new();
    let main = run.task("main", None);
    sequential(&run, main, 0, 1);
    run.at(420);
    check(&run.trace(), &expect_file!["snapshots/live.svg"]);
}

#[test]
fn phases_of_requests() {
    check(&requests(), &expect_file!["snapshots/requests.svg"]);
}

#[test]
fn jobs_on_their_workers() {
    check(&jobs(), &expect_file!["snapshots/jobs.svg"]);
}

#[test]
fn who_held_what_the_selected_span_waited_for() {
    let trace = locks();
    let last = trace.spans().iter().rfind(|it| trace.name(it) == "lock").unwrap().id;
    let held = holders(&trace, last);
    let options = Options { selected: Some(last), held: &held, ..Options::new(800.0) };
    let frame = lay_out(&trace, &Index::new(&trace), &Plan::whole(&trace), &options);
    expect_file!["snapshots/locks.svg"].assert_eq(&to_svg(&frame.scene, &Theme::light()));
}

#[test]
fn names_are_text_not_markup() {
    let run = Run::new();
    run.task("</text><script>\"&\0", None);
    let svg = svg(&run.trace(), 800.0);
    assert!(svg.contains("&lt;/text&gt;&lt;script&gt;&quot;&amp;\u{fffd}"), "{svg}");
    assert!(!svg.contains("<script>"));
}

#[test]
fn colours_and_fonts_of_a_theme_cannot_end_their_element() {
    let theme = Theme::light().with_properties(|it| (it == "--busy").then(|| "red}</style><b>".to_owned()));
    let trace = three_downloads();
    let frame = lay_out(&trace, &Index::new(&trace), &Plan::whole(&trace), &Options::new(400.0));
    assert_eq!(to_svg(&frame.scene, &theme).matches("</style>").count(), 1);
}

#[test]
fn numbers_are_rounded_and_never_a_negative_zero() {
    assert_eq!(Number(-0.01).to_string(), "0");
    assert_eq!(Number(12.3456).to_string(), "12.3");
    assert_eq!(Number(7.0).to_string(), "7");
}

#[test]
fn pictures_in_one_page_do_not_share_names() {
    let (one, two) = (svg(&three_downloads(), 800.0), svg(&three_downloads(), 640.0));
    let names = |svg: &str| {
        let names = svg.split(" id=\"").skip(1).filter_map(|it| Some(it.split_once('"')?.0.to_owned()));
        names.collect::<Vec<_>>()
    };
    assert!(names(&one).len() >= 5);
    assert!(names(&one).iter().all(|it| !names(&two).contains(it)));
    let rules = one.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    assert!(rules.split('}').filter(|it| !it.is_empty()).all(|it| it.starts_with("#timeline-")), "{rules}");
}
