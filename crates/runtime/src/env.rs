//! The environment of a program.

pub use std::env::VarError;

/// Returns a variable: in a run `SITE` is the address of the site; any other is the process's, of which a page has
/// none.
///
/// # Errors
///
/// Fails if there is no such variable, or if it is not Unicode.
pub fn var(name: impl AsRef<str>) -> Result<String, VarError> {
    match crate::run::current_site() {
        Some(site) if name.as_ref() == "SITE" => Ok(site),
        _ => crate::platform::env_var(name.as_ref()),
    }
}
