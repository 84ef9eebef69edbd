//! A reader and writer that follows a script.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

enum Action {
    Read(Vec<u8>),
    Write(Vec<u8>),
    Wait(Duration),
    ReadError(io::Error),
    WriteError(io::Error),
}

pub struct Builder {
    actions: VecDeque<Action>,
}

impl Builder {
    pub fn new() -> Self {
        Builder { actions: VecDeque::new() }
    }

    pub fn read(&mut self, buf: &[u8]) -> &mut Self {
        self.actions.push_back(Action::Read(buf.to_vec()));
        self
    }

    pub fn write(&mut self, buf: &[u8]) -> &mut Self {
        self.actions.push_back(Action::Write(buf.to_vec()));
        self
    }

    pub fn wait(&mut self, duration: Duration) -> &mut Self {
        self.actions.push_back(Action::Wait(duration.max(Duration::from_millis(1))));
        self
    }

    pub fn read_error(&mut self, error: io::Error) -> &mut Self {
        self.actions.push_back(Action::ReadError(error));
        self
    }

    pub fn write_error(&mut self, error: io::Error) -> &mut Self {
        self.actions.push_back(Action::WriteError(error));
        self
    }

    pub fn build(&mut self) -> Mock {
        Mock { actions: std::mem::take(&mut self.actions), sleep: None }
    }
}

impl Default for Builder {
    fn default() -> Self {
        Builder::new()
    }
}

pub struct Mock {
    actions: VecDeque<Action>,
    sleep: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl Mock {
    /// Waits as the script says, before anything else.
    fn poll_wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            if let Some(sleep) = &mut self.sleep {
                if sleep.as_mut().poll(cx).is_pending() {
                    return Poll::Pending;
                }
                self.sleep = None;
                self.actions.pop_front();
            }
            match self.actions.front() {
                Some(Action::Wait(duration)) => self.sleep = Some(Box::pin(tokio::time::sleep(*duration))),
                _ => return Poll::Ready(()),
            }
        }
    }
}

impl AsyncRead for Mock {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.poll_wait(cx).is_pending() {
            return Poll::Pending;
        }
        match self.actions.pop_front() {
            None => Poll::Ready(Ok(())),
            Some(Action::Read(mut bytes)) => {
                let n = bytes.len().min(buf.remaining());
                buf.put_slice(&bytes[..n]);
                let rest = bytes.split_off(n);
                if !rest.is_empty() {
                    self.actions.push_front(Action::Read(rest));
                }
                Poll::Ready(Ok(()))
            }
            Some(Action::ReadError(error)) => Poll::Ready(Err(error)),
            Some(other) => {
                self.actions.push_front(other);
                Poll::Pending
            }
        }
    }
}

impl AsyncWrite for Mock {
    #[track_caller]
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.poll_wait(cx).is_pending() {
            return Poll::Pending;
        }
        match self.actions.pop_front() {
            Some(Action::Write(mut expected)) => {
                let n = expected.len().min(buf.len());
                assert_eq!(&buf[..n], &expected[..n]);
                let rest = expected.split_off(n);
                if !rest.is_empty() {
                    self.actions.push_front(Action::Write(rest));
                }
                Poll::Ready(Ok(n))
            }
            Some(Action::WriteError(error)) => Poll::Ready(Err(error)),
            Some(Action::Read(_)) => panic!("unexpected WouldBlock"),
            _ => panic!("unexpected write"),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        for action in &self.actions {
            match action {
                Action::Read(data) if !data.is_empty() => panic!("There is still data left to read."),
                Action::Write(data) if !data.is_empty() => panic!("There is still data left to write."),
                _ => {}
            }
        }
    }
}
