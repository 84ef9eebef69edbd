//! The texts of the library.

use super::collect::Place;
use super::deferred;
use super::module::{Module, Unread};
use super::world::World;
use crate::parse::{Input, whole_text};
use crate::source::{File, FileId};
use crate::tree::ModuleId;
use std::collections::BTreeSet;

mod texts;

pub use texts::set_fetch;
pub(super) use texts::{body, is_rare};

/// Names of crates that are parts of others, or only another name.
const ORIGINS: &[(&str, &str)] = &[
    ("core", "std"),
    ("alloc", "std"),
    ("futures_util", "futures"),
    ("futures_core", "futures"),
    ("futures_channel", "futures"),
    ("futures_executor", "futures"),
    ("futures_io", "futures"),
    ("futures_sink", "futures"),
    ("futures_task", "futures"),
    ("futures_macro", "futures"),
    ("tracing_core", "tracing"),
    ("serde_derive", "serde"),
    ("rand_core", "rand"),
    ("parking_lot_core", "parking_lot"),
];

/// Modules of `std` that the playground does without.
pub(super) const LEFT_OUT: &[&str] = &["alloc", "arch", "backtrace", "os", "simd"];

/// Crates that programs on the subject use, so that what is missing of them is not the program's fault.
pub(super) const KNOWN: &[&str] = &[
    "anyhow",
    "async_channel",
    "async_std",
    "async_stream",
    "async_trait",
    "axum",
    "bytes",
    "chrono",
    "clap",
    "crossbeam",
    "crossbeam_channel",
    "crossbeam_utils",
    "dashmap",
    "either",
    "env_logger",
    "eyre",
    "flume",
    "futures",
    "futures_lite",
    "futures_timer",
    "futures_time",
    "hyper",
    "hyper_util",
    "http",
    "indicatif",
    "itertools",
    "lazy_static",
    "libc",
    "log",
    "meanwhile_runtime",
    "mio",
    "mini_redis",
    "nix",
    "num_cpus",
    "once_cell",
    "parking_lot",
    "pin_project",
    "pin_project_lite",
    "pin_utils",
    "rand",
    "rayon",
    "regex",
    "reqwest",
    "serde",
    "serde_json",
    "smol",
    "smallvec",
    "socket2",
    "std",
    "sqlx",
    "thiserror",
    "threadpool",
    "tokio",
    "tokio_stream",
    "tokio_test",
    "tokio_util",
    "toml",
    "tower",
    "tracing",
    "tracing_subscriber",
    "trpl",
    "url",
    "uuid",
    "async_task",
    "async_executor",
    "async_lock",
    "async_io",
    "waker_fn",
    "cooked_waker",
    "console_subscriber",
    "color_eyre",
    "futures_concurrency",
];

/// The name of the crate that a crate's items are in.
pub(super) fn origin(name: &str) -> &str {
    ORIGINS.iter().find(|it| it.0 == name).map_or(name, |it| it.1)
}

/// Whether the library has anything of a crate: `std` it always has.
pub(super) fn has(name: &str) -> bool {
    name == "std"
        || texts::crates().any(|it| it == name)
        || super::macros::TABLE.iter().any(|it| it.krate == name)
}

/// The path of a crate's first file.
pub(super) fn root(name: &str) -> &'static str {
    let is_root = |path: &str| path.strip_prefix(name).is_some_and(|rest| rest == "/lib.rs" || rest == ".rs");
    texts::paths(name).find(|it| is_root(it)).unwrap_or_default()
}

impl World {
    /// Looks at the crates that a text may name, so that whoever starts from this world finds them there.
    pub fn look_at_crates_of(&mut self, text: &str) {
        // What comments name is not the program's. Where `//` begins none, the rest of the line is found when it is resolved.
        let code = text.lines().map(|it| it.split("//").next().unwrap_or_default());
        let words: BTreeSet<&str> = code.flat_map(deferred::words).collect();
        for name in words.iter().map(|it| origin(it)) {
            if texts::crates().any(|it| it == name) {
                let name = self.program.names.intern(name);
                self.krate(name);
            }
        }
        self.read_all(|world, it| words.contains(&**world.program.names.text(it.name)));
        self.set_library_apart();
    }

