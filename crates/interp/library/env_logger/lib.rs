//! env_logger: prints the messages of `log` on standard error, as far as `RUST_LOG` asks for them.

pub use fmt::{Target, TimestampPrecision, WriteStyle};

use log::LevelFilter;

/// The level that a filter like `info` or `debug,hyper=warn` asks for.
fn level_in(filter: &str) -> u8 {
    let all = filter.split(',').filter(|it| !it.contains('=')).map(log::__level_named).collect::<Vec<u8>>();
    all.into_iter().max().unwrap_or(1)
}

fn number(filter: LevelFilter) -> u8 {
    filter as u8
}

pub fn init() {
    Builder::from_default_env().init()
}

pub fn try_init() -> Result<(), std::convert::Infallible> {
    init();
    Ok(())
}

pub fn builder() -> Builder {
    Builder::from_default_env()
}

pub fn init_from_env(env: Env) {
    Builder::from_env(env).init()
}

#[derive(Debug, Default)]
pub struct Env {
    default: Option<String>,
}

impl Env {
    pub fn new() -> Env {
        Env { default: None }
    }

    pub fn filter_or<F: Into<String>, V: Into<String>>(self, _: F, default: V) -> Env {
        self.default_filter_or(default)
    }

    pub fn default_filter_or<V: Into<String>>(mut self, default: V) -> Env {
        let default: String = default.into();
        self.default = Some(default);
        self
    }
}

#[derive(Debug)]
pub struct Builder {
    level: u8,
    without_time: bool,
    without_target: bool,
}

impl Builder {
    pub fn new() -> Builder {
        Builder { level: 1, without_time: false, without_target: false }
    }

    pub fn from_default_env() -> Builder {
        Builder::from_env(Env::new())
    }

    pub fn from_env(env: Env) -> Builder {
        let level = match std::env::var("RUST_LOG") {
            Ok(filter) => level_in(&filter),
            Err(_) => match &env.default {
                Some(filter) => level_in(filter),
                None => 1,
            },
        };
        Builder { level, without_time: false, without_target: false }
    }

    pub fn filter_level(&mut self, level: LevelFilter) -> &mut Builder {
        self.level = number(level);
        self
    }

    pub fn filter(&mut self, module: Option<&str>, level: LevelFilter) -> &mut Builder {
        if module.is_none() {
            self.level = number(level);
        }
        self
    }

    pub fn parse_filters(&mut self, filters: &str) -> &mut Builder {
        self.level = level_in(filters);
        self
    }

    pub fn is_test(&mut self, _: bool) -> &mut Builder {
        self
    }

    /// Lines have the time in seconds or not at all: more of it could not be told apart.
    pub fn format_timestamp(&mut self, timestamp: Option<fmt::TimestampPrecision>) -> &mut Builder {
        self.without_time = timestamp.is_none();
        self
    }

    pub fn format_timestamp_secs(&mut self) -> &mut Builder {
        self.format_timestamp(Some(fmt::TimestampPrecision::Seconds))
    }

    pub fn format_timestamp_millis(&mut self) -> &mut Builder {
        self.format_timestamp(Some(fmt::TimestampPrecision::Millis))
    }

    pub fn format_timestamp_micros(&mut self) -> &mut Builder {
        self.format_timestamp(Some(fmt::TimestampPrecision::Micros))
    }

    pub fn format_timestamp_nanos(&mut self) -> &mut Builder {
        self.format_timestamp(Some(fmt::TimestampPrecision::Nanos))
    }

    pub fn format_target(&mut self, write: bool) -> &mut Builder {
        self.without_target = !write;
        self
    }

    pub fn format_module_path(&mut self, _: bool) -> &mut Builder {
        self
    }

    pub fn format_level(&mut self, _: bool) -> &mut Builder {
        self
    }

    pub fn filter_module(&mut self, _: &str, _: LevelFilter) -> &mut Builder {
        self
    }

    pub fn target(&mut self, _: fmt::Target) -> &mut Builder {
        self
    }

    pub fn write_style(&mut self, _: fmt::WriteStyle) -> &mut Builder {
        self
    }

    pub fn try_init(&mut self) -> Result<(), std::convert::Infallible> {
        self.init();
        Ok(())
    }

    pub fn init(&mut self) {
        log::host::listen(false, self.level, self.without_time, self.without_target)
    }
}

pub mod fmt {
    //! How lines look.

    #[derive(Copy, Clone, Debug)]
    pub enum TimestampPrecision {
        Seconds,
        Millis,
        Micros,
        Nanos,
    }

    #[derive(Copy, Clone, Debug)]
    pub enum WriteStyle {
        Auto,
        Always,
        Never,
    }

    #[derive(Debug)]
    pub enum Target {
        Stdout,
        Stderr,
    }
}
