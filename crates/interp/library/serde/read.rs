//! Values out of the tree.

use crate::content::{Content, DataError, Kind};
use crate::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

pub struct ContentDeserializer {
    pub content: Content,
}

impl<'de> Deserializer<'de> for ContentDeserializer {
    type Error = DataError;

    fn content(self) -> Result<Content, DataError> {
        Ok(self.content)
    }
}

/// A field that is not there.
struct Missing {
    name: &'static str,
    place: (usize, usize),
}

impl<'de> Deserializer<'de> for Missing {
    type Error = DataError;

    fn content(self) -> Result<Content, DataError> {
        Err(DataError::at(format!("missing field `{}`", self.name), self.place))
    }

    fn optional(self) -> Result<Option<Content>, DataError> {
        Ok(None)
    }
}

/// An error about a piece of data gets its place, if it has none yet.
fn placed<T>(result: Result<T, DataError>, place: (usize, usize)) -> Result<T, DataError> {
    match result {
        Err(error) if error.line == 0 => Err(DataError::at(error.message, place)),
        other => other,
    }
}

pub(crate) fn invalid_type<T>(content: &Content, expected: &str) -> Result<T, DataError> {
    let message = format!("invalid type: {}, expected {expected}", content.described());
    Err(DataError::at(message, content.place()))
}

/// Fails if a list has more than so many items. In a text that is told of what follows, where it begins.
pub(crate) fn too_many(items: &[Content], most: usize) -> Result<(), DataError> {
    match items.get(most) {
        None => Ok(()),
        Some(Content { start: (0, 0), .. }) => {
            let message = format!("invalid length {}, expected fewer elements in array", items.len());
            Err(DataError::at(message, (0, 0)))
        }
        Some(extra) => {
            let (line, column) = extra.start;
            Err(DataError::at(String::from("trailing characters"), (line, column + 1)))
        }
    }
}

/// A value of a piece of data.
pub fn value_of<'de, T: Deserialize<'de>>(content: Content) -> Result<T, DataError> {
    let place = content.place();
    let value: Result<T, DataError> = T::deserialize(ContentDeserializer { content });
    placed(value, place)
}

/// What a function of the program's own reads of all there is: its errors have no place.
pub fn value_by<T>(
    content: Content,
    read: impl FnOnce(ContentDeserializer) -> Result<T, DataError>,
) -> Result<T, DataError> {
    read(ContentDeserializer { content })
}

/// What a function of the program's own reads of one of several pieces.
fn read_by<T>(
    content: Content,
    read: impl FnOnce(ContentDeserializer) -> Result<T, DataError>,
) -> Result<T, DataError> {
    let place = content.place();
    placed(read(ContentDeserializer { content }), place)
}

/// The fields of a struct.
pub struct Fields {
    entries: Vec<(String, Content)>,
    /// They stand in a list, without names.
    items: Option<std::vec::IntoIter<Content>>,
    end: (usize, usize),
    expected: &'static str,
    taken: usize,
    len: usize,
}

