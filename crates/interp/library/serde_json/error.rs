//! What can go wrong.

use serde::__private::DataError;

pub type Error = DataError;
pub type Result<T> = std::result::Result<T, Error>;

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Category {
    Io,
    Syntax,
    Data,
    Eof,
}

impl DataError {
    pub fn line(&self) -> usize {
        self.line
    }

    pub fn column(&self) -> usize {
        self.column
    }

    pub fn classify(&self) -> Category {
        match self.category {
            "io" => Category::Io,
            "syntax" => Category::Syntax,
            "eof" => Category::Eof,
            _ => Category::Data,
        }
    }

    pub fn is_io(&self) -> bool {
        self.category == "io"
    }

    pub fn is_syntax(&self) -> bool {
        self.category == "syntax"
    }

    pub fn is_data(&self) -> bool {
        self.category == "data"
    }

    pub fn is_eof(&self) -> bool {
        self.category == "eof"
    }
}

impl From<DataError> for std::io::Error {
    fn from(error: DataError) -> std::io::Error {
        let kind = match error.category {
            "eof" => std::io::ErrorKind::UnexpectedEof,
            _ => std::io::ErrorKind::InvalidData,
        };
        std::io::Error::new(kind, error)
    }
}
