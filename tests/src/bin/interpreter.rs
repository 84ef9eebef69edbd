//! Measures the interpreter's worker against Pyodide in the same browser, for `cargo xtask bench`.
//!
//! `interpreter FOLDER` is given the folder of the npm package `pyodide`, and prints one line of JSON: milliseconds, those
//! of ours as `fibOurs` and Pyodide's as `fibTheirs`.
#![expect(clippy::print_stdout, reason = "a command-line program talks on its standard output")]

use anyhow::{Context as _, Result, ensure};
use meanwhile_runner::messages::Limits;
use meanwhile_tests::browser::Browser;
use meanwhile_tests::interpreter::Interpreter;
use meanwhile_tests::site::{Conditions, Site};
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use serde_json::{Map, Value, json};
use std::path::Path;

/// A program in both languages; each prints how many milliseconds its work took.
struct Contest {
    name: &'static str,
    rust: &'static str,
    python: &'static str,
}

const CONTESTS: [Contest; 3] = [
    Contest {
        name: "fib",
        rust: "fn fib(n: u32) -> u64 { if n < 2 { n as u64 } else { fib(n - 1) + fib(n - 2) } }
            fn main() {
                let begun = std::time::Instant::now();
                assert_eq!(fib(24), 46368);
                println!(\"{}\", begun.elapsed().as_secs_f64() * 1e3);
            }",
        python: "def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
async def work():
    assert fib(24) == 46368",
    },
    Contest {
        name: "loop",
        rust: "fn main() {
                let begun = std::time::Instant::now();
                let mut sum = 0u64;
                for i in 0..1_000_000u64 { sum = (sum + i * 7) % 1_000_003; }
                assert_eq!(sum, 42);
                println!(\"{}\", begun.elapsed().as_secs_f64() * 1e3);
            }",
        python: "async def work():
    total = 0
    for i in range(1_000_000):
        total = (total + i * 7) % 1_000_003
    return total",
    },
    Contest {
        name: "gather",
        rust: "#[tokio::main]
            async fn main() {
                let begun = std::time::Instant::now();
                futures::future::join_all((0..10_000).map(|_| tokio::task::yield_now())).await;
                println!(\"{}\", begun.elapsed().as_secs_f64() * 1e3);
            }",
        python: "import asyncio
async def work():
    await asyncio.gather(*[asyncio.sleep(0) for _ in range(10_000)])",
    },
];

/// What is run first, so that neither side is measured cold.
const FIRST: &str = "fn main() { println!(\"0\"); }";

/// How often each is run: often enough that the browser has optimised the code of both by the middle one.
const RUNS: usize = 15;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("the folder of the npm package pyodide is not given")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let measured = runtime.block_on(async {
        let ours = ours().await?;
        let theirs = theirs(Path::new(&folder)).await?;
        // One line of numbers by their names, which is all that its reader can read.
        let named = |it: Vec<(String, f64)>, whose: &str| {
            it.into_iter().map(|(name, ms)| (format!("{name}{whose}"), ms)).collect::<Vec<_>>()
        };
        let all = [named(ours, "Ours"), named(theirs, "Theirs")].concat();
        anyhow::Ok(all.into_iter().map(|(name, ms)| (name, ms.into())).collect::<Map<String, Value>>())
    })?;
    println!("{}", Value::from(measured));
    Ok(())
}

async fn ours() -> Result<Vec<(String, f64)>> {
    let site = Site::start(Conditions::default())?;
    let interpreter = Interpreter::start(site, Browser::start().await?).await?;
    let first = interpreter.run(&[FIRST, FIRST], ClockKind::Real, Limits::default()).await?;
    let mut all = vec![
        ("up".to_owned(), interpreter.up_ms),
        ("first".to_owned(), interpreter.up_ms + first[0].ms),
        ("second".to_owned(), first[1].ms),
    ];
    for contest in &CONTESTS {
        let runs = interpreter.run(&[contest.rust; RUNS], ClockKind::Real, Limits::default()).await?;
        let ended = runs.iter().all(|it| it.status == Status::Completed);
        ensure!(ended, "{}: {:?} {}", contest.name, runs[0].findings, runs[0].output());
        let times: Result<Vec<f64>, _> = runs.iter().map(|it| it.output().trim().parse()).collect();
        all.push((contest.name.to_owned(), median(times?)));
    }
    Ok(all)
}

/// Loads Pyodide in a worker, and times `work()` of each program.
const PYODIDE: &str = r#"
const script = `
  import { loadPyodide } from "${a.address}pyodide.mjs";
  const python = await loadPyodide({ indexURL: "${a.address}" });
  python.runPython("print(0)");
  postMessage({ loaded: true });
  onmessage = async ({ data }) => {
    try {
      await python.runPythonAsync(data);
      const times = [];
      for (let run = 0; run < ${a.runs}; run++) {
        const begun = performance.now();
        await python.runPythonAsync("await work()");
        times.push(performance.now() - begun);
      }
      postMessage({ times });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };`;
const begun = performance.now();
const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), { type: "module" });
const answer = () => new Promise((done, failed) => {
  worker.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data));
  worker.onerror = (event) => failed(new Error(event.message));
});
await answer();
const times = { first: [performance.now() - begun] };
for (const [name, text] of a.programs) {
  worker.postMessage(text);
  times[name] = (await answer()).times;
}
return times;
"#;

async fn theirs(folder: &Path) -> Result<Vec<(String, f64)>> {
    let site = Site::of(folder, Conditions::default())?;
    let browser = Browser::start().await?;
    browser.go_to(&format!("{}package.json", site.address())).await?;
    let programs: Vec<_> = CONTESTS.iter().map(|it| (it.name, it.python)).collect();
    let asked = json!({ "address": site.address(), "runs": RUNS, "programs": programs });
    let times: std::collections::BTreeMap<String, Vec<f64>> = browser.eval(PYODIDE, asked).await?;
    Ok(times.into_iter().map(|(name, times)| (name, median(times))).collect())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
