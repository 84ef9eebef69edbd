//! Error handling tour that ends with a failing exit code: error enums, source chains, Box<dyn Error>, ?, ExitCode/Termination
use std::error::Error;
use std::fmt;
use std::num::{IntErrorKind, ParseFloatError, ParseIntError, TryFromIntError};
use std::process::{ExitCode, Termination};
use std::str::{FromStr, Utf8Error};

type BoxError = Box<dyn Error + Send + Sync + 'static>;
type Result<T, E = BoxError> = std::result::Result<T, E>;

#[derive(Debug)]
#[non_exhaustive]
pub enum ConfigError {
    Missing { key: &'static str },
    Int { key: String, source: ParseIntError },
    Float(ParseFloatError),
    Utf8(Utf8Error),
    Range(TryFromIntError),
    Nested(Box<ConfigError>, usize),
    Other(BoxError),
}
impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { key } => write!(f, "missing key `{key}`"),
            Self::Int { key, .. } => write!(f, "`{key}` is no integer"),
            Self::Float(_) => f.write_str("no float"),
            Self::Utf8(e) => write!(f, "not utf-8 after {} bytes", e.valid_up_to()),
            Self::Range(_) => f.write_str("out of range"),
            Self::Nested(_, line) => write!(f, "line {line}"),
            Self::Other(e) => fmt::Display::fmt(e, f),
        }
    }
}
impl Error for ConfigError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            ConfigError::Int { source, .. } => source,
            ConfigError::Float(e) => e,
            ConfigError::Utf8(e) => e,
            ConfigError::Range(e) => e,
            ConfigError::Nested(e, _) => &**e,
            ConfigError::Other(e) => return e.source(),
            ConfigError::Missing { .. } => return None,
        })
    }
}
macro_rules! from {
    ($($variant:ident <- $t:ty),* $(,)?) => { $(impl From<$t> for ConfigError { fn from(e: $t) -> Self { Self::$variant(e) } })* };
}
from! { Float <- ParseFloatError, Utf8 <- Utf8Error, Range <- TryFromIntError, Other <- BoxError }
impl From<fmt::Error> for ConfigError {
    fn from(e: fmt::Error) -> Self {
        ConfigError::Other(Box::new(e))
    }
}

trait ResultExt<T> {
    fn at(self, line: usize) -> Result<T, ConfigError>;
    fn or_log(self, log: &mut Vec<String>) -> Option<T>
    where
        Self: Sized;
}
impl<T, E: Into<ConfigError>> ResultExt<T> for Result<T, E> {
    fn at(self, line: usize) -> Result<T, ConfigError> {
        self.map_err(|e| ConfigError::Nested(Box::new(e.into()), line))
    }
    fn or_log(self, log: &mut Vec<String>) -> Option<T> {
        self.map_err(|e| log.push(chain(&e.into()))).ok()
    }
}
fn chain(e: &(dyn Error + 'static)) -> String {
    std::iter::successors(Some(e), |&e| e.source()).map(|e| e.to_string()).collect::<Vec<_>>().join(" <- ")
}

#[derive(Debug, Default, PartialEq)]
struct Config {
    port: u16,
    scale: Option<f32>,
    name: String,
    retries: u8,
}
impl FromStr for Config {
    type Err = ConfigError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut c = Config::default();
        let mut seen = [false; 2];
        for (n, line) in (1..).zip(s.lines()) {
            let (key, value) = match line.split_once(':') {
                Some((k, v)) => (k.trim(), v.trim()),
                None if line.trim().is_empty() => continue,
                None => return Err(BoxError::from(format!("{line:?} is no pair"))).at(n),
            };
            match key {
                "port" => {
                    let wide: i64 =
                        value.parse().map_err(|source| ConfigError::Int { key: key.into(), source }).at(n)?;
                    c.port = wide.try_into().at(n)?;
                    seen[0] = true;
                }
                "scale" => c.scale = Some(value.parse()).transpose().at(n)?,
                "name" => {
                    let bytes: Vec<u8> = value
                        .split('%')
                        .enumerate()
                        .flat_map(|(i, part)| {
                            let (head, rest) = if i == 0 {
                                (None, part)
                            } else {
                                (
                                    u8::from_str_radix(part.get(..2).unwrap_or(""), 16).ok(),
                                    part.get(2..).unwrap_or(""),
                                )
                            };
                            head.into_iter().chain(rest.bytes())
                        })
                        .collect();
                    c.name = std::str::from_utf8(&bytes).at(n)?.to_owned();
                    seen[1] = true;
                }
                "retries" => {
                    c.retries = match value.parse::<u8>() {
                        Err(e) if *e.kind() == IntErrorKind::PosOverflow => u8::MAX,
                        Err(e) if matches!(e.kind(), IntErrorKind::Empty) => 0,
                        other => {
                            other.map_err(|source| ConfigError::Int { key: "retries".to_string(), source })?
                        }
                    }
                }
                _ => Err(BoxError::from("unknown key")).at(n)?,
            }
        }
        let missing = ["port", "name"].into_iter().zip(seen).find_map(|(key, s)| (!s).then_some(key));
        match missing {
            Some(key) => Err(ConfigError::Missing { key }),
            None => Ok(c),
        }
    }
}

