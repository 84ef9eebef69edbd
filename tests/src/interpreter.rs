//! The interpreter's worker of the built site, without the page: texts go in, runs come out.

use anyhow::{Context as _, Result, bail};
use meanwhile_runner::messages::{
    AskId, Code, Finding, FromWorker, Limits, PROTOCOL, Question, RunId, RunRequest, TextRequest, ToWorker,
    decode, encode,
};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Stream, Trace, wire};
use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::site::Site;

/// A file of the site that runs nothing.
const BLANK: &str = "data/todos/1.json";

/// Starts the worker that the site's page names, and waits until it is up.
const START: &str = r#"
const page = await (await fetch(a.address)).text();
const script = page.match(new RegExp(`<meta name="meanwhile-worker-${a.name}" content="([^"]+)"`))[1];
const begun = performance.now();
const worker = new Worker(new URL(script, a.address));
window.worker = worker;
await new Promise((done, failed) => {
  worker.onmessage = done;
  worker.onerror = (event) => failed(new Error(`the worker failed: ${event.message}`));
});
return performance.now() - begun;
"#;

/// Sends messages one after another, each when the one before has been answered for good.
const TELL: &str = r#"
const tell = (bytes) => new Promise((done) => {
  const told = [];
  const begun = performance.now();
  window.worker.onerror = (event) => {
    event.preventDefault();
    done({ ms: performance.now() - begun, told, died: event.message });
  };
  window.worker.onmessage = ({ data }) => {
    told.push([...data]);
    if (a.last.includes(data[1])) done({ ms: performance.now() - begun, told, died: null });
  };
  window.worker.postMessage(new Uint8Array(bytes));
});
const all = [];
for (const bytes of a.messages) {
  const answer = await tell(bytes);
  all.push(answer);
  if (answer.died !== null) break;
}
return all;
"#;

/// Asks the worker which of its functions have been called since this was last asked: a digit for each.
const CALLS: &str = r#"
const channel = new BroadcastChannel("meanwhile calls");
const asked = new Promise((done) => (channel.onmessage = ({ data }) => done(data)));
channel.postMessage("ask");
const digits = (await asked).join("");
channel.close();
return digits;
"#;

/// The worker, in a browser that shows a file of the site.
#[derive(Debug)]
pub struct Interpreter {
    site: Site,
    browser: Browser,
    /// How long it took the worker to be up, in milliseconds.
    pub up_ms: f64,
}

/// What became of a text.
#[derive(Debug)]
pub struct Run {
    /// How the run ended.
    pub status: Status,
    /// What happened.
    pub trace: Trace,
    /// What the worker found in the text.
    pub findings: Vec<Finding>,
    /// From the request to the end of the run, in milliseconds.
    pub ms: f64,
}

/// What the page's script returns of a message.
#[derive(Deserialize)]
struct Answer {
    ms: f64,
    told: Vec<Vec<u8>>,
    died: Option<String>,
}

impl Interpreter {
    /// Starts the worker.
    ///
    /// # Errors
    ///
    /// Fails if the site has no such worker, or the worker does not come up.
    pub async fn start(site: Site, browser: Browser) -> Result<Self> {
        Self::of(site, browser, "interpreted").await
    }

    /// Starts the worker of this name, which need not be the interpreter's.
    ///
    /// # Errors
    ///
    /// Fails if the site has no such worker, or the worker does not come up.
    pub async fn of(site: Site, browser: Browser, name: &str) -> Result<Self> {
        browser.go_to(&format!("{}{BLANK}", site.address())).await?;
        let asked = json!({ "address": site.address(), "name": name });
        let up_ms = browser.eval(START, asked).await.with_context(|| format!("the worker {name}"))?;
        Ok(Self { site, browser, up_ms })
    }

    /// Returns which functions have been called since this was last asked, a digit for each, of a worker of a site that
    /// `cargo xtask plan` has built.
    ///
    /// # Errors
    ///
    /// Fails if the worker does not answer.
    pub async fn calls(&self) -> Result<String> {
        self.browser.eval(CALLS, json!(null)).await
    }

    /// Runs texts, one after another.
    ///
    /// # Errors
    ///
    /// Fails if the worker dies, with the number of the text that killed it.
    pub async fn run(&self, texts: &[&str], clock: ClockKind, limits: Limits) -> Result<Vec<Run>> {
        let code = |text: &&str| Code::Text { text: (*text).to_owned(), limits };
        self.answered(texts.iter().map(|it| (String::new(), code(it))), clock).await
    }

