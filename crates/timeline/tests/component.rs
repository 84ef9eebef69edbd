//! The component in a real page: what it paints, and what it does with pointers, wheels and keys.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]

#[path = "../src/testing.rs"]
#[expect(dead_code, reason = "shared with the unit tests, which use more of it")]
mod testing;

use meanwhile_timeline::{Comparison, Timeline, TimelineProps};
use meanwhile_trace::{SpanId, Trace};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CanvasRenderingContext2d, Document, Element, Event, EventTarget, HtmlCanvasElement, HtmlElement,
    KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit, WheelEvent, WheelEventInit,
};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Until the browser has painted three times: Yew renders, the component measures, the component paints.
async fn painted() {
    for _ in 0..3 {
        let mut next = |resolve: js_sys::Function, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        };
        JsFuture::from(js_sys::Promise::new(&mut next)).await.unwrap();
    }
}

/// A page that keeps the selection, as the real one does.
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    trace: Shared,
    selections: Log,
}

#[derive(Clone)]
struct Shared(Rc<Trace>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<Option<SpanId>>>>);

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[component]
fn Page(props: &PageProps) -> Html {
    let selected = use_state(|| None);
    let comparison = use_memo((), |()| Comparison::find(&props.trace.0).map(Rc::new));
    let on_select = {
        let (selected, log) = (selected.clone(), props.selections.clone());
        Callback::from(move |span| {
            log.0.borrow_mut().push(span);
            selected.set(span);
        })
    };
    let props = yew::props!(TimelineProps {
        trace: props.trace.0.clone(),
        version: 1,
        comparison: (*comparison).clone(),
        selected: *selected,
        on_select,
    });
    html! { <Timeline ..props /> }
}

struct Mounted {
    root: Element,
    host: HtmlElement,
    selections: Log,
    app: yew::AppHandle<Page>,
}

async fn mount(trace: Trace) -> Mounted {
    let root = document().create_element("div").unwrap();
    root.set_attribute("style", "width:600px").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let selections = Log::default();
    let props = PageProps { trace: Shared(Rc::new(trace)), selections: selections.clone() };
    let app = yew::Renderer::<Page>::with_root_and_props(root.clone(), props).render();
    painted().await;
    let host = root.query_selector("[role=application]").unwrap().unwrap().dyn_into().unwrap();
    Mounted { root, host, selections, app }
}

impl Mounted {
    fn canvas(&self) -> HtmlCanvasElement {
        self.root.query_selector("canvas").unwrap().unwrap().dyn_into().unwrap()
    }

    fn pixels(&self) -> Vec<u8> {
        let canvas = self.canvas();
        let context: CanvasRenderingContext2d =
            canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
        context.get_image_data(0.0, 0.0, canvas.width().into(), canvas.height().into()).unwrap().data().0
    }

    fn pointer(&self, kind: &str, x: i32, y: i32) {
        let edges = self.host.get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        init.set_pointer_id(1);
        init.set_pointer_type("mouse");
        init.set_client_x(edges.left() as i32 + x);
        init.set_client_y(edges.top() as i32 + y);
        self.send(&PointerEvent::new_with_event_init_dict(kind, &init).unwrap());
    }

    /// Turns the wheel; returns whether the page was kept from scrolling.
    fn wheel(&self, ctrl: bool) -> bool {
        let edges = self.host.get_bounding_client_rect();
        let init = WheelEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_ctrl_key(ctrl);
        init.set_delta_y(-100.0);
        init.set_client_x(edges.left() as i32 + 300);
        init.set_client_y(edges.top() as i32 + 100);
        !self.send(&WheelEvent::new_with_event_init_dict("wheel", &init).unwrap())
    }

    /// Presses a key; returns whether it was handled.
    fn key(&self, code: &str, key: &str, ctrl: bool) -> bool {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_code(code);
        init.set_key(key);
        init.set_ctrl_key(ctrl);
        !self.send(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap())
    }