#[derive(Debug)]
struct Wrapped<E>(E);
impl<E: Error + 'static> fmt::Display for Wrapped<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "wrapped({})", std::any::type_name::<E>().rsplit("::").next().unwrap_or("?"))
    }
}
impl<E: Error + 'static> Error for Wrapped<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
fn first_number(s: &str) -> Result<u32> {
    let word = s.split(' ').find(|w| w.starts_with(|c: char| c.is_ascii_digit())).ok_or("no number")?;
    Ok(word.parse().map_err(Wrapped)?)
}
fn checked(a: i32, b: i32) -> Option<i32> {
    a.checked_mul(b)?.checked_sub(1)?.checked_div(b - 3)
}
enum Outcome {
    Fine,
    Bad(u8),
}
impl Termination for Outcome {
    fn report(self) -> ExitCode {
        match self {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Bad(n) => {
                println!("reporting {n}");
                ExitCode::from(n)
            }
        }
    }
}

fn main() -> Outcome {
    let mut log = vec![];
    let good = "port: 8080\nname: caf%C3%A9\n\nscale: 1.5e1\nretries: 999";
    println!("{:?}", good.parse::<Config>().or_log(&mut log));
    for bad in [
        "port: x",
        "port: 70000",
        "name: a\nscale: big",
        "name: %FF%FE",
        "port 1",
        "port:1\ncolor: red",
        "port: 1",
        "retries: -1",
        "retries:\nname:\nport: -0",
    ] {
        match bad.parse::<Config>().or_log(&mut log) {
            Some(c) => println!("{c:?}"),
            None => println!("{}", log.last().unwrap()),
        }
    }
    for s in ["a 12 b", "none", "x 9z", "99999999999"] {
        match first_number(s) {
            Ok(n) => println!("{n}"),
            Err(e) => {
                let inner = e.downcast_ref::<Wrapped<ParseIntError>>().map(|w| w.0.kind().clone());
                println!("{e} {inner:?} {}", chain(&*e));
            }
        }
    }
    println!("{:?} {:?} {:?}", checked(2, 5), checked(i32::MAX, 2), checked(1, 3));
    let all: Result<Vec<i8>, _> = ["1", "-128", "128"].iter().map(|s| s.parse::<i8>()).collect();
    println!("{all:?}");
    let (ok, err): (Vec<_>, Vec<_>) =
        ["1", "b", "3"].map(str::parse::<u8>).into_iter().partition(Result::is_ok);
    println!(
        "{:?} {:?}",
        ok.into_iter().flatten().collect::<Vec<_>>(),
        err.into_iter().filter_map(Result::err).map(|e| e.to_string()).collect::<Vec<_>>()
    );
    let e: BoxError = "plain".into();
    let e2: Box<dyn Error> = e;
    println!("{e2:?} {} {:?}", e2, e2.source().is_none());
    let nested: Result<Result<u8, &str>, String> = Ok(Err("inner"));
    println!(
        "{:?} {:?}",
        nested.clone().map(|r| r.is_ok_and(|n| n > 1)),
        nested.as_ref().ok().and_then(|r| r.err())
    );
    if log.len() == 8 { Outcome::Bad(log.len() as u8) } else { Outcome::Fine }
}
