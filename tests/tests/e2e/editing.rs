//! The text can be changed: typed, run, found faulty, reset.

use anyhow::Result;
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{Engine, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// A program that is none of the lessons.
const HELLO: &str = "fn main() {\n    println!(\"hello from the text\");\n}\n";

const ALT: char = '\u{E00A}';
const CONTROL: char = '\u{E009}';
const DOWN: char = '\u{E015}';
const END: char = '\u{E010}';
const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const HOME: char = '\u{E011}';
const TAB: char = '\u{E004}';

/// Holds the editor back until `letEditorCome` is called.
const HOLD_BACK: &str = "let tools;
Object.defineProperty(window, 'meanwhileTools', {
  get: () => tools,
  set(it) {
    const { load } = it;
    it.load = (address) => new Promise((go) => { window.letEditorCome = go; }).then(() => load(address));
    tools = it;
  },
});";

/// The lines as they are coloured: a word for each character that is to be seen.
const COLOURS: &str = "
const classes = ['kw', 'fn', 'ty', 'st', 'nu', 'co'];
const walk = (node, css) => node.nodeType === Node.TEXT_NODE
  ? [...node.data].filter((it) => it.trim()).map((it) => `${it}${css}`).join(' ')
  : [...node.childNodes].map((it) => walk(it, classes.find((css) => node.classList.contains(css)) ?? css)).join(' ');
return [...document.querySelectorAll(a)].map((it) => walk(it, '').split(' ').filter(Boolean).join(' '));";

#[test]
fn the_editor_takes_the_place_of_the_text_and_colours_it_alike() {
    play(Conditions::default(), async |page| {
        page.browser.run_before_load(HOLD_BACK).await?;
        for slug in ["three-downloads", "errors-as-values", "timeouts"] {
            page.browser.go_to("about:blank").await?;
            page.open_and_watch(slug).await?;
            page.browser
                .wait_until("the editor to be asked for", "window.letEditorCome", Value::Null)
                .await?;
            let read: Vec<String> = page.browser.eval(COLOURS, json!(".source li code")).await?;
            page.browser.eval::<()>("letEditorCome(); return null", Value::Null).await?;
            page.wait_for_editor().await?;
            let written: Vec<String> = page.browser.eval(COLOURS, json!(".cm-line")).await?;
            assert!(read.len() > 10 && written.len() > 10, "{slug}");
            for (read, written) in read.iter().zip(&written) {
                assert_eq!(read, written, "{slug}");
            }
        }
        page.expect_no_trouble().await
    });
}

#[test]
fn what_is_typed_runs() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text(HELLO).await?;
        page.click("run").await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, ["hello from the text"]);
        let chosen = "return one('engine-interpreted').checked && one('engine-compiled').disabled";
        assert!(page.browser.eval::<bool>(chosen, Value::Null).await?, "a changed text is interpreted");
        let result = page.call_run(json!({ "clock": "virtual" })).await?;
        assert_eq!((result.status, result.engine), (Status::Completed, Engine::Interpreted));
        page.expect_no_trouble().await
    });
}

#[test]
fn control_and_enter_in_the_text_run_it_and_leave_it_alone() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text(HELLO).await?;
        page.enter_text().await?;
        page.mark_run().await?;
        page.browser.press(&[CONTROL], &[ENTER]).await?;
        page.wait_for_new_run().await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, ["hello from the text"]);
        assert_eq!(page.source().await?, HELLO);
        Ok(())
    });
}

#[test]
fn new_lines_are_indented_and_brackets_closed() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text("").await?;
        page.enter_text().await?;
        page.type_keys("fn main() {\nlet x = 1;\nif x > 0 {\nf(x);").await?;
        page.wait_for_text("fn main() {\n    let x = 1;\n    if x > 0 {\n        f(x);\n    }\n}").await
    });
}

