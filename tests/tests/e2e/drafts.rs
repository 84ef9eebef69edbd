//! What the reader has written is there again, never in the way, and never run unasked.

use anyhow::Result;
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::Value;

const DRAFT: &str = "fn main() {\n    println!(\"my draft\");\n}\n";

/// Opens a lesson and changes it.
async fn change(page: &Page, slug: &str) -> Result<()> {
    page.open_and_watch(slug).await?;
    page.wait_for_editor().await?;
    page.replace_text(DRAFT).await
}

#[test]
fn a_draft_is_there_again_and_waits_for_run() {
    play(Conditions::default(), async |page| {
        change(page, "two-tasks").await?;
        page.reload().await?;
        page.wait_for_editor().await?;
        page.wait_for_text(DRAFT).await?;
        page.wait_for("not-run").await?;
        assert_eq!(page.output().await?, [""; 0], "nothing runs before it is asked to");
        page.run().await?;
        assert_eq!(page.output().await?, ["my draft"]);
        page.follow("three-downloads").await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        page.expect_no_trouble().await
    });
}

#[test]
fn reset_brings_the_lesson_back_and_undo_the_draft() {
    play(Conditions::default(), async |page| {
        change(page, "two-tasks").await?;
        page.click("reset").await?;
        page.wait_for_source("two-tasks").await?;
        assert!(!page.has("reset").await?, "there is nothing more to reset");
        page.click("undo-reset").await?;
        page.wait_for_text(DRAFT).await?;
        page.click("reset").await?;
        page.reload().await?;
        page.wait_for_end().await?;
        page.wait_for_source("two-tasks").await?;
        assert_eq!(page.output().await?, page.expected_output("two-tasks")?);
        Ok(())
    });
}

#[test]
fn a_newer_lesson_is_shown_and_the_older_draft_offered() {
    play(Conditions::default(), async |page| {
        let stored = "localStorage.getItem('meanwhile-draft/two-tasks/7') ??
            localStorage.setItem('meanwhile-draft/two-tasks/7', 'fn main() { println!(\"old\"); }')";
        page.browser
            .run_before_load(&format!("if (!window.name) {{ window.name = 'seen'; {stored} }}"))
            .await?;
        page.open_and_watch("two-tasks").await?;
        page.wait_for_source("two-tasks").await?;
        page.wait_for("older-draft").await?;
        page.click("take-older").await?;
        page.wait_for_text("fn main() { println!(\"old\"); }").await?;
        assert!(!page.has("older-draft").await?);
        page.click("reset").await?;
        page.wait_for_source("two-tasks").await
    });
}

#[test]
fn storage_that_takes_nothing_is_told_and_loses_nothing_on_this_visit() {
    play(Conditions::default(), async |page| {
        let full =
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
        page.browser.run_before_load(full).await?;
        change(page, "two-tasks").await?;
        page.wait_for("not-kept").await?;
        page.follow("three-downloads").await?;
        page.follow_to_draft("two-tasks", DRAFT).await?;
        page.expect_no_trouble().await
    });
}

#[test]
fn a_plain_text_area_is_there_for_those_who_want_it() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.wait_for_editor().await?;
        page.click("plain").await?;
        page.wait_for("area").await?;
        // The lines of the run are below, with their times.
        let lines = "[...document.querySelectorAll('.source .awaits .time')].length >= 2";
        page.browser.wait_until("the lines that await", lines, Value::Null).await?;
        page.enter_text().await?;
        page.type_keys("// mine\n").await?;
        page.browser.wait_until("what was typed", "meanwhile.code.includes('// mine')", Value::Null).await?;
        page.replace_text(DRAFT).await?;
        page.run().await?;
        assert_eq!(page.output().await?, ["my draft"]);
        page.reload().await?;
        page.wait_for("area").await?;
        page.wait_for_text(DRAFT).await
    });
}

#[test]
fn without_the_editor_a_text_area_does_and_it_can_be_asked_for_again() {
    let refused = Conditions { refused: Some(("editor/editor-", 1)), ..Conditions::default() };
    play(refused, async |page| {
        page.open_and_watch("two-tasks").await?;
        page.wait_for("no-editor").await?;
        page.wait_for("area").await?;
        page.replace_text(DRAFT).await?;
        page.run().await?;
        assert_eq!(page.output().await?, ["my draft"]);
        Ok(())
    });
}

#[test]
fn a_program_in_a_link_is_shown_and_runs_only_when_asked_to() {
    play(Conditions::default(), async |page| {
        page.open_home().await?;
        page.wait_for_end().await?;
        let packed = "return await meanwhileTools.pack('fn main() { println!(\"from a link\"); }')";
        let packed: String = page.browser.eval(packed, Value::Null).await?;
        page.open_hash("").await?;
        page.browser.go_to("about:blank").await?;
        page.open_hash(&format!("#/code/{packed}")).await?;
        page.wait_for_text("fn main() { println!(\"from a link\"); }").await?;
        page.wait_for("not-run").await?;
        let status = "return one('headline').dataset.status";
        assert_eq!(page.browser.eval::<String>(status, Value::Null).await?, "none");
        page.run().await?;
        assert_eq!(page.output().await?, ["from a link"]);
        // A lesson in a link waits as well.
        let source = expected::source("two-tasks")?;
        let packed: String = page.browser.eval("return await meanwhileTools.pack(a)", source.into()).await?;
        page.browser.go_to("about:blank").await?;
        page.open_hash(&format!("#/code/{packed}")).await?;
        page.wait_for_source("two-tasks").await?;
        assert_eq!(page.browser.eval::<String>(status, Value::Null).await?, "none");
        Ok(())
    });
}

#[test]
fn a_broken_link_is_told() {
    play(Conditions::default(), async |page| {
        page.open_hash("#/code/1.AAAA").await?;
        page.wait_to_be_told("link").await?;
        page.expect_no_trouble().await
    });
}
