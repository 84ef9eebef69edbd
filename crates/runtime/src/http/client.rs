//! Who makes requests.

use super::{IntoUrl, Method, RequestBuilder};

/// Makes requests. Costs nothing to make and to clone: the browser keeps the connections.
#[derive(Clone, Debug, Default)]
pub struct Client(());

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident $method:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(&self, url: impl IntoUrl) -> RequestBuilder {
                self.request(Method::$method, url)
            }
        )*
    };
}

impl Client {
    /// Makes a client.
    pub fn new() -> Self {
        Client(())
    }

    methods! {
        /// Begins a `GET` request.
        get GET;
        /// Begins a `POST` request.
        post POST;
        /// Begins a `PUT` request.
        put PUT;
        /// Begins a `PATCH` request.
        patch PATCH;
        /// Begins a `DELETE` request.
        delete DELETE;
        /// Begins a `HEAD` request.
        head HEAD;
    }

    /// Begins a request. A wrong address comes to light when it is sent.
    pub fn request(&self, method: Method, url: impl IntoUrl) -> RequestBuilder {
        RequestBuilder::new(method, url.into_url())
    }
}
