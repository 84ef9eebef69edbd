//! Values, as JSON.

use super::key::{KeyData, LARGEST};
use super::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Turns a value into JSON that JavaScript reads without a loss.
pub(super) fn encode<V: Serialize>(value: &V) -> Result<String> {
    let value = serde_json::to_value(value).map_err(|error| Error::Data(error.to_string()))?;
    check(&value)?;
    Ok(value.to_string())
}

pub(super) fn decode<V: DeserializeOwned>(json: &str) -> Result<V> {
    serde_json::from_str(json).map_err(|error| Error::Data(error.to_string()))
}

fn check(value: &Value) -> Result<()> {
    match value {
        Value::Number(number) => {
            let size = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs)).unwrap_or(0);
            if size > LARGEST {
                return Err(Error::Data(format!("{number} is beyond 2^53, store it as text")));
            }
            Ok(())
        }
        Value::Array(values) => values.iter().try_for_each(check),
        Value::Object(fields) => fields.values().try_for_each(check),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

/// Returns by which key an index has a record; `None` if it does not have it.
pub(crate) fn index_key(json: &str, field: &str) -> Option<KeyData> {
    let value: Value = serde_json::from_str(json).ok()?;
    key_of(field.split('.').try_fold(&value, |value, name| value.get(name))?)
}

fn key_of(value: &Value) -> Option<KeyData> {
    match value {
        Value::Number(number) => Some(KeyData::Number(number.as_f64()? + 0.0)),
        Value::String(text) => Some(KeyData::Text(text.clone())),
        Value::Array(values) => Some(KeyData::List(values.iter().map(key_of).collect::<Option<_>>()?)),
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}
