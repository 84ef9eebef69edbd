//! What helps to read: the search and the tags, the question, the findings, the twin in Python, and the way from
//! asyncio's names to lessons.

use anyhow::Result;
use meanwhile_programs::Program;
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// The slugs of the lessons that are listed, in their order.
async fn listed(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid^=example-]')]
        .map((it) => it.dataset.testid.slice('example-'.length))";
    page.browser.eval(script, Value::Null).await
}

/// The slugs of all lessons that are so.
fn slugs(admits: impl Fn(&Program) -> bool) -> Vec<&'static str> {
    Program::ALL.iter().filter(|it| admits(it)).map(|it| it.slug).collect()
}

/// Waits until exactly these lessons are listed.
async fn wait_for_listed(page: &Page, slugs: &[&str]) -> Result<()> {
    let same = "[...document.querySelectorAll('[data-testid^=example-]')]
        .map((it) => it.dataset.testid.slice('example-'.length)).join() === a.join()";
    page.browser.wait_until(&format!("{slugs:?} to be listed"), same, json!(slugs)).await
}

/// Types into the search what a reader types.
async fn search(page: &Page, text: &str) -> Result<()> {
    page.browser.eval::<()>("one('lesson-search').focus(); return null", Value::Null).await?;
    page.browser.press(&[], &text.chars().collect::<Vec<_>>()).await
}

#[test]
fn the_search_lists_what_is_about_the_words_and_enter_opens_the_first() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        assert_eq!(listed(page).await?, slugs(|_| true), "without a search, every lesson in path order");
        search(page, "SEMAPHORE").await?;
        page.browser
            .wait_until(
                "fewer lessons",
                "document.querySelectorAll('[data-testid^=example-]').length < a",
                json!(Program::ALL.len() / 2),
            )
            .await?;
        let found = listed(page).await?;
        assert!(found.iter().any(|it| it == "semaphore"), "{found:?}");
        // By a name of asyncio that stands in no title.
        search(page, " gather").await?;
        page.browser.press(&[], &['\u{e00c}']).await?;
        wait_for_listed(page, &slugs(|_| true)).await?;
        search(page, "asyncio.semaphore").await?;
        page.browser
            .wait_until("the semaphore", "all('example-semaphore').length === 1", Value::Null)
            .await?;
        page.browser.press(&[], &['\u{e007}']).await?;
        page.browser
            .wait_until("the first to open", "location.hash.startsWith('#/examples/')", Value::Null)
            .await?;
        page.wait_for_source(&listed(page).await?[0]).await?;
        page.expect_no_trouble().await
    });
}

#[test]
fn a_search_that_finds_nothing_says_so_and_shows_the_way_back() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        search(page, "xylophone").await?;
        page.browser.wait_until("a word for none", "all('lesson-none').length === 1", Value::Null).await?;
        let told = page.text("lesson-none").await?;
        assert!(told.contains("No lesson is about “xylophone”."), "{told}");
        page.browser
            .eval::<()>("one('lesson-none').querySelector('button').click(); return null", Value::Null)
            .await?;
        wait_for_listed(page, &slugs(|_| true)).await
    });
}

#[test]
fn a_tag_lists_its_lessons_and_is_taken_back_by_a_second_click() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let click = "all('lesson-tag').find((it) => text(it) === a || it.textContent.trim() === a).click(); return null";
        for tag in ["locks", "cancellation"] {
            let tagged = slugs(|it| it.tags.contains(&tag));
            assert!(tagged.len() > 1, "{tag}: {tagged:?}");
            page.browser.eval::<()>(click, json!(tag)).await?;
            wait_for_listed(page, &tagged).await?;
            let pressed = "return all('lesson-tag').filter((it) => it.ariaPressed === 'true').map((it) => it.textContent.trim())";
            assert_eq!(page.browser.eval::<Vec<String>>(pressed, Value::Null).await?, [tag]);
            page.browser.eval::<()>(click, json!(tag)).await?;
            wait_for_listed(page, &slugs(|_| true)).await?;
        }
        Ok(())
    });
}

/// The texts that can be chosen.
async fn choices(page: &Page) -> Result<Vec<String>> {
    page.browser.eval("return all('choice').map((it) => text(it.closest('label')))", Value::Null).await
}

#[test]
fn a_guess_is_made_before_the_run_and_judged_by_it() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        assert!(page.text("question").await?.contains("How long do they take gathered?"));
        assert_eq!(choices(page).await?, ["250 ms", "300 ms", "350 ms", "900 ms"]);
        assert_eq!(page.text("answer").await?, "", "nothing is given away before it is asked for");
        for (guess, verdict, right) in
            [(3, "Not quite: in this run, ", "false"), (2, "Right: in this run, ", "true")]
        {
            // A fresh start: the page forgets a guess with its lesson.
            page.follow("two-tasks").await?;
            page.follow("three-downloads").await?;
            page.browser.eval::<()>("all('choice')[a].click(); return null", json!(guess)).await?;
            page.browser.wait_until("the guess", "all('choice')[a].checked", json!(guess)).await?;
            // The run tells the answer to whoever has guessed.
            page.run().await?;
            page.browser.wait_until("a verdict", "text(one('answer')) !== ''", Value::Null).await?;
            let answer = page.text("answer").await?;
            assert!(answer.starts_with(verdict), "{answer}");
            let judged: String = page.browser.eval("return one('answer').dataset.right", Value::Null).await?;
            assert_eq!(judged, right, "{answer}");
            // Computed from this run: the very figure that the comparison shows.
            let gathered = page.figure("gathered").await?;
            assert!(answer.contains(&format!("{gathered:.0} ms")), "{answer} for {gathered}");
            let open = "return all('choice').some((it) => !it.disabled)";
            assert!(!page.browser.eval::<bool>(open, Value::Null).await?, "what is judged cannot be changed");
        }
        Ok(())
    });
}

