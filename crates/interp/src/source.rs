//! Places in source texts: the program's and the library's.

use std::rc::Rc;

/// One of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FileId(pub u16);

impl FileId {
    /// The program's own text.
    pub const PROGRAM: FileId = FileId(0);
}

/// A stretch of a text. Lines and columns count from 1, columns in characters; the end is behind the last character.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// Which text.
    pub file: FileId,
    /// Its first line.
    pub line: u32,
    /// Its first column.
    pub column: u32,
    /// Its last line.
    pub end_line: u32,
    /// The column behind its last character.
    pub end_column: u32,
}

impl Span {
    /// Where there is nothing to point at: what the interpreter makes itself.
    pub const NONE: Span = Span { file: FileId::PROGRAM, line: 0, column: 0, end_line: 0, end_column: 0 };

    /// Reads a span of a token.
    pub fn of(file: FileId, span: proc_macro2::Span) -> Self {
        let (start, end) = (span.start(), span.end());
        Span {
            file,
            line: start.line as u32,
            column: start.column as u32 + 1,
            end_line: end.line as u32,
            end_column: end.column as u32 + 1,
        }
    }

    /// Returns the last columns of it.
    pub fn end(self, columns: usize) -> Self {
        let column = self.end_column.saturating_sub(columns as u32);
        Span { line: self.end_line, column, ..self }
    }

    /// Returns the stretch from the start of this one to the end of another.
    pub fn to(self, end: Span) -> Self {
        Span { end_line: end.end_line, end_column: end.end_column, ..self }
    }
}

/// A text and what it goes by in messages.
#[derive(Clone, Debug)]
pub struct File {
    /// `src/main.rs`, or the path of a file of the library.
    pub name: Rc<str>,
    /// The text.
    pub text: Rc<str>,
}
