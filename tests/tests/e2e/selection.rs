//! What is picked in the table, in the picture or in the source lights up in the others.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::RunResult;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// Runs the example once more and returns its result, which is also what the page then shows.
async fn result_on_page(page: &Page) -> Result<RunResult> {
    let result = page.call_run(json!({})).await?;
    page.wait_for_end().await?;
    Ok(result)
}

#[test]
fn a_row_lights_up_the_line_of_its_await_and_a_second_click_puts_it_out() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let result = result_on_page(page).await?;
        for sleep in result.spans.iter().filter(|it| it.kind == "sleep").take(2) {
            page.click_row(sleep.id).await?;
            page.wait_for_lit_rows(&[sleep.id]).await?;
            page.wait_for_lit_lines(&[sleep.line.expect("a sleep is awaited somewhere")]).await?;
            page.click_row(sleep.id).await?;
            page.wait_for_lit_rows(&[]).await?;
            page.wait_for_lit_lines(&[]).await?;
        }
        Ok(())
    });
}

#[test]
fn a_line_lights_up_the_rows_and_the_bars_of_all_its_spans() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let result = result_on_page(page).await?;
        let sleep = result.spans.iter().find(|it| it.kind == "sleep").expect("the example sleeps");
        let line = sleep.line.expect("a sleep is awaited somewhere");
        let of_line: Vec<u32> =
            result.spans.iter().filter(|it| it.line == Some(line)).map(|it| it.id).collect();
        let dark = page.picture_bytes().await?;
        page.click_line(line).await?;
        page.wait_for_lit_lines(&[line]).await?;
        page.wait_for_lit_rows(&of_line).await?;
        page.wait_for_another_picture(&dark).await?;
        page.click_line(line).await?;
        page.wait_for_lit_rows(&[]).await
    });
}

#[test]
fn a_bar_lights_up_its_row_and_its_line() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let result = result_on_page(page).await?;
        // Down the middle of the picture until something is hit.
        let (left, top, width, height) = page.picture_box().await?;
        for step in 1..40 {
            page.browser.click_at(left + width * 0.4, top + height * f64::from(step) / 40.0).await?;
            let lit: Vec<u32> = page.lit_rows().await?;
            if let [span] = lit[..] {
                let line = result.span(span).line;
                return page.wait_for_lit_lines(&line.into_iter().collect::<Vec<_>>()).await;
            }
        }
        anyhow::bail!("no click on the picture picked a span")
    });
}

#[test]
fn what_was_picked_is_put_out_by_the_next_run() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let rows = page.rows().await?;
        page.click_row(rows[0].span).await?;
        page.wait_for_lit_rows(&[rows[0].span]).await?;
        page.run().await?;
        page.wait_for_lit_rows(&[]).await
    });
}

#[test]
fn the_table_says_what_the_result_says() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let result = result_on_page(page).await?;
        let rows = page.rows().await?;
        assert_eq!(rows.len(), result.spans.len());
        for row in &rows {
            let span = result.span(row.span);
            let [name, kind, .., end] = &row.cells[..] else { panic!("{row:?}") };
            assert_eq!((name, kind), (&span.name, &span.kind));
            assert_eq!(Some(end), span.end.as_ref());
        }
        let heads = "return [...one('spans-table').tHead.rows[0].cells].map(text)";
        let heads: Vec<String> = page.browser.eval(heads, Value::Null).await?;
        assert_eq!(heads, ["Name", "Kind", "Start", "End", "Polls", "Busy", "Scheduled", "Idle", "Ended"]);
        Ok(())
    });
}
