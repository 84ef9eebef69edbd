//! What is shown where the address names nothing.

use crate::dom::tag;
use crate::examples;
use crate::route::Route;
use yew::Html;

/// Says what was asked for, and offers what there is.
pub(super) fn missing(name: &str) -> Html {
    let mut offers = tag(r#"ul class="offers""#);
    for example in examples::all() {
        offers = offers.with(
            tag("li")
                .key(example.slug)
                .with(tag("a").set_to("href", Route::hash_of(example.slug)).text(example.title))
                .with(tag("p").text(example.summary)),
        );
    }
    let (title, reason) = match name.starts_with("code/") {
        true => (
            "This link is broken".to_owned(),
            "It should hold a program, but was cut off or changed on its way: ask for it again. There are these:",
        ),
        false => (
            format!("There is no example “{name}”"),
            "The address may be mistyped, or from another version of this site. There are these:",
        ),
    };
    tag(r#"main class="missing" id="main" tabindex="-1""#)
        .with(
            tag(r#"div role="alert" data-testid="error""#)
                .with(tag("h1").say(title))
                .with(tag("p").text(reason)),
        )
        .with(offers)
        .html()
}