impl Fields {
    pub fn of(
        content: Content,
        expected: &'static str,
        names: &[&'static str],
        strict: bool,
    ) -> Result<Fields, DataError> {
        let end = content.end;
        match content.kind {
            Kind::Map(entries) => {
                if strict {
                    for (name, value) in &entries {
                        if !names.is_empty() && !names.contains(&name.as_str()) {
                            return Err(DataError::at(unknown("field", name, names), value.start));
                        }
                    }
                }
                Ok(Fields { entries, items: None, end, expected, taken: 0, len: names.len() })
            }
            Kind::List(items) => {
                too_many(&items, names.len())?;
                let items = Some(items.into_iter());
                Ok(Fields { entries: Vec::new(), items, end, expected, taken: 0, len: names.len() })
            }
            kind => invalid_type(&Content { kind, start: content.start, end }, expected),
        }
    }

    /// What is there of a field; fails if a list has ended that must have it.
    fn find(&mut self, names: &[&'static str], needed: bool) -> Result<Option<Content>, DataError> {
        if let Some(items) = &mut self.items {
            let item = items.next();
            if item.is_none() && needed {
                let plural = if self.len == 1 { "element" } else { "elements" };
                let message =
                    format!("invalid length {}, expected {} with {} {plural}", self.taken, self.expected, self.len);
                return Err(DataError::at(message, self.end));
            }
            self.taken += 1;
            return Ok(item);
        }
        for at in 0..self.entries.len() {
            if names.contains(&self.entries[at].0.as_str()) {
                return Ok(Some(self.entries.remove(at).1));
            }
        }
        Ok(None)
    }

    /// The field of a name, or of another that it has.
    pub fn take<'de, T: Deserialize<'de>>(&mut self, names: &[&'static str]) -> Result<T, DataError> {
        match self.find(names, true)? {
            Some(content) => value_of::<T>(content),
            None => T::deserialize(Missing { name: names[0], place: self.end }),
        }
    }

    /// As [`take`](Fields::take), of what is read by a function of the program's own.
    pub fn take_by<T>(
        &mut self,
        names: &[&'static str],
        read: impl FnOnce(ContentDeserializer) -> Result<T, DataError>,
    ) -> Result<T, DataError> {
        match self.find(names, true)? {
            Some(content) => read_by(content, read),
            None => Err(DataError::at(format!("missing field `{}`", names[0]), self.end)),
        }
    }

    /// As [`take`](Fields::take), of a field that may be missing.
    pub fn maybe<'de, T: Deserialize<'de>>(&mut self, names: &[&'static str]) -> Result<Option<T>, DataError> {
        match self.find(names, false)? {
            Some(content) => Ok(Some(value_of::<T>(content)?)),
            None => Ok(None),
        }
    }

    /// As [`take_by`](Fields::take_by), of a field that may be missing.
    pub fn maybe_by<T>(
        &mut self,
        names: &[&'static str],
        read: impl FnOnce(ContentDeserializer) -> Result<T, DataError>,
    ) -> Result<Option<T>, DataError> {
        match self.find(names, false)? {
            Some(content) => Ok(Some(read_by(content, read)?)),
            None => Ok(None),
        }
    }

    /// What is left, for a flattened field.
    pub fn rest<'de, T: Deserialize<'de>>(&mut self) -> Result<T, DataError> {
        let entries = self.entries.clone();
        let content = Content { kind: Kind::Map(entries), start: self.end, end: self.end };
        value_of::<T>(content)
    }
}

pub(crate) fn unknown(what: &str, name: &str, names: &[&'static str]) -> String {
    let names = names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>();
    match names.len() {
        0 => format!("unknown {what} `{name}`, there are no {what}s"),
        1 => format!("unknown {what} `{name}`, expected {}", names[0]),
        2 => format!("unknown {what} `{name}`, expected {} or {}", names[0], names[1]),
        _ => format!("unknown {what} `{name}`, expected one of {}", names.join(", ")),
    }
}

/// The name of an enum's variant, and its content.
pub fn variant_of(
    content: Content,
    expected: &'static str,
    names: &[&'static str],
) -> Result<(String, Content), DataError> {
    let (start, end) = (content.start, content.end);
    let (name, inner) = match content.kind {
        Kind::Text(name) => (name, Content { kind: Kind::Null, start, end }),
        Kind::Map(mut entries) if entries.len() == 1 => entries.remove(0),
        Kind::Map(_) => return Err(DataError::at(String::from("expected value"), end)),
        kind => return invalid_type(&Content { kind, start, end }, expected),
    };
    if !names.is_empty() && !names.contains(&name.as_str()) {
        return Err(DataError::at(unknown("variant", &name, names), end));
    }
    Ok((name, inner))
}

/// What a variant without content that does not fit comes to.
pub fn unfit<T>() -> Result<T, DataError> {
    Err(DataError::at(String::from("invalid type"), (0, 0)))
}

/// The variant that a field names, and the content: what is left, or another field.
pub fn tagged(
    content: Content,
    tag: &'static str,
    inside: Option<&'static str>,
    expected: &'static str,
    names: &[&'static str],
) -> Result<(String, Content), DataError> {
    let (start, end) = (content.start, content.end);
    let Kind::Map(mut entries) = content.kind else {
        return invalid_type(&Content { kind: content.kind, start, end }, expected);
    };
    let Some(at) = entries.iter().position(|it| it.0 == tag) else {
        return Err(DataError::at(format!("missing field `{tag}`"), end));
    };
    let (_, named) = entries.remove(at);
    let Kind::Text(name) = named.kind else { return invalid_type(&named, "variant identifier") };
    if !names.is_empty() && !names.contains(&name.as_str()) {
        return Err(DataError::at(unknown("variant", &name, names), named.end));
    }
    let inner = match inside {
        // What stands around its tag is read once the tag is known: nobody knows then where it stood.
        None => unplaced(Kind::Map(entries)),
        Some(field) => match entries.iter().position(|it| it.0 == field) {
            Some(at) => entries.remove(at).1,
            None => Content { kind: Kind::Null, start, end },
        },
    };
    Ok((name, inner))
}

fn unplaced(kind: Kind) -> Content {
    let kind = match kind {
        Kind::List(items) => Kind::List(items.into_iter().map(|it| unplaced(it.kind)).collect()),
        Kind::Map(entries) => {
            Kind::Map(entries.into_iter().map(|(name, it)| (name, unplaced(it.kind))).collect())
        }
        other => other,
    };
    Content::of(kind)
}

/// Shows a visitor what the data is.
pub(crate) fn visit<'de, V: Visitor<'de>>(content: Content, visitor: V) -> Result<V::Value, DataError> {
    let (place, end) = (content.place(), content.end);
    let shown = match content.kind {
        Kind::Null => visitor.visit_unit::<DataError>(),
        Kind::Bool(it) => visitor.visit_bool::<DataError>(it),
        Kind::Int(it) if it < 0 => visitor.visit_i64::<DataError>(it as i64),
        Kind::Int(it) => visitor.visit_u64::<DataError>(it as u64),
        Kind::Float(it) => visitor.visit_f64::<DataError>(it),
        Kind::Float32(it) => visitor.visit_f32::<DataError>(it),
        Kind::Text(it) => visitor.visit_string::<DataError>(it),
        Kind::List(items) => visitor.visit_seq(Items { items: items.into_iter() }),
        Kind::Map(entries) => visitor.visit_map(Entries { entries: entries.into_iter(), value: None, end }),
    };
    placed(shown, place)
}

struct Items {
    items: std::vec::IntoIter<Content>,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = DataError;

    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, DataError> {
        match self.items.next() {
            Some(content) => Ok(Some(value_of::<T>(content)?)),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries {
    entries: std::vec::IntoIter<(String, Content)>,
    value: Option<Content>,
    end: (usize, usize),
}

impl<'de> MapAccess<'de> for Entries {
    type Error = DataError;

    fn next_key<K: Deserialize<'de>>(&mut self) -> Result<Option<K>, DataError> {
        match self.entries.next() {
            Some((key, value)) => {
                let place = value.start;
                self.value = Some(value);
                Ok(Some(value_of::<K>(Content { kind: Kind::Text(key), start: place, end: place })?))
            }
            None => Ok(None),
        }
    }

    fn next_value<V: Deserialize<'de>>(&mut self) -> Result<V, DataError> {
        value_of::<V>(self.value.take().expect("MapAccess::next_value called before next_key"))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}