#[test]
fn escape_and_tab_lead_out_of_the_editor_and_tab_alone_indents() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text("x").await?;
        page.enter_text().await?;
        page.browser.press(&[], &[TAB]).await?;
        page.browser.wait_until("the indentation", "meanwhile.code === '    x'", Value::Null).await?;
        let inside = "return document.activeElement.id === 'source'";
        assert!(page.browser.eval::<bool>(inside, Value::Null).await?);
        page.browser.press(&[], &[ESCAPE]).await?;
        page.browser.press(&[], &[TAB]).await?;
        page.browser
            .wait_until("the focus to leave", "document.activeElement.id !== 'source'", Value::Null)
            .await?;
        assert_eq!(page.source().await?, "    x");
        Ok(())
    });
}

#[test]
fn what_is_wrong_is_marked_and_listed_while_it_is_written() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text("fn main() {\n    prntln!(\"x\");\n    let y = ;\n}\n").await?;
        page.wait_for_fault("line 3").await?;
        page.browser
            .wait_until("the underline", "document.querySelector('.cm-line .fault.error')", Value::Null)
            .await?;
        page.browser
            .eval::<()>("all('fault')[0].querySelector('button').click(); return null", Value::Null)
            .await?;
        // The cursor stands in that line: what is typed goes there.
        page.type_keys("1").await?;
        let first_changed = "meanwhile.code.split('\\n')[2].includes('1')";
        page.browser.wait_until("the cursor in the line", first_changed, Value::Null).await?;
        page.replace_text(HELLO).await?;
        page.wait_for_no_fault().await
    });
}

#[test]
fn a_text_that_cannot_run_is_rejected_with_its_places() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        let script = "meanwhile.code = 'fn main() {\\n    let x = ;\\n}'; return await meanwhile.run()";
        let result: meanwhile_tests::result::RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!((result.status, result.engine), (Status::Rejected, Engine::Interpreted));
        assert_eq!(result.diagnostics[0].line, 2);
        page.wait_for_fault("line 2").await
    });
}

#[test]
fn names_of_the_library_and_of_the_program_are_completed() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text("fn greeting() {}\n").await?;
        page.enter_text().await?;
        page.browser.press(&[CONTROL], &[END]).await?;
        let offered =
            "[...document.querySelectorAll('.cm-completionLabel')].some((it) => it.textContent === a)";
        page.type_keys("gree").await?;
        page.browser.wait_until("the program's own", offered, json!("greeting")).await?;
        page.browser.press(&[], &[ESCAPE]).await?;
        page.type_keys(";\ntokio::time::sle").await?;
        page.browser.wait_until("the library's", offered, json!("sleep_until")).await?;
        let pick = "document.querySelector('.cm-tooltip-autocomplete li')
            .dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))";
        page.browser.eval::<Value>(&format!("{pick}; return null"), Value::Null).await?;
        page.browser
            .wait_until("it to be written", "/tokio::time::sleep/.test(meanwhile.code)", Value::Null)
            .await
    });
}

#[test]
fn behind_a_dot_stands_what_the_value_has_and_no_more() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text("fn main() {\n    let numbers = vec![1u8];\n    nowhere();\n    numbers\n}\n")
            .await?;
        // Types are known once the text has been looked at.
        page.wait_for_fault("line 3").await?;
        page.browser
            .eval::<()>("all('fault')[0].querySelector('button').click(); return null", Value::Null)
            .await?;
        page.browser.press(&[], &[DOWN, END]).await?;
        page.type_keys(".pu").await?;
        let labels = "[...document.querySelectorAll('.cm-completionLabel')].map((it) => it.textContent)";
        let offered = format!("{labels}.includes('push') && !{labels}.includes('push_str')");
        page.browser.wait_until("what a vector has", &offered, Value::Null).await?;
        let told = "document.querySelector('.cm-completionInfo')?.textContent === 'fn push(&mut self, u8)'";
        page.browser.wait_until("its declaration with its types", told, Value::Null).await
    });
}

#[test]
fn a_lesson_can_be_interpreted_by_choice_and_prints_the_same() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.mark_run().await?;
        page.click("engine-interpreted").await?;
        page.wait_for_new_run().await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        let result = page.call_run(json!({ "clock": "virtual" })).await?;
        assert_eq!(result.engine, Engine::Interpreted);
        assert_eq!(result.printed(), expected::output("three-downloads")?);
        Ok(())
    });
}

