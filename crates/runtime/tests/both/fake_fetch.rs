//! A `fetch` that answers for one site from a table, with answers of the browser's own kind; all else it leaves to the
//! network.

use crate::http::Page;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

/// What it does for an address of the site. `globalThis.aborted` lists the paths of the requests that were aborted.
const FETCH: &str = "
    if (globalThis.aborted) return;
    globalThis.aborted = [];
    const network = globalThis.fetch;
    const sleep = (ms, signal) => new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); });
    });
    const answer = async (request, url, hops) => {
        const page = pages.find((it) => it.path === url.pathname) ?? { status: 404, pieces: [] };
        if (page.location !== undefined) {
            if (request.redirect === 'manual') {
                const hidden = new Response();
                Object.defineProperty(hidden, 'type', { value: 'opaqueredirect' });
                Object.defineProperty(hidden, 'status', { value: 0 });
                return hidden;
            }
            if (hops === 20) throw new TypeError('Failed to fetch');
            return answer(request, new URL(page.location, url), hops + 1);
        }
        const start = async (controller) => {
            try {
                for (const [ms, bytes] of page.pieces) {
                    if (ms > 0) await sleep(ms, request.signal);
                    controller.enqueue(bytes.slice());
                }
                if (page.breaks) throw new TypeError('network error');
                controller.close();
            } catch (error) {
                controller.error(error);
            }
        };
        const body = [204, 304].includes(page.status) || request.method === 'HEAD' ? null : new ReadableStream({ start });
        const length = page.pieces.reduce((sum, [, bytes]) => sum + bytes.length, 0);
        const response = new Response(body, { status: page.status, headers: { 'content-length': length } });
        Object.defineProperty(response, 'url', { value: url.href });
        return response;
    };
    globalThis.fetch = (request) => {
        const url = new URL(request.url);
        if (url.origin !== site) return network(request);
        request.signal.addEventListener('abort', () => globalThis.aborted.push(url.pathname));
        return answer(request, url, 0);
    };";

/// Answers for the site from the table from now on.
pub(crate) fn install(site: &str, pages: &[Page]) {
    let pages: Array = pages.iter().map(page).collect();
    let install = Function::new_with_args("site, pages", FETCH);
    install.call2(&JsValue::UNDEFINED, &site.into(), &pages).expect("the function is sound");
}

fn page(page: &Page) -> Object {
    let it = Object::new();
    let set =
        |name: &str, value: JsValue| Reflect::set(&it, &name.into(), &value).expect("an object of our own");
    set("path", page.path.into());
    set("status", page.status.into());
    set("breaks", page.breaks.into());
    set("location", page.location.map_or(JsValue::UNDEFINED, JsValue::from));
    let piece = |(ms, bytes): &(u64, &[u8])| Array::of2(&(*ms as f64).into(), &Uint8Array::from(*bytes));
    set("pieces", page.pieces.iter().map(piece).collect::<Array>().unchecked_into());
    it
}
