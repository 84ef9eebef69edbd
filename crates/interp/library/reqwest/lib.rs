//! reqwest: requests that the host makes.

mod client;
mod error;
pub mod header;
mod host;
mod method;
pub mod redirect;
mod response;
mod status;
mod url;

pub use client::{Client, ClientBuilder, RequestBuilder};
pub use error::{Error, Result};
pub use method::Method;
pub use response::Response;
pub use status::StatusCode;
pub use url::{IntoUrl, Url};

pub async fn get<T: IntoUrl>(url: T) -> Result<Response> {
    Client::new().get(url).send().await
}
