//! JSON as serde's tree of data, with the places of its parts.

use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::tree::{AdtId, IntTy};
use crate::value::{Head, Obj, Value};

pub(super) const TABLE: Table =
    &[("host::parse_json", parse), ("host::text_as_json", text), ("host::float_as_json", float)];

/// Variants of `serde::Kind`, by their numbers.
const NULL: u32 = 0;
const BOOL: u32 = 1;
const INT: u32 = 2;
const FLOAT: u32 = 3;
const TEXT: u32 = 5;
const LIST: u32 = 6;
const MAP: u32 = 7;

/// `Ok(content)`, or the message of an error with its line, its column and its category.
fn parse(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.text(0)?;
    let machine = call.machine;
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&text) {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.strip_suffix(&place).unwrap_or(&message);
        let category = match error.classify() {
            serde_json::error::Category::Eof => "eof",
            serde_json::error::Category::Syntax => "syntax",
            serde_json::error::Category::Data => "data",
            serde_json::error::Category::Io => "io",
        };
        let place = [error.line(), error.column()].map(Value::usize);
        let [line, column] = place;
        let found = Value::tuple([machine.string(message), line, column, Value::str(category)]);
        return Ok(machine.result(Err(found)));
    }
    let adts = machine.program().lang.adts.clone();
    let (Some(&content), Some(&kind)) = (adts.get("serde::Content"), adts.get("serde::Kind")) else {
        return Err(Trap::fault(call.span, "the library has no `serde::Content`"));
    };
    let mut reader = Reader { machine, text: &text, at: 0, line: 1, line_start: 0, content, kind };
    let value = reader.value(None);
    Ok(machine.result(Ok(value)))
}

/// Reads what is known to be JSON.
struct Reader<'a> {
    machine: &'a Machine,
    text: &'a str,
    at: usize,
    line: usize,
    line_start: usize,
    content: AdtId,
    kind: AdtId,
}

impl Reader<'_> {
    fn peek(&mut self) -> u8 {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    self.line += 1;
                    self.line_start = self.at;
                }
                Some(b' ' | b'\t' | b'\r') => self.at += 1,
                other => return other.copied().unwrap_or_default(),
            }
        }
    }

    fn place(&self) -> Value {
        Value::tuple([Value::usize(self.line), Value::usize(self.at - self.line_start)])
    }

    /// A value. Where it has no parts its start is said to be the end of the key before it: that is where an error about
    /// the key is.
    fn value(&mut self, key: Option<Value>) -> Value {
        let first = self.peek();
        let start = key.filter(|_| !matches!(first, b'{' | b'[')).unwrap_or_else(|| self.place());
        let (variant, field) = match first {
            b'{' => (MAP, self.map()),
            b'[' => (LIST, self.list()),
            b'"' => (TEXT, self.string()),
            b't' | b'f' => {
                self.at += if first == b't' { 4 } else { 5 };
                (BOOL, Value::Bool(first == b't'))
            }
            b'n' => {
                self.at += 4;
                (NULL, Value::Unit)
            }
            _ => self.number(),
        };
        let kind = match variant {
            NULL => Value::adt(self.kind, NULL, []),
            _ => Value::adt(self.kind, variant, [field]),
        };
        Value::adt(self.content, 0, [kind, start, self.place()])
    }

    fn vec(&self, elements: Vec<Value>) -> Value {
        Value::Obj(Obj::new(Head::Adt(self.machine.known().vec), 0, elements.into_iter().collect()))
    }

    fn list(&mut self) -> Value {
        let mut items = Vec::new();
        self.at += 1;
        while self.peek() != b']' {
            if self.peek() == b',' {
                self.at += 1;
            }
            items.push(self.value(None));
        }
        self.at += 1;
        self.vec(items)
    }

    fn map(&mut self) -> Value {
        let mut entries = Vec::new();
        self.at += 1;
        while self.peek() != b'}' {
            if self.peek() == b',' {
                self.at += 1;
            }
            self.peek();
            let key = self.string();
            let end = self.place();
            self.peek();
            self.at += 1;
            let value = self.value(Some(end));
            entries.push(Value::tuple([key, value]));
        }
        self.at += 1;
        self.vec(entries)
    }

    fn string(&mut self) -> Value {
        let (start, bytes) = (self.at, self.text.as_bytes());
        self.at += 1;
        while bytes.get(self.at).is_some_and(|it| *it != b'"') {
            self.at += if bytes[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let text: String = serde_json::from_str(&self.text[start..self.at]).unwrap_or_default();
        self.machine.string(text)
    }

    fn number(&mut self) -> (u32, Value) {
        let start = self.at;
        let is_part = |it: &u8| matches!(it, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        while self.text.as_bytes().get(self.at).is_some_and(is_part) {
            self.at += 1;
        }
        let token = &self.text[start..self.at];
        let whole = token.parse::<i128>().ok().filter(|it| *it <= i128::from(u64::MAX));
        match whole.filter(|it| *it >= i128::from(i64::MIN) && token != "-0") {
            Some(number) => (INT, Value::int(IntTy::I128, number)),
            None => (FLOAT, Value::F64(serde_json::from_str(token).unwrap_or_default())),
        }
    }
}

/// A text in quotes.
fn text(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.text(0)?;
    Ok(call.machine.string(serde_json::to_string(&**text).unwrap_or_default()))
}

fn float(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = match call.args.first() {
        Some(Value::F32(it)) => serde_json::to_string(it),
        Some(Value::F64(it)) => serde_json::to_string(it),
        _ => return Err(Trap::fault(call.span, "a number that is none")),
    };
    Ok(call.machine.string(text.unwrap_or_default()))
}
