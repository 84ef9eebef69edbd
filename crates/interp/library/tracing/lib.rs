//! tracing: events for whoever listens. Spans make no difference to what is printed here.

use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    pub const ERROR: Level = Level(1);
    pub const WARN: Level = Level(2);
    pub const INFO: Level = Level(3);
    pub const DEBUG: Level = Level(4);
    pub const TRACE: Level = Level(5);

    #[doc(hidden)]
    pub fn __number(&self) -> u8 {
        self.0
    }

    pub fn as_str(&self) -> &'static str {
        match self.0 {
            1 => "ERROR",
            2 => "WARN",
            3 => "INFO",
            4 => "DEBUG",
            _ => "TRACE",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Level({})", self.as_str())
    }
}

#[derive(Clone, Debug)]
pub struct Span {
    of: (),
}

#[derive(Debug)]
pub struct Entered<'a> {
    of: &'a Span,
}

#[derive(Debug)]
pub struct EnteredSpan {
    of: Span,
}

impl Span {
    pub fn none() -> Span {
        Span { of: () }
    }

    pub fn current() -> Span {
        Span { of: () }
    }

    pub fn enter(&self) -> Entered<'_> {
        Entered { of: self }
    }

    pub fn entered(self) -> EnteredSpan {
        EnteredSpan { of: self }
    }

    pub fn in_scope<F: FnOnce() -> T, T>(&self, f: F) -> T {
        f()
    }
}

pub trait Instrument: Sized {
    fn instrument(self, _: Span) -> Self {
        self
    }

    fn in_current_span(self) -> Self {
        self
    }
}

impl<T: Sized> Instrument for T {}

/// What listens: here, one that is set up to print.
pub trait Subscriber {
    #[doc(hidden)]
    fn listen(self);
}

pub mod subscriber {
    //! Who listens.

    use super::Subscriber;
    use std::fmt;

    #[derive(Debug)]
    pub struct SetGlobalDefaultError {
        of: (),
    }

    impl fmt::Display for SetGlobalDefaultError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.pad("a global default trace dispatcher has already been set")
        }
    }

    impl std::error::Error for SetGlobalDefaultError {}

    pub fn set_global_default<S: Subscriber + Send + Sync + 'static>(
        subscriber: S,
    ) -> Result<(), SetGlobalDefaultError> {
        if log::host::listening_level(true) > 0 {
            return Err(SetGlobalDefaultError { of: () });
        }
        subscriber.listen();
        Ok(())
    }
}

pub mod level_filters {
    //! How much is let through.

    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub struct LevelFilter(u8);

    impl LevelFilter {
        pub const OFF: LevelFilter = LevelFilter(0);
        pub const ERROR: LevelFilter = LevelFilter(1);
        pub const WARN: LevelFilter = LevelFilter(2);
        pub const INFO: LevelFilter = LevelFilter(3);
        pub const DEBUG: LevelFilter = LevelFilter(4);
        pub const TRACE: LevelFilter = LevelFilter(5);

        #[doc(hidden)]
        pub fn __number(&self) -> u8 {
            self.0
        }
    }
}
