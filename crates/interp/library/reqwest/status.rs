//! What an answer says first.

use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusCode(u16);

macro_rules! codes {
    ($($name:ident $code:literal $reason:literal)*) => {
        impl StatusCode {
            $(pub const $name: StatusCode = StatusCode($code);)*

            pub fn canonical_reason(&self) -> Option<&'static str> {
                match self.0 {
                    $($code => Some($reason),)*
                    _ => None,
                }
            }
        }
    };
}

codes! {
    CONTINUE 100 "Continue"
    SWITCHING_PROTOCOLS 101 "Switching Protocols"
    OK 200 "OK"
    CREATED 201 "Created"
    ACCEPTED 202 "Accepted"
    NO_CONTENT 204 "No Content"
    PARTIAL_CONTENT 206 "Partial Content"
    MOVED_PERMANENTLY 301 "Moved Permanently"
    FOUND 302 "Found"
    SEE_OTHER 303 "See Other"
    NOT_MODIFIED 304 "Not Modified"
    TEMPORARY_REDIRECT 307 "Temporary Redirect"
    PERMANENT_REDIRECT 308 "Permanent Redirect"
    BAD_REQUEST 400 "Bad Request"
    UNAUTHORIZED 401 "Unauthorized"
    FORBIDDEN 403 "Forbidden"
    NOT_FOUND 404 "Not Found"
    METHOD_NOT_ALLOWED 405 "Method Not Allowed"
    NOT_ACCEPTABLE 406 "Not Acceptable"
    REQUEST_TIMEOUT 408 "Request Timeout"
    CONFLICT 409 "Conflict"
    GONE 410 "Gone"
    PAYLOAD_TOO_LARGE 413 "Payload Too Large"
    IM_A_TEAPOT 418 "I'm a teapot"
    UNPROCESSABLE_ENTITY 422 "Unprocessable Entity"
    TOO_MANY_REQUESTS 429 "Too Many Requests"
    INTERNAL_SERVER_ERROR 500 "Internal Server Error"
    NOT_IMPLEMENTED 501 "Not Implemented"
    BAD_GATEWAY 502 "Bad Gateway"
    SERVICE_UNAVAILABLE 503 "Service Unavailable"
    GATEWAY_TIMEOUT 504 "Gateway Timeout"
}

impl StatusCode {
    pub(crate) fn of(code: u16) -> StatusCode {
        StatusCode(code)
    }

    pub fn as_u16(&self) -> u16 {
        self.0
    }

    pub fn is_informational(&self) -> bool {
        self.0 / 100 == 1
    }

    pub fn is_success(&self) -> bool {
        self.0 / 100 == 2
    }

    pub fn is_redirection(&self) -> bool {
        self.0 / 100 == 3
    }

    pub fn is_client_error(&self) -> bool {
        self.0 / 100 == 4
    }

    pub fn is_server_error(&self) -> bool {
        self.0 / 100 == 5
    }
}

impl PartialEq<u16> for StatusCode {
    fn eq(&self, other: &u16) -> bool {
        self.0 == *other
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.canonical_reason().unwrap_or("<unknown status code>"))
    }
}

impl fmt::Debug for StatusCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
