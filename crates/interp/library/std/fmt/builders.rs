//! What `{:?}` is put together with.

use super::{Debug, Display, Formatter, Result};

/// A value printed as the formatter says.
fn shown(value: &dyn Debug, f: &Formatter<'_>) -> String {
    native!()
}

/// Writes the parts between two brackets, on one line or, if `{:#?}` is asked for, each on its own.
fn group(f: &mut Formatter<'_>, open: &str, parts: &[String], close: &str) -> Result {
    native!()
}

#[must_use = "must eventually call `finish()` on Debug builders"]
pub struct DebugStruct<'a, 'b> {
    f: &'a mut Formatter<'b>,
    name: String,
    parts: Vec<String>,
}

impl<'a, 'b> DebugStruct<'a, 'b> {
    pub(super) fn new(f: &'a mut Formatter<'b>, name: &str) -> Self {
        DebugStruct { f, name: String::from(name), parts: Vec::new() }
    }

    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {
        let part = format!("{name}: {}", shown(value, self.f));
        self.parts.push(part);
        self
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        if self.parts.is_empty() {
            self.f.write_str(&self.name)?;
            return self.f.write_str(" { .. }");
        }
        if self.f.alternate() {
            self.f.write_str(&self.name)?;
            let mut text = String::from(" {\n");
            for part in &self.parts {
                text.push_str("    ");
                text.push_str(&part.replace('\n', "\n    "));
                text.push_str(",\n");
            }
            text.push_str("    ..\n}");
            return self.f.write_str(&text);
        }
        self.parts.push(String::from(".."));
        self.finish()
    }

    pub fn finish(&mut self) -> Result {
        self.f.write_str(&self.name)?;
        if self.parts.is_empty() {
            return Ok(());
        }
        if self.f.alternate() {
            group(self.f, " {", &self.parts, "}")
        } else {
            group(self.f, " { ", &self.parts, " }")
        }
    }
}

#[must_use = "must eventually call `finish()` on Debug builders"]
pub struct DebugTuple<'a, 'b> {
    f: &'a mut Formatter<'b>,
    name: String,
    parts: Vec<String>,
}

impl<'a, 'b> DebugTuple<'a, 'b> {
    pub(super) fn new(f: &'a mut Formatter<'b>, name: &str) -> Self {
        DebugTuple { f, name: String::from(name), parts: Vec::new() }
    }

    pub fn field(&mut self, value: &dyn Debug) -> &mut Self {
        let part = shown(value, self.f);
        self.parts.push(part);
        self
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.parts.push(String::from(".."));
        self.finish()
    }

    pub fn finish(&mut self) -> Result {
        self.f.write_str(&self.name)?;
        if self.parts.is_empty() {
            return Ok(());
        }
        let lone = self.name.is_empty() && self.parts.len() == 1 && !self.f.alternate();
        group(self.f, "(", &self.parts, if lone { ",)" } else { ")" })
    }
}

macro_rules! collections {
    ($($name:ident $open:literal $close:literal;)*) => {$(
        #[must_use = "must eventually call `finish()` on Debug builders"]
        pub struct $name<'a, 'b> {
            f: &'a mut Formatter<'b>,
            parts: Vec<String>,
        }

        impl<'a, 'b> $name<'a, 'b> {
            pub(super) fn new(f: &'a mut Formatter<'b>) -> Self {
                $name { f, parts: Vec::new() }
            }

            pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
                let part = shown(entry, self.f);
                self.parts.push(part);
                self
            }

            pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
                for entry in entries {
                    self.entry(&entry);
                }
                self
            }

            pub fn finish(&mut self) -> Result {
                group(self.f, $open, &self.parts, $close)
            }

            pub fn finish_non_exhaustive(&mut self) -> Result {
                self.parts.push(String::from(".."));
                self.finish()
            }
        }
    )*};
}

collections! {
    DebugList "[" "]";
    DebugSet "{" "}";
}

#[must_use = "must eventually call `finish()` on Debug builders"]
pub struct DebugMap<'a, 'b> {
    f: &'a mut Formatter<'b>,
    key: Option<String>,
    parts: Vec<String>,
}

impl<'a, 'b> DebugMap<'a, 'b> {
    pub(super) fn new(f: &'a mut Formatter<'b>) -> Self {
        DebugMap { f, key: None, parts: Vec::new() }
    }

    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {
        self.key(key).value(value)
    }

    pub fn key(&mut self, key: &dyn Debug) -> &mut Self {
        self.key = Some(shown(key, self.f));
        self
    }

    pub fn value(&mut self, value: &dyn Debug) -> &mut Self {
        let key = self.key.take().unwrap_or_default();
        let part = format!("{key}: {}", shown(value, self.f));
        self.parts.push(part);
        self
    }

    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self {
        for (key, value) in entries {
            self.entry(&key, &value);
        }
        self
    }

    pub fn finish(&mut self) -> Result {
        group(self.f, "{", &self.parts, "}")
    }

    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.parts.push(String::from(".."));
        self.finish()
    }
}

/// A closure that prints.
pub struct FromFn<F>(F);

pub fn from_fn<F: Fn(&mut Formatter<'_>) -> Result>(f: F) -> FromFn<F> {
    FromFn(f)
}

impl<F: Fn(&mut Formatter<'_>) -> Result> Debug for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}

impl<F: Fn(&mut Formatter<'_>) -> Result> Display for FromFn<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        (self.0)(f)
    }
}
