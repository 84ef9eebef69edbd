//! Programs that come with an address, and addresses for programs.

use super::Page;
use crate::browser;
use crate::link;
use crate::route::Route;
use crate::state::{Action, Link, Writing};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

impl Page {
    /// Shows the program that an address holds.
    pub(super) async fn open_packed(self: Rc<Self>, packed: String) {
        let unpacked = link::unpack(&packed).await;
        // By now the reader may be elsewhere.
        if Route::parse(&browser::hash()) != Route::Code(packed.clone()) {
            return;
        }
        match unpacked {
            Ok(text) => self.store.dispatch(Action::OpenText(text)),
            Err(_) => self.store.dispatch(Action::Open(Route::Elsewhere(format!("code/{packed}")))),
        }
        if let Some(example) = self.store.state().example() {
            self.fetch_texts(example).await;
        }
    }

    /// Makes the address name the program that is shown, so that reloading the page shows it again.
    pub(super) async fn name_in_address(self: Rc<Self>) {
        let state = self.store.state();
        if let Ok(packed) = link::pack(state.code()).await
            && self.store.state().code() == state.code()
        {
            // Other than a new hash, this is no news to the page.
            show_address(&Route::hash_of_code(&packed));
        }
    }

    /// Copies a link to the program that is shown; where the clipboard is out of reach, it is in the address line.
    pub(crate) async fn copy_link(self: Rc<Self>) {
        let state = self.store.state();
        let hash = match state.example().filter(|_| !state.is_edited()) {
            Some(example) => Ok(Route::hash_of(example.slug)),
            None => link::pack(state.code()).await.map(|it| Route::hash_of_code(&it)),
        };
        let Ok(hash) = hash else { return };
        let link = match copy(&format!("{}{hash}", browser::base())).await {
            Ok(_) => Link::Copied,
            Err(_) => {
                show_address(&hash);
                Link::InAddress
            }
        };
        self.store.dispatch(Action::Write(Writing::Link(link)));
    }
}

fn show_address(hash: &str) {
    if let Ok(history) = browser::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

async fn copy(text: &str) -> Result<JsValue, JsValue> {
    let clipboard = browser::get(&browser::window().navigator(), "clipboard").unwrap_or_default();
    let copied = browser::call(&clipboard, "writeText", &text.into(), &JsValue::UNDEFINED)?;
    JsFuture::from(js_sys::Promise::from(copied)).await
}
