//! The page: a Yew application that shows examples, runs them in a worker and draws what their futures did.
//!
//! State is a pure reducer ([`state`]) in a [`store`]; what happens besides (workers, addresses, promises) is in
//! [`page`]; components only show and ask.

mod answer;
mod browser;
mod catalog;
mod components;
mod contract;
mod delays;
mod derived;
mod dom;
mod examples;
mod faults;
mod format;
mod headline;
mod highlight;
mod line_times;
mod link;
mod marks;
mod output;
mod page;
mod problem;
mod route;
mod state;
mod store;
mod table;
#[cfg(test)]
mod testing;
mod worker;

use components::app::{App, AppProps};

/// A fifth of the wasm that the standard library's allocator takes, and as quick.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let page = page::Page::start();
    contract::connect(&page);
    if let Some(root) = browser::document().get_element_by_id("app") {
        root.set_inner_html("");
        yew::Renderer::<App>::with_root_and_props(root, AppProps { page }).render();
    }
}