    /// Runs programs that the worker has been compiled with, one after another.
    ///
    /// # Errors
    ///
    /// Fails if the worker dies, with the number of the program that killed it.
    pub async fn run_compiled(&self, programs: &[&str], clock: ClockKind) -> Result<Vec<Run>> {
        self.answered(programs.iter().map(|it| ((*it).to_owned(), Code::Compiled)), clock).await
    }

    async fn answered(
        &self,
        programs: impl Iterator<Item = (String, Code)>,
        clock: ClockKind,
    ) -> Result<Vec<Run>> {
        let request = |(index, (program, code)): (usize, (String, Code))| RunRequest {
            run: RunId(index as u32 + 1),
            program,
            code,
            clock,
            seed: 0,
            capacity: 200_000,
            output_limit: 1 << 20,
            site: self.site.address().trim_end_matches('/').to_owned(),
        };
        let messages: Vec<_> = programs.enumerate().map(request).map(ToWorker::Run).collect();
        let answers = self.tell(&messages).await?;
        answers.iter().map(run).collect()
    }

    /// Checks texts, one after another, and returns how long each took in milliseconds and what was found.
    ///
    /// # Errors
    ///
    /// Fails if the worker dies.
    pub async fn check(&self, texts: &[&str]) -> Result<Vec<(f64, Vec<Finding>)>> {
        let request =
            |text: &&str| TextRequest { ask: AskId(1), question: Question::Check, text: (*text).to_owned() };
        let messages: Vec<_> = texts.iter().map(request).map(ToWorker::Ask).collect();
        let answers = self.tell(&messages).await?;
        let read = |it: &Answer| match it.told.first().map(|it| decode(it)) {
            Some(Ok(FromWorker::Checked { findings, .. })) => Ok((it.ms, findings)),
            other => bail!("a check was answered by {other:?}"),
        };
        answers.iter().map(read).collect()
    }

    async fn tell(&self, messages: &[ToWorker]) -> Result<Vec<Answer>> {
        let bytes: Vec<Vec<u8>> = messages.iter().map(encode).collect::<Result<_, _>>()?;
        let mut answers: Vec<Answer> = Vec::new();
        // A script has half a minute.
        for part in bytes.chunks(40) {
            let last = last_messages()?;
            let told: Vec<Answer> =
                self.browser.eval(TELL, json!({ "messages": part, "last": last })).await?;
            if let Some(why) = told.iter().find_map(|it| it.died.as_ref()) {
                bail!("the worker died at message {}: {why}", answers.len() + told.len());
            }
            answers.extend(told);
        }
        Ok(answers)
    }
}

/// How messages begin behind the version that nothing follows.
fn last_messages() -> Result<Vec<u8>> {
    let run = RunId(0);
    let (status, detail, findings, message) = (Status::Completed, None, Vec::new(), String::new());
    let all = [
        FromWorker::Finished { run, status, detail, findings: findings.clone(), is_last: false },
        FromWorker::Rejected { run, message: message.clone(), hint: None, findings: findings.clone() },
        FromWorker::Checked { ask: AskId(0), findings },
        FromWorker::Undecodable { message },
    ];
    let kind = |it: &FromWorker| Ok(encode(it)?[1]);
    all.iter().map(kind).collect()
}

fn run(answer: &Answer) -> Result<Run> {
    let mut trace = Trace::default();
    for bytes in &answer.told {
        match decode::<FromWorker>(bytes)? {
            FromWorker::Batch { bytes, .. } => trace.apply(&wire::decode(&bytes)?)?,
            FromWorker::Finished { status, findings, .. } => {
                return Ok(Run { status, trace, findings, ms: answer.ms });
            }
            FromWorker::Rejected { findings, .. } => {
                return Ok(Run { status: Status::Rejected, trace, findings, ms: answer.ms });
            }
            FromWorker::Started { .. } => {}
            other => bail!("a run was answered by {other:?}"),
        }
    }
    bail!("a run has no end, in protocol version {PROTOCOL}")
}

impl Run {
    /// Returns what was printed to standard output.
    pub fn output(&self) -> String {
        self.printed(Stream::Out)
    }

    /// Returns what was printed to standard error.
    pub fn errors(&self) -> String {
        self.printed(Stream::Err)
    }

    fn printed(&self, stream: Stream) -> String {
        let lines = self.trace.output().iter().filter(|it| it.stream == stream);
        lines.map(|it| self.trace.text(it.text)).collect()
    }
}