    fn send(&self, event: &Event) -> bool {
        let target: &EventTarget = &self.host;
        target.dispatch_event(event).unwrap()
    }

    fn said(&self) -> String {
        self.root.query_selector("[role=status]").unwrap().unwrap().text_content().unwrap_or_default()
    }

    fn unmount(self) {
        self.app.destroy();
        self.root.remove();
    }
}

fn named(trace: &Trace, name: &str) -> SpanId {
    trace.spans().iter().find(|it| trace.name(it) == name).unwrap().id
}

#[wasm_bindgen_test]
async fn it_paints_as_many_pixels_as_the_screen_has_and_sums_itself_up() {
    let page = mount(testing::three_downloads()).await;
    let ratio = web_sys::window().unwrap().device_pixel_ratio();
    assert_eq!(page.canvas().width(), (600.0 * ratio).round() as u32);
    let busy = page
        .pixels()
        .chunks(4)
        .filter(|it| it[..3] == [0x1f, 0x5f, 0xa8] || it[..3] == [0x6c, 0xb2, 0xff])
        .count();
    assert!(busy > 500, "{busy} pixels of busy");
    let label = page.host.get_attribute("aria-label").unwrap();
    assert!(label.contains("2.6 times as fast, 550 ms saved"), "{label}");
    page.unmount();
}

#[wasm_bindgen_test]
async fn a_click_selects_the_lane_and_says_what_it_was() {
    let trace = testing::three_downloads();
    let first = named(&trace, "download(\"a.pdf\", 300)");
    let page = mount(trace).await;
    page.pointer("pointerdown", 300, 112);
    page.pointer("pointermove", 302, 112);
    page.pointer("pointerup", 302, 112);
    painted().await;
    assert_eq!(*page.selections.0.borrow(), [Some(first)]);
    assert!(page.said().starts_with("download(\"a.pdf\", 300) in sequential(), line 11"), "{}", page.said());
    page.unmount();
}

#[wasm_bindgen_test]
async fn a_drag_selects_nothing() {
    let page = mount(testing::three_downloads()).await;
    page.pointer("pointerdown", 300, 112);
    page.pointer("pointermove", 350, 112);
    page.pointer("pointerup", 350, 112);
    painted().await;
    assert!(page.selections.0.borrow().is_empty());
    page.unmount();
}

#[wasm_bindgen_test]
async fn a_plain_wheel_scrolls_the_page_and_with_control_it_zooms_until_zero_fits() {
    let page = mount(testing::three_downloads()).await;
    let before = page.pixels();
    assert!(!page.wheel(false), "a plain wheel belongs to the page");
    painted().await;
    assert!(page.pixels() == before);
    assert!(page.wheel(true), "with control it is ours");
    painted().await;
    assert!(page.pixels() != before, "the picture has changed");
    assert!(page.key("Digit0", "0", false));
    painted().await;
    assert!(page.pixels() == before, "0 shows everything again");
    page.unmount();
}

#[wasm_bindgen_test]
async fn the_keyboard_walks_over_lanes_and_polls_and_its_keys_go_no_further() {
    let trace = testing::three_downloads();
    let (all, first) = (named(&trace, "sequential()"), named(&trace, "download(\"a.pdf\", 300)"));
    let page = mount(trace).await;
    let heard = Rc::new(RefCell::new(Vec::<JsValue>::new()));
    let listener = {
        let heard = heard.clone();
        gloo_events::EventListener::new(&document(), "keydown", move |event| {
            heard.borrow_mut().push(event.into());
        })
    };
    for key in ["ArrowDown", "ArrowDown", "ArrowRight"] {
        assert!(page.key(key, key, false));
        painted().await;
    }
    assert_eq!(*page.selections.0.borrow(), [Some(all), Some(first)]);
    assert_eq!(page.said(), "poll 1 of 2: busy 0 ms, pending, at 0 ms");
    assert!(page.key("Escape", "Escape", false));
    painted().await;
    assert_eq!(page.selections.0.borrow().last(), Some(&None));
    assert_eq!(page.said(), "");
    assert_eq!(heard.borrow().len(), 0, "handled keys go no further");
    assert!(!page.key("KeyD", "d", true), "with control a key is the browser's");
    assert!(!page.key("KeyQ", "q", false));
    assert_eq!(heard.borrow().len(), 2);
    drop(listener);
    page.unmount();
}

