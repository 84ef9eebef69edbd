//! Where a lesson leads: its tags, and the lessons before and after it.

use super::View;
use super::nav::show_tag;
use crate::catalog::neighbours;
use crate::route::Route;
use meanwhile_programs::Program as Lesson;
use yew::prelude::*;

/// Shows the tags as buttons, and the ways to go on.
pub(super) fn path(view: &View<'_>, lesson: &'static Lesson) -> Html {
    let [previous, next] = neighbours(lesson.slug);
    let tag = |tag: &'static str| {
        let onclick = view.ask::<MouseEvent>(move |page| show_tag(page, tag));
        html! { <button key={tag} type="button" class="chip" {onclick} title="Show the lessons with this tag">{ tag }</button> }
    };
    html! {
        <>
            <div class="chips" role="group" aria-label="Tags">{ for lesson.tags.iter().copied().map(tag) }</div>
            <div class="path" role="navigation" aria-label="Previous and next lesson">
                { for previous.map(|it| link(it, "previous")) }
                { for next.map(|it| link(it, "next")) }
            </div>
        </>
    }
}

fn link(lesson: &Lesson, relation: &'static str) -> Html {
    html! {
        <a class={relation} href={Route::hash_of(lesson.slug)} rel={relation} data-testid={format!("lesson-{relation}")}
            aria-label={format!("{relation} lesson: {}", lesson.title)}>
            { lesson.title }
        </a>
    }
}