/// Runs the example on the virtual clock, until the page says what could be gathered in it.
async fn run_what_could_be_gathered(page: &Page) -> Result<()> {
    page.open_and_watch("three-downloads").await?;
    page.wait_for_editor().await?;
    page.mark_run().await?;
    page.click("clock-virtual").await?;
    page.wait_for_new_run().await?;
    page.wait_for_end().await?;
    page.wait_for("gatherable").await
}

#[test]
fn awaits_that_wait_without_need_are_gathered_and_the_next_run_is_compared() {
    play(Conditions::default(), async |page| {
        run_what_could_be_gathered(page).await?;
        let offer = page.text("gatherable").await?;
        assert!(
            offer.contains("Gathered they would have taken 350 ms instead of 900 ms"),
            "measured in the last run: {offer}"
        );
        let rail = "document.querySelectorAll('.cm-line.could-gather').length === 3";
        page.browser.wait_until("the rail beside three lines", rail, Value::Null).await?;
        page.click("gather").await?;
        let gathered = "meanwhile.code.split('tokio::join!(').length === 3";
        page.browser.wait_until("the second join!", gathered, Value::Null).await?;
        assert!(!page.has("gatherable").await?, "the lines of that run are no more");
        page.run().await?;
        page.wait_for("against-before").await?;
        let told = page.text("against-before").await?;
        assert!(told.contains("700 ms instead of 1.25 s, 550 ms saved"), "{told}");
        // Undone in one step.
        page.enter_text().await?;
        page.browser.press(&[CONTROL], &['z']).await?;
        page.wait_for_source("three-downloads").await
    });
}

/// Moves the pointer over the first place of the text that says this.
const POINT_AT: &str = "
const texts = document.createTreeWalker(document.querySelector('.cm-content'), NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const at = texts.currentNode.data.indexOf(a);
  if (at < 0) continue;
  const range = document.createRange();
  range.setStart(texts.currentNode, at);
  range.setEnd(texts.currentNode, at + a.length);
  const { x, y, width, height } = range.getBoundingClientRect();
  const place = { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 };
  texts.currentNode.parentElement.dispatchEvent(new MouseEvent('mousemove', place));
  return true;
}
return false;";

#[test]
fn a_name_under_the_pointer_is_explained() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for_editor().await?;
        page.replace_text(
            "fn main() {\n    let wide = 7u64;\n    drop(wide.count_ones());\n    nowhere();\n}\n",
        )
        .await?;
        // Types are known once the text has been looked at.
        page.wait_for_fault("line 4").await?;
        let told = "[...document.querySelectorAll('.cm-tooltip .meaning code')].some((it) => it.textContent.includes(a))";
        for (name, meaning) in [("count_ones", "fn count_ones("), ("wide", "u64")] {
            assert!(page.browser.eval::<bool>(POINT_AT, json!(name)).await?, "{name} is in sight");
            page.browser.wait_until(name, told, json!(meaning)).await?;
        }
        Ok(())
    });
}

#[test]
fn the_keys_at_a_marked_line_show_its_future_and_gather() {
    play(Conditions::default(), async |page| {
        run_what_could_be_gathered(page).await?;
        let marked = "return [...document.querySelectorAll('.cm-line')]
            .findIndex((it) => it.classList.contains('could-gather'))";
        let above: u32 = page.browser.eval(marked, Value::Null).await?;
        page.enter_text().await?;
        page.browser.press(&[CONTROL], &[HOME]).await?;
        page.browser.press(&[], &vec![DOWN; above as usize]).await?;
        page.browser.press(&[ALT], &[ENTER]).await?;
        page.wait_for_lit_lines(&[above + 1]).await?;
        page.browser.press(&[CONTROL], &['.']).await?;
        let gathered = "meanwhile.code.includes('tokio::join!(')";
        page.browser.wait_until("the join!", gathered, Value::Null).await
    });
}
