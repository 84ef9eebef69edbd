//! The interpreter's worker: programs end there as they do natively, and nothing takes it down.

use anyhow::{Context as _, Result};
use meanwhile_runner::messages::{Limits, Severity};
use meanwhile_tests::browser::Browser;
use meanwhile_tests::interpreter::{Interpreter, Run};
use meanwhile_tests::site::{Conditions, Site};
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The programs of the conformance suite.
const CASES: &str = "../crates/interp/tests/cases";

pub(crate) fn with_interpreter(test: impl AsyncFnOnce(Interpreter) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime
        .block_on(async {
            let site = Site::start(Conditions::default())?;
            test(Interpreter::start(site, Browser::start().await?).await?).await
        })
        .expect("the test");
}

/// The conformance programs with what they print when rustc has compiled them, without those that are known to differ.
fn cases() -> Result<Vec<(String, String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES);
    let gaps = std::fs::read_to_string(folder.join("GAPS"))?;
    let gaps: BTreeSet<&str> = gaps.lines().filter_map(|it| Some(it.split_once(": ")?.0)).collect();
    let mut cases = Vec::new();
    for family in std::fs::read_dir(&folder)? {
        let family = family?.path();
        let files: Vec<PathBuf> = match family.is_dir() {
            true => std::fs::read_dir(&family)?.map(|it| Ok(it?.path())).collect::<Result<_>>()?,
            false => Vec::new(),
        };
        for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
            let name = file.with_extension("");
            let name = name.strip_prefix(&folder)?.display().to_string();
            if !gaps.contains(name.as_str()) {
                let expected = file.with_extension("out");
                let expected = std::fs::read_to_string(&expected).with_context(|| name.clone())?;
                cases.push((name, std::fs::read_to_string(file)?, expected));
            }
        }
    }
    cases.sort();
    Ok(cases)
}

/// Output and end as the conformance suite has them, where a process would have its exit code.
fn shown(run: &Run) -> String {
    let end = match run.status {
        Status::Completed => "exit 0".to_owned(),
        Status::Failed => "exit 1".to_owned(),
        Status::Panicked => "exit 101".to_owned(),
        other => {
            let found = run.findings.first().map(|it| it.message.clone()).unwrap_or_default();
            format!("{}: {found}", other.name())
        }
    };
    format!("{}-- {end}\n", run.output())
}

/// A worker tells that a program has failed, and not with which code it has exited.
fn without_code(expected: &str) -> String {
    let (output, end) = expected.rsplit_once("-- ").unwrap_or((expected, ""));
    let end = match end.trim_end() {
        "exit 0" | "exit 101" => end.trim_end(),
        _ => "exit 1",
    };
    format!("{output}-- {end}\n")
}

#[test]
fn the_conformance_programs_end_in_the_browser_as_they_do_natively() {
    with_interpreter(async |interpreter| {
        let cases = cases()?;
        let texts: Vec<&str> = cases.iter().map(|it| it.1.as_str()).collect();
        let runs = interpreter.run(&texts, ClockKind::Virtual, Limits::default()).await?;
        let wrong = cases.iter().zip(&runs).filter(|(case, run)| shown(run) != without_code(&case.2));
        let wrong: Vec<_> = wrong.map(|(case, run)| format!("{}:\n{}", case.0, shown(run))).collect();
        assert!(cases.len() > 100 && runs.len() == cases.len());
        assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), runs.len(), wrong.join("\n"));
        Ok(())
    });
}

/// A program that does this with a list of 200,000 nodes.
fn long_list(end: &str) -> String {
    format!(
        "#[derive(Debug, Clone, PartialEq, Default)]\nstruct Node {{ next: Option<Box<Node>> }}\n\
         fn main() {{\n    let mut list = Node::default();\n    for _ in 0..200_000 {{\n        \
         list = Node {{ next: Some(Box::new(list)) }};\n    }}\n    {end}\n    println!(\"over\");\n}}\n"
    )
}

