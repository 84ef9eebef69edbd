//! The worker that runs programs given as text, by the interpreter.

/// Natively there is no worker to be: the session is tested in the library.
#[cfg(not(target_family = "wasm"))]
fn main() {}

#[cfg(target_family = "wasm")]
fn main() {
    if let Some(scope) = scope::scope() {
        meanwhile_interp::lower::library::set_fetch(fetch);
        page_worker::start(&scope, meanwhile_runner::session::Interpreted, None);
        // The page knows by now that the worker is up; what it says meanwhile waits.
        meanwhile_runner::session::Interpreted::prepare();
    }
}

/// Fetches a text that the site keeps beside this worker, and waits for it, as a worker may: it is asked for in the midst
/// of reading a program.
#[cfg(target_family = "wasm")]
fn fetch(file: &str) -> String {
    let text = || {
        let request = web_sys::XmlHttpRequest::new()?;
        request.open_with_async("GET", file, false)?;
        request.send()?;
        if request.status()? < 400 { request.response_text() } else { Ok(None) }
    };
    match text() {
        Ok(Some(text)) => text,
        // Nothing can go on without it. The page hears of what is thrown, and starts another worker.
        _ => wasm_bindgen::throw_str("A part of the library could not be loaded"),
    }
}

#[cfg(target_family = "wasm")]
#[path = "../compiled/page_worker.rs"]
mod page_worker;
#[cfg(target_family = "wasm")]
#[path = "../compiled/scope.rs"]
mod scope;
