//! The two message enums, and the one codec for both.
//!
//! A message travels as bytes: first [`PROTOCOL`], then the enum as postcard writes it. The leading byte is read before
//! anything else, so that a page and a worker of different versions notice it whatever else has changed. Decoding
//! never panics, whatever the bytes.

mod text;

use meanwhile_trace::ClockKind;
use meanwhile_trace::lint::Judgement;
use meanwhile_trace::report::{Engine, Status};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
pub use serde_bytes::ByteBuf;
pub use text::{
    AskId, Description, Edit, Finding, Fix, Item, ItemKind, Label, Position, Question, Range, Severity,
    TextRequest,
};

/// The version of the messages. Every change of their shape raises it.
pub const PROTOCOL: u8 = 6;

/// Names a run, so that what comes late from an earlier one can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// What the page says to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Start a program; one that is still running is stopped first.
    Run(RunRequest),
    /// Drop the root future of this run, if it is still going.
    Stop {
        /// Which run.
        run: RunId,
    },
    /// Run the lints over a trace.
    Judge(JudgeRequest),
    /// What Ctrl-C is in a terminal: let the program of this run shut down by itself if it waits for that
    /// ([`FromWorker::Interrupted`]), and do as for [`Stop`](ToWorker::Stop) if it does not.
    Interrupt {
        /// Which run.
        run: RunId,
    },
    /// Say something about a program's text. Of questions that have come one after another without a run between them, a
    /// worker may answer the last of each kind alone.
    Ask(TextRequest),
}

/// What to judge: a run that is over, whoever ran it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeRequest {
    /// The name under which the answer is told.
    pub run: RunId,
    /// Which program ran: the slug of an example, or nothing that the worker knows.
    pub program: String,
    /// Its text, where it was run as a text.
    pub text: Option<String>,
    /// Everything that was recorded: each a `meanwhile_trace::Batch` in its wire format, in order.
    pub batches: Vec<ByteBuf>,
}

/// What to run, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRequest {
    /// The name under which everything about this run is told.
    pub run: RunId,
    /// Which program: the slug of an example, or for a text of another make nothing.
    pub program: String,
    /// What runs it.
    pub code: Code,
    /// Which clock.
    pub clock: ClockKind,
    /// Where the program's random numbers start.
    pub seed: u64,
    /// How many events are recorded at most; further ones are dropped and counted.
    pub capacity: u64,
    /// How many bytes the program may print before the run is ended.
    pub output_limit: u64,
    /// The site's address, which the program finds as the environment variable `SITE`.
    pub site: String,
}

/// What is run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Code {
    /// The example as rustc compiled it.
    Compiled,
    /// A text, by the interpreter.
    Text {
        /// The text.
        text: String,
        /// How much it may use.
        limits: Limits,
    },
}

impl Code {
    /// Returns what runs it.
    pub fn engine(&self) -> Engine {
        match self {
            Code::Compiled => Engine::Compiled,
            Code::Text { .. } => Engine::Interpreted,
        }
    }
}

/// How much an interpreted program may use before the run is ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Instructions between two awaits.
    pub turn: u64,
    /// Instructions in all.
    pub total: u64,
    /// Calls within calls.
    pub depth: u64,
    /// Bytes of values at a time, about.
    pub memory: u64,
    /// Bytes printed.
    pub output: u64,
    /// Tasks that are not over, at a time.
    pub tasks: u64,
    /// Threads that are not over, at a time.
    pub threads: u64,
}

impl Default for Limits {
    /// Some half a minute without an await, some minutes in all.
    fn default() -> Self {
        Limits {
            turn: 3_000_000_000,
            total: 20_000_000_000,
            depth: 20_000,
            memory: 512 << 20,
            output: 16 << 20,
            tasks: 200_000,
            threads: 4_000,
        }
    }
}

/// What the worker says to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker is up. Always its first message.
    Loaded,
    /// The program has been started.
    Started {
        /// Which run.
        run: RunId,
    },
    /// The next events of the run.
    Batch {
        /// Which run.
        run: RunId,
        /// A `meanwhile_trace::Batch` in its wire format.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// The program has been told to end and goes on: it shuts down by itself.
    Interrupted {
        /// Which run.
        run: RunId,
    },
    /// The run is over; no batch of it follows.
    Finished {
        /// Which run.
        run: RunId,
        /// How it ended.
        status: Status,
        /// What there is to say about it: the error, or the panic's message.
        detail: Option<String>,
        /// What ended an interpreted program, with its place in the text; and what rustc would have warned of.
        findings: Vec<Finding>,
        /// Whether the worker is of no more use.
        is_last: bool,
    },
    /// The program was not started.
    Rejected {
        /// Which run.
        run: RunId,
        /// Why not.
        message: String,
        /// What to do.
        hint: Option<String>,
        /// What is wrong with its text.
        findings: Vec<Finding>,
    },
    /// What is wrong with a text.
    Checked {
        /// Which question this answers.
        ask: AskId,
        /// What is wrong, in the order of the places.
        findings: Vec<Finding>,
    },
    /// What could stand at a place of a text.
    Completed {
        /// Which question this answers.
        ask: AskId,
        /// What could stand there, best first.
        items: Vec<Item>,
    },
    /// What stands at a place of a text.
    Described {
        /// Which question this answers.
        ask: AskId,
        /// What it is; nothing where there is nothing to say.
        description: Option<Description>,
    },
    /// How awaits of a text can be gathered.
    Gathered {
        /// Which question this answers.
        ask: AskId,
        /// The change that gathers them; nothing where it cannot be said.
        fix: Option<Fix>,
    },
    /// What the lints found.
    Judged {
        /// In which run.
        run: RunId,
        /// What they found.
        judgement: Judgement,
    },
    /// A message of the page could not be read.
    Undecodable {
        /// What was wrong with it.
        message: String,
    },
}

/// Why bytes are not a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodecError {
    /// There are no bytes.
    #[error("the message is empty")]
    Empty,
    /// The other side speaks another version.
    #[error("the message is of protocol version {found}, but this side speaks version {PROTOCOL}")]
    Version {
        /// The version of the other side.
        found: u8,
    },
    /// The bytes end too early, go on too long, or mean nothing.
    #[error("the message is broken: {0}")]
    Broken(String),
}

/// Writes a message as bytes.
///
/// # Errors
///
/// Fails only if postcard does, which it has no reason to for these two enums.
pub fn encode(message: &impl Serialize) -> Result<Vec<u8>, CodecError> {
    postcard::to_extend(message, vec![PROTOCOL]).map_err(|it| CodecError::Broken(it.to_string()))
}

/// Reads a message from bytes.
///
/// # Errors
///
/// Fails if the bytes are not exactly one message of this version.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CodecError> {
    match bytes.split_first() {
        None => Err(CodecError::Empty),
        Some((&PROTOCOL, body)) => match postcard::take_from_bytes(body) {
            Ok((message, [])) => Ok(message),
            Ok((_, rest)) => Err(CodecError::Broken(format!("{} bytes too many", rest.len()))),
            Err(error) => Err(CodecError::Broken(error.to_string())),
        },
        Some((&found, _)) => Err(CodecError::Version { found }),
    }
}

#[cfg(test)]
mod tests;
