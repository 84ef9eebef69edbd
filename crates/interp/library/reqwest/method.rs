//! What is asked.

use std::fmt;

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Method(&'static str);

macro_rules! methods {
    ($($name:ident)*) => {$(
        pub const $name: Method = Method(stringify!($name));
    )*};
}

impl Method {
    methods! { GET POST PUT DELETE HEAD OPTIONS CONNECT PATCH TRACE }

    pub fn as_str(&self) -> &str {
        self.0
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
