//! What a program's `main` may return.

use std::fmt::Debug;

/// A type that `main` may return.
pub trait MainResult {
    /// Returns what Rust's own `main` would print behind `Error: `, if it would.
    ///
    /// # Errors
    ///
    /// Fails with the text of the error that `main` returned.
    fn into_main_result(self) -> Result<(), String>;
}

impl MainResult for () {
    fn into_main_result(self) -> Result<(), String> {
        Ok(())
    }
}

impl<T: MainResult, E: Debug> MainResult for Result<T, E> {
    fn into_main_result(self) -> Result<(), String> {
        match self {
            Ok(value) => value.into_main_result(),
            Err(error) => Err(format!("{error:?}")),
        }
    }
}

/// Turns what `main` returned into the result of a run.
///
/// # Errors
///
/// Fails with the text of the error that `main` returned.
///
/// ```
/// use meanwhile_runtime::record::main_result;
/// assert_eq!(main_result(()), Ok(()));
/// assert_eq!(main_result(Err::<(), _>("no luck")), Err("\"no luck\"".to_owned()));
/// ```
pub fn main_result(value: impl MainResult) -> Result<(), String> {
    value.into_main_result()
}