    /// Reads those of the modules that nobody has named anything in yet.
    fn read_all(&mut self, is_meant: impl Fn(&Self, &Module) -> bool) {
        let all = self.modules.all.iter().zip(0..);
        let unread = all.filter(|it| it.0.unread.is_some() && is_meant(self, it.0)).map(|it| ModuleId(it.1));
        for module in unread.collect::<Vec<_>>() {
            self.read(module);
        }
    }

    /// Reads a module's file, if that has not happened yet, and those of the same name in other crates: what connects the
    /// two stands in one of them.
    pub(super) fn read(&mut self, module: ModuleId) {
        let Some(Unread { path, dir }) = self.modules.get_mut(module).unread.take() else { return };
        let file = self.library_file(path);
        self.modules.get_mut(module).file = file;
        self.declare_library(&Place { module, dir }, path, file);
        let name = self.modules.get(module).name;
        if is_rare(path) && self.modules.read.insert(name) {
            self.read_all(|_, it| it.name == name);
        }
        // Headers may name what is being looked for or declared right now.
        if self.modules.is_quiet() && self.declaring == 0 {
            self.drain();
        }
    }

    /// Makes a file known, and returns its number.
    pub(super) fn library_file(&mut self, path: &str) -> FileId {
        let text = texts::text(path).unwrap_or_default();
        self.program_mut().files.push(File { name: format!("library/{path}").into(), text: text.into() });
        FileId(self.program.files.len() as u16 - 1)
    }

    /// Collects the items of a file.
    pub(super) fn declare_library(&mut self, place: &Place, path: &str, file: FileId) {
        self.declaring += 1;
        match whole_text(texts::text(path).unwrap_or_default(), Input::file) {
            Ok(file) => self.declare_items(place, file.items),
            Err(error) => self.diagnostics.extend(crate::parse::syntax(file, &error)),
        }
        self.declaring -= 1;
    }

    /// The file of `mod name;` in a folder of the library, if there is one.
    pub(super) fn module_file(dir: &str, name: &str) -> Option<&'static str> {
        let is_it = |path: &str| {
            let rest = path
                .strip_prefix(dir)
                .and_then(|it| it.strip_prefix('/'))
                .and_then(|it| it.strip_prefix(name));
            rest.is_some_and(|rest| rest == ".rs" || rest == "/mod.rs")
        };
        texts::paths(dir).find(|it| is_it(it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files that are rarely read and have been.
    fn read_by(text: &str) -> Vec<String> {
        let mut world = World::with_library();
        world.look_at_crates_of(text);
        assert_eq!(world.library_diagnostics(), []);
        let files = world.program.files.iter().filter_map(|it| it.name.strip_prefix("library/"));
        files.filter(|it| texts::is_rare(it)).map(str::to_owned).collect()
    }

    #[test]
    fn what_is_rarely_read_is_read_when_it_is_named() {
        assert_eq!(read_by("fn main() {}"), [""; 0]);
        assert_eq!(read_by("use tokio::time::sleep;"), [""; 0]);
        assert_eq!(read_by("use std::f64::consts::PI; // not net"), ["std/f64.rs"]);
        // tokio's has the impls between the two.
        let both = read_by("fn main() { tokio::spawn(async { std::fs::read(\"a\") }); }");
        assert!(
            both.contains(&"std/io.rs".to_owned()) && both.contains(&"tokio/io.rs".to_owned()),
            "{both:?}"
        );
        assert!(read_by("use std::net::IpAddr;").contains(&"std/net/ip.rs".to_owned()));
    }
}
