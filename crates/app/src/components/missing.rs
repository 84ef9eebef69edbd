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
    tag(r#"main class="missing" id="main" tabindex="-1""#)
        .with(
            tag(r#"div role="alert" data-testid="error""#)
                .with(tag("h1").say(format!("There is no example “{name}”")))
                .with(tag("p").text(
                    "The address may be mistyped, or from another version of this site. There are these:",
                )),
        )
        .with(offers)
        .html()
}
