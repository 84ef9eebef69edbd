//! From asyncio's names to those of Rust, each with the lessons that show it.

use super::View;
use crate::catalog::{Pair, pairs};
use crate::dom::{Tag, tag};
use crate::route::Route;
use yew::Html;

/// Shows the table, as far as the search admits it.
pub(super) fn asyncio(view: &View<'_>) -> Html {
    let pairs = pairs(&view.state.reading.filter);
    let names = if pairs.is_empty() {
        tag(r#"p class="empty" role="status""#).text("No name is like that: clear the search to see all.")
    } else {
        table(&pairs)
    };
    tag(r#"main class="asyncio" id="main" tabindex="-1""#)
        .with(tag("h1").text("From asyncio to Rust"))
        .with(tag("p").text(
            "What Python’s asyncio calls something, what Rust has in its place, and the lessons that show both. \
             The search finds names here too.",
        ))
        .with(names)
        .html()
}

fn table(pairs: &[Pair]) -> Tag {
    let mut body = tag("tbody");
    for pair in pairs {
        body = body.with(row(pair));
    }
    let mut heads = tag("tr");
    for head in ["asyncio", "Rust", "Lessons"] {
        heads = heads.with(tag(r#"th scope="col""#).text(head));
    }
    tag(r#"div class="scroller" role="region" aria-label="Names" tabindex="0""#)
        .with(tag(r#"table data-testid="asyncio-table""#).with(tag("thead").with(heads)).with(body))
}

fn row(pair: &Pair) -> Tag {
    let mut lessons = tag("ul");
    for lesson in &pair.lessons {
        let link = tag("a").set_to("href", Route::hash_of(lesson.slug)).text(lesson.title);
        lessons = lessons.with(tag("li").key(lesson.slug).with(link));
    }
    tag("tr")
        .with(tag(r#"th scope="row""#).with(tag("code").text(pair.python)))
        .with(tag("td").with(tag("code").text(pair.rust)))
        .with(tag("td").with(lessons))
}
