//! Standard input, output and error.

use super::{BufRead, IsTerminal, Lines, Read, Result, Write};
use crate::marker::PhantomData;

/// Writes to the program's output, or to its error output.
fn print_bytes(bytes: &[u8], error: bool) {
    native!()
}

/// The next line of the program's input with its line feed; empty at the end.
fn input_line() -> String {
    native!()
}

#[derive(Debug)]
pub struct Stdout;

#[derive(Debug)]
pub struct Stderr;

pub type StdoutLock<'a> = Stdout;
pub type StderrLock<'a> = Stderr;

pub fn stdout() -> Stdout {
    Stdout
}

pub fn stderr() -> Stderr {
    Stderr
}

macro_rules! outputs {
    ($($name:ident $error:literal)*) => {$(
        impl $name {
            pub fn lock(&self) -> $name {
                $name
            }
        }

        impl Write for $name {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                print_bytes(buf, $error);
                Ok(buf.len())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }

        impl Write for &$name {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                print_bytes(buf, $error);
                Ok(buf.len())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }

        impl IsTerminal for $name {
            fn is_terminal(&self) -> bool {
                false
            }
        }
    )*};
}

outputs! {
    Stdout false
    Stderr true
}

#[derive(Debug)]
pub struct Stdin;

pub fn stdin() -> Stdin {
    Stdin
}

pub fn read_to_string<R: Read>(mut reader: R) -> Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}

impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock { buf: Vec::new(), at: 0, of: PhantomData }
    }

    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        let line = input_line();
        buf.push_str(&line);
        Ok(line.len())
    }

    pub fn lines(self) -> Lines<StdinLock<'static>> {
        self.lock().lines()
    }
}

impl Read for Stdin {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.lock().read(buf)
    }
}

impl IsTerminal for Stdin {
    fn is_terminal(&self) -> bool {
        false
    }
}

#[derive(Debug)]
pub struct StdinLock<'a> {
    buf: Vec<u8>,
    at: usize,
    of: PhantomData<&'a ()>,
}

impl<'a> BufRead for StdinLock<'a> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at >= self.buf.len() {
            self.buf = input_line().into_bytes();
            self.at = 0;
        }
        Ok(&self.buf[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount;
    }
}

impl<'a> Read for StdinLock<'a> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let n = {
            let available = self.fill_buf()?;
            let n = buf.len().min(available.len());
            buf[..n].copy_from_slice(&available[..n]);
            n
        };
        self.consume(n);
        Ok(n)
    }
}