#[wasm_bindgen_test]
async fn a_job_is_selected_in_its_workers_lane_and_the_arrows_go_on_from_there() {
    let trace = testing::beside::jobs();
    let job = |number: usize| Some(named(&trace, &format!("count_primes({number})")));
    let [first, second, third, fourth] = [0, 1, 2, 3].map(job);
    let page = mount(trace).await;
    // At 120 ms in the lane of worker 1.
    page.pointer("pointerdown", 312, 63);
    page.pointer("pointerup", 312, 63);
    painted().await;
    assert!(page.said().starts_with("count_primes(2), line 22"), "{}", page.said());
    for key in ["ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] {
        assert!(page.key(key, key, false));
        painted().await;
    }
    let expected = [third, first, first, third, fourth, second, first];
    assert_eq!(
        *page.selections.0.borrow(),
        expected,
        "along a worker's lane from job to job, and down and up"
    );
    page.unmount();
}

#[wasm_bindgen_test]
async fn the_lanes_of_workers_are_on_the_way_from_the_top_to_the_spans() {
    let trace = testing::beside::jobs();
    let (first, main) = (Some(named(&trace, "count_primes(0)")), Some(named(&trace, "main")));
    let page = mount(trace).await;
    for key in ["Home", "ArrowDown", "ArrowDown", "ArrowDown"] {
        assert!(page.key(key, key, false));
        painted().await;
    }
    let selections = page.selections.0.borrow().clone();
    assert_eq!((selections[0], selections[2], selections[3]), (first, main, first));
    assert!(page.said().starts_with("count_primes(0), line 20"), "{}", page.said());
    page.unmount();
}

#[wasm_bindgen_test]
async fn who_held_the_lock_is_marked_and_said() {
    let trace = testing::beside::locks();
    let waits = trace.spans().iter().rfind(|it| trace.name(it) == "lock").unwrap().id;
    let page = mount(trace).await;
    let plain = page.pixels();
    // The last lane but one.
    for key in ["End", "ArrowUp"] {
        assert!(page.key(key, key, false));
        painted().await;
    }
    assert_eq!(page.selections.0.borrow().last(), Some(&Some(waits)));
    assert!(page.said().ends_with("Held meanwhile by ann for 100 ms, by bob for 80 ms."), "{}", page.said());
    let ground = [0xfa, 0xf1, 0xd9];
    let marked =
        |it: &[u8]| it.chunks(4).filter(|it| it[..3] == ground || it[..3] == [0x33, 0x30, 0x1f]).count();
    assert!(marked(&page.pixels()) > 500 && marked(&plain) == 0, "{} pixels", marked(&page.pixels()));
    page.unmount();
}

#[wasm_bindgen_test]
async fn the_pointer_shows_what_is_under_it() {
    let page = mount(testing::three_downloads()).await;
    page.pointer("pointermove", 240, 112);
    painted().await;
    let tip = page.root.query_selector(".timeline-tip").unwrap().expect("a tip");
    let text = tip.text_content().unwrap_or_default();
    assert!(text.starts_with("download(\"a.pdf\", 300)idle 300 ms"), "{text}");
    page.pointer("pointerleave", 300, 112);
    painted().await;
    assert!(page.root.query_selector(".timeline-tip").unwrap().is_none());
    page.unmount();
}

#[wasm_bindgen_test]
async fn an_empty_run_and_an_early_goodbye_are_no_trouble() {
    let page = mount(Trace::default()).await;
    assert!(page.key("ArrowDown", "ArrowDown", false));
    assert!(page.key("Enter", "Enter", false));
    assert!(page.wheel(true));
    page.unmount();
    painted().await;
}
