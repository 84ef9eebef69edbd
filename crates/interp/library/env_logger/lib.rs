//! env_logger: prints the messages of `log` on standard error, as far as `RUST_LOG` asks for them.

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

    pub fn default_filter_or<V: Into<String>>(mut self, default: V) -> Env {
        let default: String = default.into();
        self.default = Some(default);
        self
    }
}

#[derive(Debug)]
pub struct Builder {
    level: u8,
}

impl Builder {
    pub fn new() -> Builder {
        Builder { level: 1 }
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
        Builder { level }
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

    pub fn init(&mut self) {
        log::host::listen(false, self.level, false, false)
    }
}
