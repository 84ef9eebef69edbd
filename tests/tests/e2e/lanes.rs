//! What is at work besides the loop, and who stands in whose way: in the picture, in its words, and in the source.

use anyhow::{Result, bail};
use meanwhile_tests::page::{Page, Row};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// The rows of one kind of span.
async fn rows(page: &Page, kind: &str) -> Result<Vec<Row>> {
    Ok(page.rows().await?.into_iter().filter(|it| it.cells[1] == kind).collect())
}

/// What the legend explains.
async fn legend(page: &Page) -> Result<String> {
    let script = "return document.querySelector('.legend').innerText";
    page.browser.eval(script, Value::Null).await
}

/// Clicks down the picture until a job lights up: first of all the lanes that show jobs are those of the workers.
async fn click_first_job(page: &Page) -> Result<u32> {
    let jobs: Vec<u32> = rows(page, "job").await?.iter().map(|it| it.span).collect();
    let (left, top, width, height) = page.picture_box().await?;
    for y in (0..height as u32 / 4).map(|it| f64::from(it) * 4.0) {
        for part in [0.42, 0.55] {
            page.browser.click_at(left + width * part, top + y).await?;
            if let [span] = page.lit_rows().await?[..]
                && jobs.contains(&span)
            {
                return Ok(span);
            }
        }
    }
    bail!("no click on the picture picked a job")
}

#[test]
fn a_job_lights_up_in_its_workers_lane_and_in_its_row_whichever_is_clicked() {
    play(Conditions::default(), async |page| {
        for width in [1440, 360] {
            page.browser.set_size(width, 900).await?;
            page.open_and_watch("concurrency-and-parallelism").await?;
            let job = click_first_job(page).await?;
            let said = page.text("explanation").await?;
            assert!(said.contains("on worker "), "{said}");
            let by_lane = page.settled_picture().await?;
            page.click_row(job).await?;
            page.wait_for_lit_rows(&[]).await?;
            page.wait_for_another_picture(&by_lane).await?;
            page.click_row(job).await?;
            page.wait_for_lit_rows(&[job]).await?;
            page.wait_for_picture(&by_lane).await?;
        }
        page.expect_no_trouble().await
    });
}

#[test]
fn marks_of_phases_are_explained_where_a_run_has_some() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("concurrency-and-parallelism").await?;
        let with_jobs = legend(page).await?;
        assert!(with_jobs.contains("queued") && with_jobs.contains("at work elsewhere"), "{with_jobs}");
        let label = "return document.querySelector('[role=application]').getAttribute('aria-label')";
        let label: String = page.browser.eval(label, Value::Null).await?;
        assert!(label.contains("did 4 jobs."), "{label}");
        page.open_and_watch("three-downloads").await?;
        assert!(!legend(page).await?.contains("queued"));
        Ok(())
    });
}

#[test]
fn a_wait_for_a_lock_names_its_holder_whose_name_leads_there() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("locks-and-races").await?;
        let plain = page.settled_picture().await?;
        let locks = rows(page, "lock").await?;
        let waiting = locks.last().expect("the lesson locks").span;
        page.click_row(waiting).await?;
        page.wait_for_lit_rows(&[waiting]).await?;
        page.wait_for_another_picture(&plain).await?;
        let said = page.text("explanation").await?;
        assert!(
            said.contains("for mutex account") && said.contains("Held meanwhile by careful(80"),
            "{said}"
        );
        assert!(legend(page).await?.contains("held what the selected one waited for"));
        let script = "const links = [...one('explanation').querySelectorAll('button[data-span]')];
            const last = links[links.length - 1];
            last.click();
            return Number(last.dataset.span)";
        let holder: u32 = page.browser.eval(script, Value::Null).await?;
        page.wait_for_lit_rows(&[holder]).await?;
        let said = page.text("explanation").await?;
        assert!(said.starts_with("careful(80"), "{said}");
        // The arrow keys go on from there.
        let focused = "document.activeElement.getAttribute('role') === 'application'";
        page.browser.wait_until("the picture to have the focus", focused, Value::Null).await
    });
}

#[test]
fn lines_that_could_be_gathered_are_marked_once_the_run_has_shown_it() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let marked =
            "[...document.querySelectorAll('.could-gather[data-line]')].map((it) => Number(it.dataset.line))";
        let shown = format!("{marked}.length && {marked}");
        let lines: Vec<u32> = page.browser.wait_for("marked lines", &shown, Value::Null).await?;
        assert_eq!(lines, [13, 14, 15]);
        let said = "return all('finding').map(text)";
        let findings: Vec<String> = page.browser.eval(said, Value::Null).await?;
        assert!(findings.iter().any(|it| it.starts_with("Lines 13, 14 and 15 wait")), "{findings:?}");
        page.click("code-python").await?;
        page.browser.wait_until("no mark in Python", &format!("!{marked}.length"), json!(null)).await
    });
}
