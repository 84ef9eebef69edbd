//! Panics in WebAssembly: traps, which JavaScript can catch and Rust cannot.
//!
//! The stack of what has panicked is gone, without its destructors. What is left is sound, because a function that
//! returns puts the stack pointer back to where it was on entry, and because the work owns all that it could leave half
//! done.

use crate::context;
use crate::run::take_payload;
use js_sys::{Function, RangeError, WebAssembly::Table};
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

type Work = Box<dyn FnOnce()>;

thread_local! {
    /// What [`enter`] is to do.
    static WORK: RefCell<Option<Work>> = const { RefCell::new(None) };

    /// [`enter`] as JavaScript sees it; `None` where the module hides its functions.
    static ENTER: Option<Function> = {
        let index = (enter as extern "C" fn()) as usize;
        let table = wasm_bindgen::function_table().dyn_into::<Table>().ok();
        table.and_then(|it| it.get(index as u32).ok())
    };
}

/// Does the work at hand, called by JavaScript.
extern "C" fn enter() {
    let work = WORK.take();
    if let Some(work) = work {
        work();
    }
}

/// Does some work; a panic ends the work alone, and nothing that the work owns or has on its stack is dropped.
///
/// The way through JavaScript and back takes about 50 ns in Chromium.
///
/// Anything else that ends the work is the end of the machine, whose memory may be in any state: a stack that
/// overflows, memory that runs out, an exception of JavaScript.
pub(crate) fn catch(work: Work) -> Result<(), Box<dyn Any + Send>> {
    let old = WORK.replace(Some(work));
    drop(old);
    call().map_err(panic_or_crash)
}

/// As [`catch`], for work that borrows. It takes a closure of wasm-bindgen's, which costs more.
pub(crate) fn catch_borrowing(mut work: impl FnMut()) -> Result<(), Box<dyn Any + Send>> {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Reflect, js_name = apply, catch)]
        fn apply(work: &mut dyn FnMut(), this: &JsValue, arguments: &js_sys::Array) -> Result<(), JsValue>;
    }
    apply(&mut work, &JsValue::UNDEFINED, &js_sys::Array::new()).map_err(panic_or_crash)
}

fn panic_or_crash(thrown: JsValue) -> Box<dyn Any + Send> {
    take_payload().unwrap_or_else(|| crash(thrown))
}

/// Calls [`enter`] by way of JavaScript. Has a frame of its own on the stack in any build: its end puts back the stack
/// pointer that a trap leaves where it was.
#[inline(never)]
fn call() -> Result<(), JsValue> {
    let mut frame = [0u8; 16];
    std::hint::black_box(&mut frame);
    let called = ENTER.with(|it| match it {
        Some(enter) => enter.call0(&JsValue::UNDEFINED).map(drop),
        None => {
            enter();
            Ok(())
        }
    });
    std::hint::black_box(&mut frame);
    called
}

fn crash(thrown: JsValue) -> ! {
    if let Some(run) = context::current_run() {
        run.crash(context::current_task(), &why(&thrown));
    }
    context::abandon();
    wasm_bindgen::throw_val(thrown)
}

/// Says why the machine stops, as a native process would.
fn why(thrown: &JsValue) -> String {
    let message = thrown.dyn_ref::<js_sys::Error>().map(|it| String::from(it.message())).unwrap_or_default();
    // Code without `unsafe` reaches beyond its memory only where the stack ends.
    if thrown.is_instance_of::<RangeError>() || message.contains("out of bounds") {
        "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n".to_owned()
    } else {
        format!("\nfatal runtime error: {message}, aborting\n")
    }
}
