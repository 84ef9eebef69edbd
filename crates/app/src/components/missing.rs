//! What is shown where the address names nothing.

use crate::examples;
use crate::route::Route;
use yew::prelude::*;

/// Says what was asked for, and offers what there is.
pub(super) fn missing(name: &str) -> Html {
    let offers = examples::all().iter().map(|example| {
        html! {
            <li key={example.slug}>
                <a href={Route::hash_of(example.slug)}>{ example.title }</a>
                <p>{ example.summary }</p>
            </li>
        }
    });
    html! {
        <main class="missing" id="main" tabindex="-1">
            <div role="alert" data-testid="error">
                <h1>{ "There is no example “" }{ name }{ "”" }</h1>
                <p>{ "The address may be mistyped, or from another version of this site. There are these:" }</p>
            </div>
            <ul class="offers">{ for offers }</ul>
        </main>
    }
}
