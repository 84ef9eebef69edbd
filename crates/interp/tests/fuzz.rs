//! Whatever the text is, reading and running it ends, within limits: no panic of the host, no hang, no overflow of its
//! stack.
//!
//! The default suite tries a few texts. `long` tries a million, in processes of their own so that the text that kills
//! one is known: `cargo xtask test long`. `SEED` and `COUNT` say which texts; those that fail are in `target/fuzz`.

mod generate;
mod mutate;
mod support;

use meanwhile_interp::machine::Limits;
use mutate::Sources;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use std::{env, fs, panic, thread};

/// What a text may use. Few of them need as much.
const LIMITS: Limits = Limits { turn: 100_000, total: 300_000, depth: 200, ..Limits::DEFAULT };
/// The stack of the thread on which texts are run.
const STACK: usize = 64 << 20;
/// Texts for one process: what a run leaves behind does not add up.
const BLOCK: u64 = 10_000;
/// The longest that one text may take on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);
/// More failures than that tell nothing new.
const ENOUGH: usize = 20;

/// What the host has panicked with since this was last looked at.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// Runs texts one after another; `before` is told of each. Those at which the host panics, with what it says.
fn run(seeds: std::ops::Range<u64>, mut before: impl FnMut(u64) + Send + 'static) -> Vec<(u64, String)> {
    let sources = Sources::read().expect("readable programs");
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|info| *PANIC.lock().expect("no panic") = Some(info.to_string())));
    let work = move || {
        let mut failed = Vec::new();
        for seed in seeds {
            before(seed);
            let text = sources.text(seed);
            let ended = panic::catch_unwind(|| support::interpreted::run_within(&text, LIMITS));
            let said = PANIC.lock().expect("no panic").take();
            match (said, ended) {
                (Some(said), _) => failed.push((seed, said)),
                (None, Err(_)) => failed.push((seed, "a panic that says nothing".to_owned())),
                (None, Ok(_)) => {}
            }
        }
        failed
    };
    let failed =
        thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread").join().expect("no panic");
    panic::set_hook(hook);
    failed
}

#[test]
fn a_few_texts_end() {
    let failed = run(0..300, |_| {});
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Runs one block of texts: called by `long` in a process of its own.
#[test]
#[ignore = "a part of `long`"]
#[expect(clippy::print_stdout, reason = "`long` reads what it prints")]
fn block() {
    let (from, to) = (number("SEED", 0), number("SEED", 0) + number("COUNT", 0));
    let mut progress = env::var_os("PROGRESS").map(|it| fs::File::create(it).expect("a file"));
    let before = move |seed: u64| {
        if let Some(file) = &mut progress {
            file.seek(SeekFrom::Start(0)).and_then(|_| write!(file, "{seed:020}")).expect("a writable file");
        }
    };
    for (seed, said) in run(from..to, before) {
        println!("FAILED {seed} {}", said.replace('\n', " "));
    }
}

/// A block in its own process.
struct Running {
    process: Child,
    progress: PathBuf,
    output: PathBuf,
    at: u64,
    end: u64,
    since: Instant,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz")
}

fn start(lane: usize, from: u64, end: u64) -> Running {
    let (progress, output) =
        (folder().join(format!("progress{lane}")), folder().join(format!("output{lane}")));
    let file = fs::File::create(&output).expect("a file");
    let process = Command::new(env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "--nocapture", "block"])
        .env("SEED", from.to_string())
        .env("COUNT", (end - from).to_string())
        .env("PROGRESS", &progress)
        .stdout(file)
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    Running { process, progress, output, at: from, end, since: Instant::now() }
}

impl Running {
    /// Whether it has ended; what has failed goes to the list. What is left of its texts is run in another process.
    fn look(&mut self, lane: usize, failed: &mut Vec<(u64, String)>) -> bool {
        let at = fs::read_to_string(&self.progress).ok().and_then(|it| it.parse().ok()).unwrap_or(self.at);
        if at != self.at {
            (self.at, self.since) = (at, Instant::now());
        }
        let hangs = self.since.elapsed() > PATIENCE;
        if hangs {
            self.process.kill().expect("a process");
        }
        let ended = match hangs {
            true => Some(self.process.wait().expect("a process")),
            false => self.process.try_wait().expect("a process"),
        };
        let Some(status) = ended else { return false };
        let said = fs::read_to_string(&self.output).unwrap_or_default();
        let lines =
            said.lines().filter_map(|it| it.split_once("FAILED ").and_then(|it| it.1.split_once(' ')));
        failed.extend(lines.filter_map(|(seed, said)| Some((seed.parse().ok()?, said.to_owned()))));
        if status.success() {
            return true;
        }
        let at = fs::read_to_string(&self.progress).ok().and_then(|it| it.parse().ok()).unwrap_or(self.at);
        let cause =
            if hangs { "it does not end".to_owned() } else { format!("the process has ended: {status}") };
        failed.push((at, cause));
        *self = start(lane, at + 1, self.end);
        false
    }
}

#[test]
#[ignore = "takes long"]
fn long() {
    fs::create_dir_all(folder()).expect("a folder");
    let (first, count) = (number("SEED", 1_000), number("COUNT", 1_000_000));
    let start_of_all = Instant::now();
    let mut blocks = (first..first + count).step_by(BLOCK as usize);
    let mut take = |lane| blocks.next().map(|from| start(lane, from, (from + BLOCK).min(first + count)));
    let lanes = thread::available_parallelism().map_or(1, usize::from);
    let mut running: Vec<Option<Running>> = (0..lanes).map(&mut take).collect();
    let (mut failed, mut done) = (Vec::new(), 0);
    while running.iter().any(Option::is_some) && failed.len() < ENOUGH {
        thread::sleep(Duration::from_millis(200));
        for (lane, slot) in running.iter_mut().enumerate() {
            let Some(block) = slot else { continue };
            if block.look(lane, &mut failed) {
                done += BLOCK;
                let speed = done as f64 / start_of_all.elapsed().as_secs_f64();
                eprintln!("{done} of {count}: {speed:.0} a second, {} failed", failed.len());
                *slot = take(lane);
            }
        }
    }
    let sources = Sources::read().expect("readable programs");
    for (seed, _) in &failed {
        fs::write(folder().join(format!("{seed}.rs")), sources.text(*seed)).expect("a file");
    }
    for mut block in running.into_iter().flatten() {
        // It may have ended by itself.
        let _ = block.process.kill();
        let _ = block.process.wait();
    }
    assert!(failed.is_empty(), "see {}: {failed:#?}", folder().display());
}
