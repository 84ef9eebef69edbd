//! What page and worker say about a program's text. Lines and columns count from 1, columns in characters.

use serde::{Deserialize, Serialize};

/// Names a question, so that answers can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AskId(pub u32);

/// A question about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRequest {
    /// The name under which it is answered.
    pub ask: AskId,
    /// What is asked.
    pub question: Question,
    /// The text.
    pub text: String,
}

/// What can be asked about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// What is wrong with it.
    Check,
    /// What could stand here.
    Complete(Position),
    /// What stands here.
    Describe(Position),
    /// How the awaits that wait for one another can be gathered, of which the first is in this line.
    Gather {
        /// The line.
        line: u32,
    },
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Its line.
    pub line: u32,
    /// Its column.
    pub column: u32,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range {
    /// Its first character.
    pub start: Position,
    /// The place behind its last character.
    pub end: Position,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// The program is not run, or has ended because of it.
    Error,
    /// It is run all the same.
    Warning,
}

/// Something that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// rustc's code for it, such as `E0382`, where it has one.
    pub code: Option<String>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where; nothing where it is wrong with the whole of it.
    pub range: Option<Range>,
    /// What else is to be seen, and where.
    pub labels: Vec<Label>,
    /// What to do.
    pub hint: Option<String>,
}

/// Something to be seen at another place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub range: Range,
    /// What.
    pub message: String,
}

/// A change of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does, as a command.
    pub title: String,
    /// Its parts, which do not overlap.
    pub edits: Vec<Edit>,
}

/// A part of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is replaced.
    pub range: Range,
    /// By what.
    pub text: String,
}

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    /// A function that belongs to no type.
    Function,
    /// A function that is called on a value.
    Method,
    /// A field.
    Field,
    /// A variable.
    Variable,
    /// A word of the language.
    Keyword,
}

/// What could stand at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name, as it is written.
    pub name: String,
    /// What kind of thing it is.
    pub kind: ItemKind,
    /// What to read of it: what it belongs to, what type it has.
    pub description: Description,
}

/// What there is to read of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// What it belongs to: a module, a type, a trait; nothing for what is the function's own.
    pub owner: String,
    /// Its declaration or type, as Rust writes it.
    pub signature: String,
}
