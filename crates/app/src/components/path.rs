//! Where a lesson leads: its tags, and the lessons before and after it.

use super::View;
use super::ask::Ask;
use crate::catalog::neighbours;
use crate::dom::{Tag, tag};
use crate::route::Route;
use meanwhile_programs::Program as Lesson;

/// Shows the tags as buttons, and the ways to go on.
pub(super) fn path(view: &View<'_>, lesson: &'static Lesson) -> [Tag; 2] {
    let mut tags = tag(r#"div class="chips" role="group" aria-label="Tags""#);
    for it in lesson.tags {
        let button = tag(r#"button type="button" class="chip" title="Show the lessons with this tag""#)
            .key(*it)
            .text(it);
        tags = tags.with(view.click(button, Ask::Tag(it)));
    }
    let [previous, next] = neighbours(lesson.slug);
    let ways = tag(r#"div class="path" role="navigation" aria-label="Previous and next lesson""#)
        .with_any(previous.map(|it| link(it, "previous")))
        .with_any(next.map(|it| link(it, "next")));
    [tags, ways]
}

fn link(lesson: &Lesson, relation: &'static str) -> Tag {
    tag("a")
        .set("class", relation)
        .set("rel", relation)
        .set_to("href", Route::hash_of(lesson.slug))
        .set_to("data-testid", format!("lesson-{relation}"))
        .set_to("aria-label", format!("{relation} lesson: {}", lesson.title))
        .text(lesson.title)
}
