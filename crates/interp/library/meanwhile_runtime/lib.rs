//! What programs for the browser have beyond tokio.

pub mod db;
