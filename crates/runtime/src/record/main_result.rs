//! What a program's `main` may return.

use std::convert::Infallible;
use std::fmt::Debug;
use std::process::ExitCode;

/// A type that `main` may return.
pub trait MainResult {
    /// Returns how the run ended.
    ///
    /// # Errors
    ///
    /// Fails with the last line of standard error: the error that `main` returned, as Rust prints it, or the exit code,
    /// which a terminal would keep to itself.
    fn into_main_result(self) -> Result<(), String>;
}

impl MainResult for () {
    fn into_main_result(self) -> Result<(), String> {
        Ok(())
    }
}

impl MainResult for Infallible {
    fn into_main_result(self) -> Result<(), String> {
        match self {}
    }
}

impl MainResult for ExitCode {
    fn into_main_result(self) -> Result<(), String> {
        // It tells its number to nobody, but can be compared.
        match (0..=u8::MAX).find(|it| ExitCode::from(*it) == self) {
            Some(0) => Ok(()),
            Some(code) => Err(format!("exit status: {code}")),
            None => Err(format!("exit status: {self:?}")),
        }
    }
}

impl<T: MainResult, E: Debug> MainResult for Result<T, E> {
    fn into_main_result(self) -> Result<(), String> {
        match self {
            Ok(value) => value.into_main_result(),
            Err(error) => Err(format!("Error: {error:?}")),
        }
    }
}

/// Turns what `main` returned into the result of a run.
///
/// # Errors
///
/// Fails with the last line of standard error, as [`MainResult::into_main_result`] does.
///
/// ```
/// use meanwhile_runtime::record::main_result;
/// assert_eq!(main_result(()), Ok(()));
/// assert_eq!(main_result(Err::<(), _>("no luck")), Err("Error: \"no luck\"".to_owned()));
/// assert_eq!(main_result(std::process::ExitCode::from(3)), Err("exit status: 3".to_owned()));
/// ```
pub fn main_result(value: impl MainResult) -> Result<(), String> {
    value.into_main_result()
}
