//! The printer.

use tracing::Level;

pub fn init() {
    fmt().init()
}

pub fn try_init() -> Result<(), std::convert::Infallible> {
    fmt().try_init()
}

#[derive(Debug)]
pub struct Subscriber {
    builder: SubscriberBuilder,
}

impl Subscriber {
    pub fn builder() -> SubscriberBuilder {
        fmt()
    }

    pub fn new() -> Subscriber {
        fmt().finish()
    }
}

impl tracing::Subscriber for Subscriber {
    fn listen(self) {
        self.builder.init()
    }
}

pub fn fmt() -> SubscriberBuilder {
    SubscriberBuilder { level: 3, without_time: false, without_target: false }
}

#[derive(Debug)]
pub struct SubscriberBuilder {
    level: u8,
    without_time: bool,
    without_target: bool,
}

/// What says how much is printed.
pub trait MostVerbose {
    fn number(&self) -> u8;
}

impl MostVerbose for Level {
    fn number(&self) -> u8 {
        self.__number()
    }
}

impl MostVerbose for tracing::level_filters::LevelFilter {
    fn number(&self) -> u8 {
        self.__number()
    }
}

impl MostVerbose for crate::EnvFilter {
    fn number(&self) -> u8 {
        self.level
    }
}

impl SubscriberBuilder {
    pub fn with_max_level(mut self, filter: impl MostVerbose) -> Self {
        self.level = filter.number();
        self
    }

    pub fn with_target(mut self, display_target: bool) -> Self {
        self.without_target = !display_target;
        self
    }

    pub fn without_time(mut self) -> Self {
        self.without_time = true;
        self
    }

    pub fn with_ansi(self, _: bool) -> Self {
        self
    }

    pub fn compact(self) -> Self {
        self
    }

    pub fn with_file(self, _: bool) -> Self {
        self
    }

    pub fn with_line_number(self, _: bool) -> Self {
        self
    }

    pub fn with_thread_ids(self, _: bool) -> Self {
        self
    }

    pub fn with_thread_names(self, _: bool) -> Self {
        self
    }

    pub fn with_env_filter(self, filter: impl Into<crate::EnvFilter>) -> Self {
        let filter: crate::EnvFilter = filter.into();
        self.with_max_level(filter)
    }

    /// What is set up listens from when it is made the default.
    pub fn finish(self) -> Subscriber {
        Subscriber { builder: self }
    }

    pub fn init(self) {
        log::host::listen(true, self.level, self.without_time, self.without_target)
    }

    pub fn try_init(self) -> Result<(), std::convert::Infallible> {
        self.init();
        Ok(())
    }
}
