use thiserror::Error;

#[derive(Error, Debug)]
enum DataError {
    #[error("io failed")]
    Io(#[from] std::io::Error),
    #[error("bad number in {line}: {source}")]
    Number { line: usize, #[source] source: std::num::ParseIntError },
    #[error("key {0:?} of {1}")]
    Key(String, u8),
    #[error("invalid header (expected {expected:?}, found {found:?})")]
    Header { expected: String, found: String },
    #[error(transparent)]
    Other(#[from] Plain),
    #[error("unit")]
    Unit,
}

#[derive(Error, Debug, PartialEq, Clone)]
#[error("plain {code:03}")]
struct Plain { code: u32 }

fn number(line: usize, s: &str) -> Result<i32, DataError> { s.parse().map_err(|source| DataError::Number { line, source }) }
fn other(code: u32) -> Result<(), DataError> { if code > 0 { Err(Plain { code })?; } Ok(()) }

fn main() {
    use std::error::Error as _;
    let all = [
        DataError::from(std::io::Error::other("disk")),
        number(3, "z").unwrap_err(),
        DataError::Key("k".into(), 7),
        DataError::Header { expected: "a".into(), found: "b".into() },
        other(5).unwrap_err(),
        DataError::Unit,
    ];
    for e in &all { println!("{e} | {} | {}", e.source().map(|s| s.to_string()).unwrap_or_default(), matches!(e, DataError::Io(_))); }
    println!("{:?} {:?}", all[2], all[4]);
    println!("{:?} {}", other(0).is_ok(), Plain { code: 1 });
    let boxed: Box<dyn std::error::Error> = Plain { code: 9 }.into();
    println!("{boxed}");
}