/// Texts that would take a stack, or all memory, from whoever reads or runs them carelessly.
fn hostile() -> Vec<(&'static str, String)> {
    let nested = |open: &str, close: &str, count: usize| {
        format!("fn main() {{ let x = {}1{}; }}", open.repeat(count), close.repeat(count))
    };
    vec![
        ("brackets", nested("(", ")", 100_000)),
        ("blocks", nested("{", "}", 100_000)),
        ("negations", nested("-", "", 100_000)),
        ("calls", nested("f(", ")", 100_000)),
        ("additions", nested("1 + ", "", 100_000)),
        ("methods", nested("", ".abs()", 100_000)),
        ("closures", nested("|x| ", "", 100_000)),
        ("almost too deep", nested("(", ")", 100)),
        ("types", format!("fn f(x: {}u8{}) {{}}\nfn main() {{}}", "Vec<".repeat(50_000), ">".repeat(50_000))),
        ("recursion", "fn f(n: u64) -> u64 { f(n + 1) + 1 }\nfn main() { println!(\"{}\", f(0)); }".into()),
        (
            "async recursion",
            "use std::pin::Pin;\nfn f(n: u64) -> Pin<Box<dyn Future<Output = u64>>> {\n    \
             Box::pin(async move { f(n + 1).await + 1 })\n}\n\
             #[tokio::main]\nasync fn main() { println!(\"{}\", f(0).await); }"
                .into(),
        ),
        (
            "recursion through the host",
            "struct A(u32);\nimpl std::fmt::Display for A {\n    \
             fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, \"{}\", A(self.0 + 1)) }\n}\n\
             fn main() { println!(\"{}\", A(0)); }"
                .into(),
        ),
        (
            "recursion in drops",
            "struct A;\nimpl Drop for A { fn drop(&mut self) { let _a = A; } }\nfn main() { let _a = A; }".into(),
        ),
        (
            "recursion in sorting",
            "fn f(n: u32) -> u32 { let mut v = vec![2, 1]; v.sort_by_key(|k| f(n + *k)); v[0] }\n\
             fn main() { println!(\"{}\", f(0)); }"
                .into(),
        ),
        ("a long list, dropped", long_list("drop(list);")),
        ("a loop", "fn main() { let mut n = 0u64; loop { n += 1; } }".into()),
        (
            "a macro without an end",
            "macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)* x) } }\nfn main() { m!(a) }".into(),
        ),
    ]
}

#[test]
fn no_text_takes_the_worker_down() {
    with_interpreter(async |interpreter| {
        let limits = Limits { turn: 20_000_000, total: 20_000_000, ..Limits::default() };
        let after = "fn main() { println!(\"here\"); }";
        for (name, text) in hostile() {
            let runs = interpreter.run(&[&text, after], ClockKind::Virtual, limits).await;
            let runs = runs.with_context(|| name.to_owned())?;
            assert_ne!(runs[0].status, Status::Stopped, "{name}");
            assert_eq!(runs[1].output(), "here\n", "{name}");
        }
        Ok(())
    });
}

/// What would overflow the stack of whoever goes through a value by calls within calls.
#[test]
fn a_value_that_is_nested_deeply_is_printed_cloned_and_compared() {
    with_interpreter(async |interpreter| {
        for end in [
            "let text = format!(\"{list:?}\");\n    println!(\"{}\", text.len());",
            "drop(list.clone());",
            "println!(\"{}\", list == list.clone());",
        ] {
            let text = long_list(end);
            let runs = interpreter.run(&[&text], ClockKind::Virtual, Limits::default()).await?;
            assert_eq!(runs[0].status, Status::Completed, "{end}");
            assert!(runs[0].output().ends_with("over\n"), "{end}: {}", runs[0].output());
        }
        Ok(())
    });
}

#[test]
fn a_check_names_what_is_wrong_and_is_quick() {
    with_interpreter(async |interpreter| {
        let wrong = "fn main() {\n    let n: i32 = nowhere;\n}\n";
        let right = "#[tokio::main]\nasync fn main() { tokio::task::yield_now().await }\n";
        let checks = interpreter.check(&[wrong, right, wrong]).await?;
        assert_eq!(checks[0].1[0].severity, Severity::Error);
        assert_eq!(checks[0].1[0].range.map(|it| it.start.line), Some(2));
        assert_eq!(checks[1].1, []);
        assert_eq!(checks[0].1, checks[2].1);
        Ok(())
    });
}
