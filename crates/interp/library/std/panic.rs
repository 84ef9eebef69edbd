//! Panics.

use crate::any::Any;
use crate::fmt;
use crate::ops::{Deref, DerefMut};

pub fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> crate::thread::Result<R> {
    catch(&f)
}

/// Calls a function in place; the payload of its panic, if it panics.
fn catch<F: FnOnce() -> R, R>(f: &F) -> crate::thread::Result<R> {
    native!()
}

/// The hook, which is then no longer set.
fn hook() -> Option<Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>> {
    native!()
}

/// File, line and column of the place from which the program has called what calls this.
fn place() -> (&'static str, u32, u32) {
    native!()
}

pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    native!()
}

#[track_caller]
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {
    raise(Box::new(msg))
}

/// Panics with what a `catch_unwind` is to get.
#[track_caller]
fn raise(payload: Box<dyn Any + Send>) -> ! {
    native!()
}

pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    native!()
}

pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    match hook() {
        Some(hook) => hook,
        None => Box::new(|info: &PanicHookInfo<'_>| eprintln!("\nthread '{}' {info}", panicking_thread())),
    }
}

fn panicking_thread() -> String {
    match crate::thread::current().name() {
        Some(name) => String::from(name),
        None => String::from("<unnamed>"),
    }
}

pub trait UnwindSafe {}

impl<T: ?Sized> UnwindSafe for T {}

pub trait RefUnwindSafe {}

impl<T: ?Sized> RefUnwindSafe for T {}

#[derive(Debug, Default)]
pub struct AssertUnwindSafe<T>(pub T);

impl<T> Deref for AssertUnwindSafe<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for AssertUnwindSafe<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<F: Future> Future for AssertUnwindSafe<F> {
    type Output = F::Output;

    fn poll(
        self: crate::pin::Pin<&mut Self>,
        cx: &mut crate::task::Context<'_>,
    ) -> crate::task::Poll<F::Output> {
        unsafe { self.map_unchecked_mut(|it| &mut it.0) }.poll(cx)
    }
}

#[lang = "Location"]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location<'a> {
    file: &'a str,
    line: u32,
    column: u32,
}

impl<'a> Location<'a> {
    pub const fn caller() -> &'static Location<'static> {
        let (file, line, column) = place();
        Box::leak(Box::new(Location { file, line, column }))
    }

    pub const fn file(&self) -> &'a str {
        self.file
    }

    pub const fn line(&self) -> u32 {
        self.line
    }

    pub const fn column(&self) -> u32 {
        self.column
    }
}

impl<'a> fmt::Display for Location<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

#[lang = "PanicHookInfo"]
pub struct PanicHookInfo<'a> {
    payload: Box<dyn Any + Send>,
    location: Location<'a>,
}

pub type PanicInfo<'a> = PanicHookInfo<'a>;

impl<'a> PanicHookInfo<'a> {
    pub fn payload(&self) -> &(dyn Any + Send) {
        &*self.payload
    }

    pub fn payload_as_str(&self) -> Option<&str> {
        if let Some(text) = self.payload.downcast_ref::<&str>() {
            return Some(*text);
        }
        match self.payload.downcast_ref::<String>() {
            Some(text) => Some(text.as_str()),
            None => None,
        }
    }

    pub fn location(&self) -> Option<&Location<'_>> {
        Some(&self.location)
    }
}

impl<'a> fmt::Display for PanicHookInfo<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "panicked at {}:", self.location)?;
        match self.payload_as_str() {
            Some(text) => write!(f, "\n{text}"),
            None => Ok(()),
        }
    }
}
