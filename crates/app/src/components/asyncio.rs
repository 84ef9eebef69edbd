//! From asyncio's names to those of Rust, each with the lessons that show it.

use super::View;
use crate::catalog::{Pair, pairs};
use crate::route::Route;
use yew::prelude::*;

/// Shows the table, as far as the search admits it.
pub(super) fn asyncio(view: &View<'_>) -> Html {
    let pairs = pairs(&view.state.reading.filter);
    html! {
        <main class="asyncio" id="main" tabindex="-1">
            <h1>{ "From asyncio to Rust" }</h1>
            <p>{ "What Python’s asyncio calls something, what Rust has in its place, and the lessons that show both. \
                  The search finds names here too." }</p>
            if pairs.is_empty() {
                <p class="empty" role="status">{ "No name is like that: clear the search to see all." }</p>
            } else {
                <div class="scroller" role="region" aria-label="Names" tabindex="0">
                    <table data-testid="asyncio-table">
                        <thead><tr>
                            <th scope="col">{ "asyncio" }</th><th scope="col">{ "Rust" }</th><th scope="col">{ "Lessons" }</th>
                        </tr></thead>
                        <tbody>{ for pairs.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </main>
    }
}

fn row(pair: &Pair) -> Html {
    let links = pair.lessons.iter().map(|it| {
        html! { <li key={it.slug}><a href={Route::hash_of(it.slug)}>{ it.title }</a></li> }
    });
    html! {
        <tr>
            <th scope="row"><code>{ pair.python }</code></th>
            <td><code>{ pair.rust }</code></td>
            <td><ul>{ for links }</ul></td>
        </tr>
    }
}
