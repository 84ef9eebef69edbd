//! The standard streams of a run.

use crate::print::print;
use meanwhile_trace::Stream;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The run's standard output; see [`stdout`].
#[derive(Debug)]
pub struct Stdout(Text);

/// The run's standard error; see [`stderr`].
#[derive(Debug)]
pub struct Stderr(Text);

/// The run's standard input, which is always at its end; see [`stdin`].
#[derive(Debug)]
pub struct Stdin(());

/// Returns the run's standard output, where `println!` leads too.
///
/// What is written is there at once; no flush is needed. Bytes that are not UTF-8 are replaced, as on a terminal.
///
/// # Cancel safety
///
/// A write that is dropped before it is ready has written nothing: it is ready at its first poll.
///
/// ```
/// use meanwhile_runtime::io::{AsyncWriteExt, stdout};
/// use meanwhile_runtime::{RunConfig, run_to_end};
///
/// let finished = run_to_end(RunConfig::default(), || Box::pin(async {
///     stdout().write_all("grüß dich\n".as_bytes()).await.unwrap();
///     Ok(())
/// }));
/// assert_eq!(finished.output(), "grüß dich\n");
/// ```
pub fn stdout() -> Stdout {
    Stdout(Text { stream: Stream::Out, incomplete: Vec::new() })
}

/// Returns the run's standard error, where `eprintln!` leads too. As [`stdout`] otherwise.
pub fn stderr() -> Stderr {
    Stderr(Text { stream: Stream::Err, incomplete: Vec::new() })
}

/// Returns the run's standard input. A page has none, so it is always at its end: reading gives 0 bytes, and there are no
/// lines.
pub fn stdin() -> Stdin {
    Stdin(())
}

/// Bytes on their way to becoming text.
#[derive(Debug)]
struct Text {
    stream: Stream,
    /// The start of a character whose rest is still to come.
    incomplete: Vec<u8>,
}

impl Text {
    fn write(&mut self, bytes: &[u8]) {
        self.incomplete.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.incomplete);
        let mut text = String::with_capacity(bytes.len());
        let mut left = bytes.len();
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            left -= chunk.valid().len() + chunk.invalid().len();
            if left == 0 && is_start_of_character(chunk.invalid()) {
                self.incomplete.extend_from_slice(chunk.invalid());
            } else if !chunk.invalid().is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        if !text.is_empty() {
            print(self.stream, format_args!("{text}"));
        }
    }
}

/// Returns whether more bytes could make a character of these.
fn is_start_of_character(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

impl Drop for Text {
    fn drop(&mut self) {
        if !self.incomplete.is_empty() {
            print(self.stream, format_args!("{}", char::REPLACEMENT_CHARACTER));
        }
    }
}

macro_rules! writes_text {
    ($($name:ident),*) => {
        $(
            impl AsyncWrite for $name {
                fn poll_write(
                    mut self: Pin<&mut Self>,
                    _: &mut Context<'_>,
                    bytes: &[u8],
                ) -> Poll<io::Result<usize>> {
                    self.0.write(bytes);
                    Poll::Ready(Ok(bytes.len()))
                }

                fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                    Poll::Ready(Ok(()))
                }

                fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                    Poll::Ready(Ok(()))
                }
            }
        )*
    };
}

writes_text!(Stdout, Stderr);

impl AsyncRead for Stdin {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
