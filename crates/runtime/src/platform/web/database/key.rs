//! Keys as JavaScript has them.

use super::error::error;
use crate::db::{Error, KeyData, KeyRange, Result};
use js_sys::Array;
use std::ops::Bound;
use wasm_bindgen::{JsCast as _, JsValue};

pub(super) fn to(key: &KeyData) -> JsValue {
    match key {
        KeyData::Number(number) => JsValue::from_f64(*number),
        KeyData::Text(text) => JsValue::from_str(text),
        KeyData::List(parts) => parts.iter().map(to).collect::<Array>().into(),
    }
}

pub(super) fn of(key: &JsValue) -> Result<KeyData> {
    if let Some(number) = key.as_f64() {
        return Ok(KeyData::Number(number));
    }
    if let Some(text) = key.as_string() {
        return Ok(KeyData::Text(text));
    }
    match key.dyn_ref::<Array>() {
        Some(parts) => Ok(KeyData::List(parts.iter().map(|it| of(&it)).collect::<Result<_>>()?)),
        None => Err(Error::Key(format!("{key:?}"))),
    }
}

/// Returns a range that is not empty; `None` for all keys.
pub(super) fn range(range: &KeyRange) -> Result<Option<idb::Query>> {
    let bound = |it: &Bound<KeyData>| match it {
        Bound::Included(key) => Some((to(key), false)),
        Bound::Excluded(key) => Some((to(key), true)),
        Bound::Unbounded => None,
    };
    let range = match (bound(&range.start), bound(&range.end)) {
        (None, None) => return Ok(None),
        (Some((start, open)), None) => idb::KeyRange::lower_bound(&start, Some(open)),
        (None, Some((end, open))) => idb::KeyRange::upper_bound(&end, Some(open)),
        (Some((start, start_open)), Some((end, end_open))) => {
            idb::KeyRange::bound(&start, &end, Some(start_open), Some(end_open))
        }
    };
    Ok(Some(range.map_err(error)?.into()))
}
