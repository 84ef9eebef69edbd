//! A run's result as the JavaScript object of the contract, made directly: by way of JSON it would cost the page a
//! writer of JSON.

use crate::browser;
use js_sys::{Array, Object};
use meanwhile_trace::report::{
    ComparisonReport, Diagnostic, LintReport, OutputReport, RunResult, SpanReport,
};
use wasm_bindgen::JsValue;

/// Makes the object, with the fields and in the order of [`RunResult`].
pub(crate) fn to_js(result: &RunResult) -> JsValue {
    object(&[
        ("version", result.version.into()),
        ("status", result.status.name().into()),
        ("clock", result.clock.name().into()),
        ("engine", result.engine.name().into()),
        ("elapsedMs", result.elapsed_ms.into()),
        ("output", array(&result.output, output)),
        ("diagnostics", array(&result.diagnostics, diagnostic)),
        ("spans", array(&result.spans, span)),
        ("lints", array(&result.lints, lint)),
        ("comparison", result.comparison.as_ref().map_or(JsValue::NULL, comparison)),
        ("droppedEvents", (result.dropped_events as f64).into()),
    ])
}

fn output(it: &OutputReport) -> JsValue {
    object(&[("stream", it.stream.into()), ("text", it.text.as_str().into()), ("atMs", it.at_ms.into())])
}

fn diagnostic(it: &Diagnostic) -> JsValue {
    object(&[
        ("severity", it.severity.as_str().into()),
        ("message", it.message.as_str().into()),
        ("line", it.line.into()),
        ("column", it.column.into()),
        ("endLine", it.end_line.into()),
        ("endColumn", it.end_column.into()),
        ("hint", or_null(it.hint.as_deref())),
    ])
}

fn span(it: &SpanReport) -> JsValue {
    object(&[
        ("id", it.id.into()),
        ("parent", or_null(it.parent)),
        ("kind", it.kind.into()),
        ("name", it.name.as_str().into()),
        ("line", or_null(it.line)),
        ("startMs", it.start_ms.into()),
        ("endMs", or_null(it.end_ms)),
        ("end", or_null(it.end)),
        ("polls", it.polls.into()),
        ("wakes", it.wakes.into()),
        ("busyMs", it.busy_ms.into()),
        ("scheduledMs", it.scheduled_ms.into()),
        ("idleMs", it.idle_ms.into()),
    ])
}

fn lint(it: &LintReport) -> JsValue {
    object(&[
        ("name", it.name.as_str().into()),
        ("span", or_null(it.span)),
        ("message", it.message.as_str().into()),
        ("line", or_null(it.line)),
    ])
}

fn comparison(it: &ComparisonReport) -> JsValue {
    object(&[
        ("left", it.left.into()),
        ("right", it.right.into()),
        ("factor", it.factor.into()),
        ("savedMs", it.saved_ms.into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        browser::set(&object, key, value);
    }
    object.into()
}

fn array<T>(items: &[T], to_js: fn(&T) -> JsValue) -> JsValue {
    let array = Array::new();
    for it in items {
        array.push(&to_js(it));
    }
    array.into()
}

/// What is missing is `null`, as in JSON.
fn or_null(value: Option<impl Into<JsValue>>) -> JsValue {
    value.map_or(JsValue::NULL, Into::into)
}
