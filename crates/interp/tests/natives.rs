//! Small programs through the whole interpreter: what they print.

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::{Limits, Outcome};
use meanwhile_runtime::{RunConfig, run_to_end};
use meanwhile_trace::ClockKind;
use std::cell::RefCell;
use std::rc::Rc;

/// Runs a program on the virtual clock; its output, and how it has ended unless it has completed.
#[track_caller]
fn run(text: &str) -> String {
    let engine = match Engine::new(text) {
        Ok(engine) => engine,
        Err(found) => {
            let found: Vec<_> = found
                .iter()
                .map(|it| format!("{}:{}: {}", it.span.line, it.span.column, it.message))
                .collect();
            panic!("{}", found.join("\n"));
        }
    };
    let ended: Rc<RefCell<Option<Outcome>>> = Rc::default();
    let end = ended.clone();
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, move || {
        let future = engine.start(Limits::default()).expect("a `main`");
        Box::pin(async move {
            let outcome = future.await;
            end.replace(Some(outcome));
            Ok(())
        })
    });
    let mut output = finished.output();
    match ended.take() {
        Some(Outcome::Completed) => {}
        Some(other) => output.push_str(&format!("[{other:?}]\n")),
        None => output.push_str("[never]\n"),
    }
    output
}

#[test]
fn prints() {
    assert_eq!(run(r#"fn main() { println!("{} {:?} {:>4}|", 1, "a", 2.5); }"#), "1 \"a\"  2.5|\n");
}

macro_rules! programs {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            let name = stringify!($name);
            let expected = include_str!(concat!("natives/", stringify!($name), ".txt"));
            assert_eq!(run(include_str!(concat!("natives/", stringify!($name), ".rs"))), expected, "{name}");
        }
    )*};
}

programs! { collections threads tasks }
