//! anyhow: one error type for all errors.

mod chain;
mod context;
mod error;
mod show;

pub use chain::Chain;
pub use context::Context;
pub use error::Error;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[allow(non_snake_case)]
pub fn Ok<T>(value: T) -> Result<T> {
    Result::Ok(value)
}

pub mod __private {
    //! What the macros make.

    use super::Error;

    /// `anyhow!(value)`: an error as it is, anything else as a message.
    pub fn error<M: super::context::IntoError>(value: M) -> Error {
        value.into_error()
    }
}