#[test]
fn the_answer_waits_for_the_run_that_is_going_on() {
    play(Conditions::default(), async |page| {
        page.open("three-downloads").await?;
        page.wait_for_output_line().await?;
        page.click("run").await?;
        page.click("reveal").await?;
        page.browser
            .wait_until("an answer", "text(one('answer')).startsWith('In this run: ')", Value::Null)
            .await?;
        page.wait_for_end().await?;
        let gathered = page.figure("gathered").await?;
        assert_eq!(page.text("answer").await?, format!("In this run: {gathered:.0} ms."));
        Ok(())
    });
}

#[test]
fn a_finding_leads_to_its_span_and_its_line() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("deadlock").await?;
        let result = page.call_run(json!({ "clock": "virtual" })).await?;
        page.wait_for_end().await?;
        let found: Vec<(String, Option<String>)> = page
            .browser
            .eval(
                "return all('finding').map((it) => [it.dataset.lint, it.dataset.line ?? null])",
                Value::Null,
            )
            .await?;
        let reported: Vec<_> =
            result.lints.iter().map(|it| (it.name.clone(), it.line.map(|it| it.to_string()))).collect();
        assert!(!found.is_empty() && found.len() <= reported.len(), "{found:?} of {reported:?}");
        assert!(found.iter().all(|it| reported.contains(it)), "{found:?} of {reported:?}");
        let at = result
            .lints
            .iter()
            .position(|it| it.line.is_some() && it.span.is_some())
            .expect("one with a line");
        let (lint, line) = (&result.lints[at], result.lints[at].line.expect("a line"));
        let click = "all('finding').find((it) => it.dataset.lint === a[0] && it.dataset.line === a[1])
            .querySelector('button').click(); return null";
        // From the twin in Python the way leads back to the program.
        page.click("code-python").await?;
        page.browser.wait_until("Python", "all('python-source').length === 1", Value::Null).await?;
        page.browser.eval::<()>(click, json!([lint.name, line.to_string()])).await?;
        page.wait_for_lit_rows(&[lint.span.expect("a span")]).await?;
        page.wait_for_lit_lines(&[line]).await?;
        assert!(page.browser.eval::<bool>("return all('python-source').length === 0", Value::Null).await?);
        Ok(())
    });
}

#[test]
fn a_run_without_findings_says_so() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("errors-as-values").await?;
        page.call_run(json!({ "clock": "virtual" })).await?;
        page.wait_for_end().await?;
        let none = "all('finding').length === 0 && text(one('findings')).includes('No findings.')";
        page.browser.wait_until("a word for none", none, Value::Null).await
    });
}

#[test]
fn the_twin_in_python_is_there_to_read_and_run_runs_the_rust() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.click("code-python").await?;
        page.browser.wait_until("Python", "all('python-source').length === 1", Value::Null).await?;
        let python = expected::python("three-downloads")?;
        let lines = "return [...one('python-source').querySelectorAll('li')].length";
        assert_eq!(page.browser.eval::<usize>(lines, Value::Null).await?, python.trim_end().lines().count());
        let shown = page.text("python-source").await?;
        for part in ["import asyncio", "asyncio.gather", "async def main"] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        page.run().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        page.click("code-rust").await?;
        page.browser.wait_until("Rust", "all('python-source').length === 0", Value::Null).await?;
        assert_eq!(page.source().await?.trim_end(), expected::source("three-downloads")?.trim_end());
        page.expect_no_trouble().await
    });
}

#[test]
fn asyncios_names_lead_to_the_lessons_that_show_them() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.click("asyncio-link").await?;
        page.browser.wait_until("the table", "all('asyncio-table').length === 1", Value::Null).await?;
        let rows: Vec<(String, String, Vec<String>)> = page
            .browser
            .eval(
                "return [...one('asyncio-table').tBodies[0].rows].map((row) => [text(row.cells[0]), text(row.cells[1]),
                    [...row.querySelectorAll('a')].map((it) => it.getAttribute('href').split('/').at(-1))])",
                Value::Null,
            )
            .await?;
        for lesson in Program::ALL {
            for (python, rust) in lesson.asyncio {
                let row = rows.iter().find(|it| (it.0.as_str(), it.1.as_str()) == (python, rust));
                let links = row.map(|it| it.2.as_slice()).unwrap_or_default();
                assert!(links.iter().any(|it| it == lesson.slug), "{python} -> {rust}: {}", lesson.slug);
            }
        }
        let link =
            "const row = [...one('asyncio-table').tBodies[0].rows].find((it) => text(it.cells[0]) === a);
            row.querySelector('a').click(); return null";
        page.browser.eval::<()>(link, json!("asyncio.Semaphore")).await?;
        page.wait_for_source("semaphore").await?;
        page.wait_for_end().await?;
        page.browser.back().await?;
        page.browser.wait_until("the table again", "all('asyncio-table').length === 1", Value::Null).await?;
        page.expect_no_trouble().await
    });
}
