//! The list of lessons, with a search: beside the program where there is room, else behind a button.

use super::View;
use crate::browser;
use crate::catalog::{Filter, parts, tags};
use crate::page::Page;
use crate::route::Route;
use crate::state::{Action, Program, Step};
use meanwhile_programs::Program as Lesson;
use std::rc::Rc;
use yew::prelude::*;

/// The search field's id, and the list's.
const SEARCH: &str = "lesson-search";
const LIST: &str = "lessons";

/// The id of the link to the lesson that is open.
pub(super) const CURRENT: &str = "lesson-current";

/// Shows the lessons in their parts, with the one that is open marked.
pub(super) fn nav(view: &View<'_>) -> Html {
    let reading = &view.state.reading;
    let open = reading.menu_open;
    let toggle = view.act::<MouseEvent>(Action::Read(Step::Menu(!open)));
    let lists = parts(&reading.filter);
    let body = if lists.is_empty() {
        none(view)
    } else {
        html! { <div class="parts">{ for lists.iter().map(|it| part(view, it)) }</div> }
    };
    html! {
        <nav class={classes!("nav", open.then_some("open"))} aria-label="Lessons" id="nav">
            <button type="button" class="menu" onclick={toggle} aria-expanded={open.to_string()} aria-controls={LIST}
                data-testid="lesson-menu">
                <span>{ "Lessons" }</span><b>{ current(view) }</b>
            </button>
            <div class="lessons" id={LIST}>
                { search(view) }
                { tag_filter(view) }
                { body }
                <a class="table-link" href={Route::ASYNCIO} data-testid="asyncio-link"
                    aria-current={(view.state.program == Program::Asyncio).then_some("page")}>
                    { "From asyncio to Rust" }
                </a>
            </div>
        </nav>
    }
}

/// Brings the reader to the search, wherever it is.
pub(super) fn open_search(page: &Page) {
    page.store.dispatch(Action::Read(Step::Menu(true)));
    // The list may not be there before the page is drawn anew.
    browser::next_frame(|| drop(browser::element(SEARCH).map(|it| it.focus())));
}

/// Lists the lessons with a tag, and brings the reader to the list.
pub(super) fn show_tag(page: &Page, tag: &'static str) {
    page.store.dispatch(Action::Read(Step::Tag(Some(tag))));
    page.store.dispatch(Action::Read(Step::Menu(true)));
    browser::next_frame(|| {
        if let Some(nav) = browser::element("nav") {
            nav.scroll_into_view();
        }
    });
}

fn current(view: &View<'_>) -> &'static str {
    match view.state.program {
        Program::Asyncio => "From asyncio to Rust",
        _ => view.state.example().map_or("", |it| it.title),
    }
}

fn search(view: &View<'_>) -> Html {
    let page = view.page.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            page.store.dispatch(Action::Read(Step::Search(input.value())));
        }
    });
    let page = view.page.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            escape(&page);
        }
        "Enter" if !event.ctrl_key() && !event.meta_key() => open_first(&page),
        _ => {}
    });
    html! {
        <div class="search">
            <input type="search" id={SEARCH} data-testid="lesson-search" aria-label="Search lessons and ideas"
                placeholder="Search lessons" autocomplete="off" spellcheck="false" aria-keyshortcuts="Control+K /"
                value={view.state.reading.filter.query.clone()} {oninput} {onkeydown} />
            <kbd aria-hidden="true">{ "Ctrl K" }</kbd>
        </div>
    }
}

/// Clears the search; where nothing is left to clear, leaves it.
fn escape(page: &Page) {
    if page.store.state().reading.filter.is_empty() {
        page.store.dispatch(Action::Read(Step::Menu(false)));
        let _ = browser::element(SEARCH).map(|it| it.blur());
    } else {
        clear(page);
    }
}

fn clear(page: &Page) {
    page.store.dispatch(Action::Read(Step::Search(String::new())));
    page.store.dispatch(Action::Read(Step::Tag(None)));
}

fn open_first(page: &Page) {
    let filter: Filter = page.store.state().reading.filter.clone();
    if filter.is_empty() {
        return;
    }
    if let Some(first) = parts(&filter).first().and_then(|it| it.1.first()) {
        page.store.dispatch(Action::Read(Step::Menu(false)));
        let _ = browser::window().location().set_hash(&Route::hash_of(first.slug));
    }
}

/// Offers every tag behind a disclosure, and shows the one that is chosen before it.
fn tag_filter(view: &View<'_>) -> Html {
    let chosen = view.state.reading.filter.tag;
    let button = |tag: &'static str| {
        let is_chosen = chosen == Some(tag);
        let onclick = view.act::<MouseEvent>(Action::Read(Step::Tag((!is_chosen).then_some(tag))));
        html! {
            <button key={tag} type="button" class="chip" {onclick} aria-pressed={is_chosen.to_string()} data-testid="lesson-tag">
                { tag }
            </button>
        }
    };
    html! {
        <div class="tags">
            { for chosen.map(button) }
            <details>
                <summary>{ "Tags" }</summary>
                <div class="chips">{ for tags().into_iter().filter(|it| chosen != Some(it)).map(button) }</div>
            </details>
        </div>
    }
}

fn part(view: &View<'_>, (name, lessons): &(&'static str, Vec<&'static Lesson>)) -> Html {
    html! {
        <section key={*name} data-testid="lesson-part">
            <h2>{ *name }</h2>
            <ul>{ for lessons.iter().map(|it| link(view, it)) }</ul>
        </section>
    }
}

fn link(view: &View<'_>, lesson: &'static Lesson) -> Html {
    let is_open = view.state.program == Program::Example(lesson.slug);
    let is_done = view.state.reading.done.contains(&lesson.slug);
    let onclick = view.act::<MouseEvent>(Action::Read(Step::Menu(false)));
    html! {
        <li key={lesson.slug} class={classes!(is_done.then_some("done"))}>
            <a href={Route::hash_of(lesson.slug)} aria-current={is_open.then_some("page")} title={lesson.summary} {onclick}
                id={is_open.then_some(CURRENT)} data-testid={format!("example-{}", lesson.slug)}>
                <span class="number" aria-hidden="true">{ lesson.number.map_or("+".to_owned(), |it| it.to_string()) }</span>
                { lesson.title }
                if is_done { <span class="unseen">{ ", done" }</span> }
            </a>
        </li>
    }
}

fn none(view: &View<'_>) -> Html {
    let filter = &view.state.reading.filter;
    let what = match (filter.query.trim(), filter.tag) {
        ("", Some(tag)) => format!("No lesson is tagged {tag}."),
        (query, Some(tag)) => format!("No lesson tagged {tag} is about “{query}”."),
        (query, None) => format!("No lesson is about “{query}”."),
    };
    let onclick = view.ask::<MouseEvent>(|page: &Rc<Page>| clear(page));
    html! {
        <p class="empty" role="status" data-testid="lesson-none">
            { what }{ " " }<button type="button" class="link" {onclick}>{ "Show all lessons" }</button>
        </p>
    }
}
