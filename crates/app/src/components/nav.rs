//! The list of lessons, with a search: beside the program where there is room, else behind a button.

use super::View;
use super::ask::Ask;
use crate::browser;
use crate::catalog::{Filter, parts, tags};
use crate::dom::{On, Tag, tag};
use crate::page::Page;
use crate::route::Route;
use crate::state::{Action, Program, Step};
use meanwhile_programs::Program as Lesson;
use wasm_bindgen::JsCast as _;
use yew::Html;

/// The search field's id, and the list's.
const SEARCH: &str = "lesson-search";
const LIST: &str = "lessons";

/// The id of the link to the lesson that is open.
pub(super) const CURRENT: &str = "lesson-current";

/// Shows the lessons in their parts, with the one that is open marked.
pub(super) fn nav(view: &View<'_>) -> Html {
    let open = view.state.reading.menu_open;
    let button = tag(r#"button type="button" class="menu" data-testid="lesson-menu""#)
        .set("aria-controls", LIST)
        .set_bool("aria-expanded", open)
        .with(tag("span").text("Lessons"))
        .with(tag("b").text(current(view)));
    let names = tag(r#"a class="table-link" data-testid="asyncio-link""#)
        .set("href", Route::ASYNCIO)
        .set_if(view.state.program == Program::Asyncio, "aria-current", "page")
        .text("From asyncio to Rust");
    let own = tag(r#"a class="table-link" data-testid="own-link""#)
        .set("href", Route::OWN)
        .set_if(view.state.program == Program::Own, "aria-current", "page")
        .text("Your own program");
    let lists = tag(r#"div class="lessons""#)
        .set("id", LIST)
        .with(search(view))
        .with(tag_filter(view))
        .with(lessons(view))
        .with(names)
        .with(own);
    tag(r#"nav aria-label="Lessons" id="nav""#)
        .set("class", if open { "nav open" } else { "nav" })
        .with(view.click(button, Ask::read(Step::Menu(!open))))
        .with(lists)
        .html()
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
        Program::Own => "Your own program",
        Program::Foreign(_) => "A program from a link",
        _ => view.state.example().map_or("", |it| it.title),
    }
}

fn search(view: &View<'_>) -> Tag {
    let field = tag(
        r#"input type="search" data-testid="lesson-search" aria-label="Search lessons and ideas" placeholder="Search lessons" autocomplete="off" spellcheck="false" aria-keyshortcuts="Control+K /""#,
    )
    .set("id", SEARCH)
    .value(view.state.reading.filter.query.clone())
    .on(On::Input, view.page, Ask::Search)
    .on(On::Key, view.page, Ask::SearchKey);
    tag(r#"div class="search""#).with(field).with(tag(r#"kbd aria-hidden="true""#).text("Ctrl K"))
}

/// Lists the lessons with the words that were typed.
pub(super) fn search_for(page: &Page, event: &web_sys::Event) {
    let field = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        page.store.dispatch(Action::Read(Step::Search(field.value())));
    }
}

/// Does what a key means in the search field.
pub(super) fn search_key(page: &Page, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
    match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            escape(page);
        }
        "Enter" if !event.ctrl_key() && !event.meta_key() => open_first(page),
        _ => {}
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

/// Lists all lessons.
pub(super) fn clear(page: &Page) {
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
fn tag_filter(view: &View<'_>) -> Tag {
    let chosen = view.state.reading.filter.tag;
    let mut others = tag(r#"div class="chips""#);
    for it in tags() {
        if chosen != Some(it) {
            others = others.with(chip(view, it));
        }
    }
    tag(r#"div class="tags""#)
        .with_any(chosen.map(|it| chip(view, it)))
        .with(tag("details").with(tag("summary").text("Tags")).with(others))
}

fn chip(view: &View<'_>, name: &'static str) -> Tag {
    let is_chosen = view.state.reading.filter.tag == Some(name);
    let button = tag(r#"button type="button" class="chip" data-testid="lesson-tag""#)
        .key(name)
        .set_bool("aria-pressed", is_chosen)
        .text(name);
    view.click(button, Ask::read(Step::Tag((!is_chosen).then_some(name))))
}

fn lessons(view: &View<'_>) -> Tag {
    let lists = parts(&view.state.reading.filter);
    if lists.is_empty() {
        return none(view);
    }
    let mut all = tag(r#"div class="parts""#);
    for (name, lessons) in lists {
        let mut list = tag("ul");
        for lesson in lessons {
            list = list.with(item(view, lesson));
        }
        let part = tag(r#"section data-testid="lesson-part""#).key(name);
        all = all.with(part.with(tag("h2").text(name)).with(list));
    }
    all
}

fn item(view: &View<'_>, lesson: &'static Lesson) -> Tag {
    let is_open = view.state.program == Program::Example(lesson.slug);
    let is_done = view.state.reading.done.contains(&lesson.slug);
    let number = lesson.number.map_or("+".to_owned(), |it| it.to_string());
    let link = tag("a")
        .set_to("href", Route::hash_of(lesson.slug))
        .set("title", lesson.summary)
        .set_to("data-testid", format!("example-{}", lesson.slug))
        .set_if(is_open, "aria-current", "page")
        .set_if(is_open, "id", CURRENT)
        .with(tag(r#"span class="number" aria-hidden="true""#).say(number))
        .text(lesson.title)
        .with_any(is_done.then(|| tag(r#"span class="unseen""#).text(", done")));
    tag("li")
        .key(lesson.slug)
        .set_if(is_done, "class", "done")
        .with(view.click(link, Ask::read(Step::Menu(false))))
}

fn none(view: &View<'_>) -> Tag {
    let filter = &view.state.reading.filter;
    let what = match (filter.query.trim(), filter.tag) {
        ("", Some(tag)) => format!("No lesson is tagged {tag}. "),
        (query, Some(tag)) => format!("No lesson tagged {tag} is about “{query}”. "),
        (query, None) => format!("No lesson is about “{query}”. "),
    };
    let button = tag(r#"button type="button" class="link""#).text("Show all lessons");
    tag(r#"p class="empty" role="status" data-testid="lesson-none""#)
        .say(what)
        .with(view.click(button, Ask::AllLessons))
}
