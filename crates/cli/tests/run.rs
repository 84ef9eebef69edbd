//! The command as it is called: exit statuses, the result as JSON, what it says of a wrong program.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Calls the command with a program on its standard input.
fn meanwhile(args: &[&str], program: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_meanwhile"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(program.as_bytes()).expect("the command reads its input");
    drop(input);
    child.wait_with_output().expect("the command ends")
}

fn run(program: &str) -> Output {
    meanwhile(&["run", "--clock", "virtual", "-"], program)
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_program_that_completes_prints_and_exits_with_0() {
    let output = run(r#"fn main() { println!("there"); eprintln!("here"); }"#);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(stdout(&output), "there\n");
    assert_eq!(stderr(&output), "here\n");
}

#[test]
fn an_error_or_a_panic_is_1() {
    let output = run(r#"fn main() -> Result<(), String> { Err("no".to_string()) }"#);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let output = run(r#"fn main() { panic!("no") }"#);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(stderr(&output).contains("panicked at "), "{output:?}");
}

#[test]
fn a_rejected_program_is_2_and_shown_with_carets() {
    let output = run("fn main() {\n    let a = wrong_name;\n}\n");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = stderr(&output);
    assert!(said.contains("--> -:2:13"), "{said}");
    assert!(said.contains("2 |     let a = wrong_name;\n  |             ^^^^^^^^^^\n"), "{said}");
    assert_eq!(stdout(&output), "");
}

#[test]
fn a_file_that_is_not_there_is_2_and_named() {
    let output = meanwhile(&["run", "no-such-file.rs"], "");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(stderr(&output).contains("no-such-file.rs"), "{output:?}");
}

#[test]
fn the_result_as_json_has_the_keys_of_the_contract() {
    let program = "async fn pause() {}\nfn main() { futures::executor::block_on(async { pause().await }); }";
    let output = meanwhile(&["run", "--json", "--clock", "virtual", "-"], program);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(result["status"], "completed", "{result:#}");
    assert_eq!(result["engine"], "interpreted");
    for key in ["output", "diagnostics", "lints", "spans"] {
        assert!(result.get(key).is_some_and(serde_json::Value::is_array), "{key}: {result:#}");
    }
}

#[test]
fn a_drawing_is_svg() {
    let output = meanwhile(&["svg", "--clock", "virtual", "-"], "fn main() {}");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(stdout(&output).starts_with("<svg"), "{output:?}");
}
