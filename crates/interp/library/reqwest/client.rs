//! Requests.

use crate::error::{Result, of_host};
use crate::header::HeaderMap;
use crate::host::host_send;
use crate::method::Method;
use crate::redirect::Policy;
use crate::response::Response;
use crate::url::IntoUrl;
use serde::Serialize;
use std::fmt::Display;
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Client {
    headers: Vec<(String, String)>,
    timeout: Duration,
    redirections: i64,
}

#[derive(Debug)]
#[must_use]
pub struct ClientBuilder {
    client: Client,
}

impl Default for Client {
    fn default() -> Self {
        Client::new()
    }
}

impl Client {
    pub fn new() -> Client {
        Client { headers: Vec::new(), timeout: Duration::ZERO, redirections: -1 }
    }

    pub fn builder() -> ClientBuilder {
        ClientBuilder { client: Client::new() }
    }

    pub fn get<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::GET, url)
    }

    pub fn post<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::POST, url)
    }

    pub fn put<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::PUT, url)
    }

    pub fn patch<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::PATCH, url)
    }

    pub fn delete<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::DELETE, url)
    }

    pub fn head<U: IntoUrl>(&self, url: U) -> RequestBuilder {
        self.request(Method::HEAD, url)
    }

    pub fn request<U: IntoUrl>(&self, method: Method, url: U) -> RequestBuilder {
        RequestBuilder {
            method,
            url: String::from(IntoUrl::as_str(&url)),
            headers: self.headers.clone(),
            body: None,
            timeout: self.timeout,
            redirections: self.redirections,
        }
    }
}

impl ClientBuilder {
    pub fn new() -> ClientBuilder {
        Client::builder()
    }

    pub fn timeout(mut self, timeout: Duration) -> ClientBuilder {
        self.client.timeout = timeout;
        self
    }

    pub fn redirect(mut self, policy: Policy) -> ClientBuilder {
        self.client.redirections = policy.most;
        self
    }

    pub fn user_agent<V: AsRef<str>>(mut self, value: V) -> ClientBuilder {
        self.client.headers.push((String::from("user-agent"), String::from(value.as_ref())));
        self
    }

    pub fn default_headers(mut self, headers: HeaderMap) -> ClientBuilder {
        self.client.headers.extend(headers.pairs());
        self
    }

    pub fn build(self) -> Result<Client> {
        Ok(self.client)
    }
}

#[derive(Debug)]
#[must_use]
pub struct RequestBuilder {
    method: Method,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    timeout: Duration,
    redirections: i64,
}

impl RequestBuilder {
    pub fn header<K: AsRef<str>, V: AsRef<str>>(mut self, key: K, value: V) -> RequestBuilder {
        self.headers.push((key.as_ref().to_ascii_lowercase(), String::from(value.as_ref())));
        self
    }

    pub fn headers(mut self, headers: HeaderMap) -> RequestBuilder {
        self.headers.extend(headers.pairs());
        self
    }

    pub fn bearer_auth<T: Display>(self, token: T) -> RequestBuilder {
        self.header("authorization", format!("Bearer {token}"))
    }

    pub fn body<T: Into<Vec<u8>>>(mut self, body: T) -> RequestBuilder {
        let body: Vec<u8> = body.into();
        self.body = Some(body);
        self
    }

    pub fn json<T: Serialize + ?Sized>(mut self, json: &T) -> RequestBuilder {
        self.body = serde_json::to_vec(json).ok();
        if !self.headers.iter().any(|it| it.0 == "content-type") {
            self.headers.push((String::from("content-type"), String::from("application/json")));
        }
        self
    }

    pub fn query<T: Serialize + ?Sized>(mut self, query: &T) -> RequestBuilder {
        let value = serde_json::to_value(query).unwrap_or_default();
        let mut pairs: Vec<String> = Vec::new();
        match &value {
            serde_json::Value::Object(map) => {
                for (name, value) in map.iter() {
                    pairs.push(format!("{}={}", encoded(name), plain(value)));
                }
            }
            serde_json::Value::Array(all) => {
                for pair in all {
                    pairs.push(format!("{}={}", plain(&pair[0]), plain(&pair[1])));
                }
            }
            _ => {}
        }
        self.url.push(if self.url.contains('?') { '&' } else { '?' });
        self.url.push_str(&pairs.join("&"));
        self
    }

    pub fn timeout(mut self, timeout: Duration) -> RequestBuilder {
        self.timeout = timeout;
        self
    }

    pub async fn send(self) -> Result<Response> {
        let has_body = self.body.is_some();
        let body = self.body.unwrap_or_default();
        let sent = host_send(
            self.method.as_str(),
            &self.url,
            &self.headers,
            &body,
            has_body,
            self.timeout.as_secs(),
            self.timeout.subsec_nanos(),
            self.redirections,
        );
        match sent.await {
            Ok(host) => Ok(Response::of(host)),
            Err(error) => Err(of_host(error)),
        }
    }
}

fn plain(value: &serde_json::Value) -> String {
    match value.as_str() {
        Some(text) => encoded(text),
        None => value.to_string(),
    }
}

/// As in a form: what is neither a letter nor a digit as its bytes.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => out.push(byte as char),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
