//! Everything by keyboard alone, and the window's history.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::Value;

const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';
const CONTROL: char = '\u{E009}';

/// Presses Tab until what the expression describes has the focus.
async fn tab_to(page: &Page, what: &str, expression: &str) -> Result<()> {
    for _ in 0..150 {
        page.browser.press(&[], &[TAB]).await?;
        let there: bool = page
            .browser
            .eval(&format!("const it = document.activeElement; return !!({expression})"), Value::Null)
            .await?;
        if there {
            let ring = "const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
                        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'";
            assert!(page.browser.eval::<bool>(ring, Value::Null).await?, "{what}: the focus can be seen");
            return Ok(());
        }
    }
    anyhow::bail!("Tab does not lead to {what}")
}

#[test]
fn tab_leads_to_run_and_enter_presses_it() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        tab_to(page, "Run", "it.dataset.testid === 'run'").await?;
        page.mark_run().await?;
        page.browser.press(&[], &[ENTER]).await?;
        page.wait_for_new_run().await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("two-tasks")?);
        Ok(())
    });
}

#[test]
fn control_and_enter_run_from_anywhere() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        page.mark_run().await?;
        page.browser.press(&[CONTROL], &[ENTER]).await?;
        page.wait_for_new_run().await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("two-tasks")?);
        Ok(())
    });
}

/// Goes by Tab and Enter from one example to another.
async fn open_by_keys(page: &Page, slug: &str) -> Result<()> {
    let link = format!("it.getAttribute('href')?.endsWith('#/examples/{slug}')");
    tab_to(page, "the link of an example", &link).await?;
    page.browser.press(&[], &[ENTER]).await?;
    page.wait_for_source(slug).await?;
    page.wait_for_end().await?;
    assert_eq!(page.output().await?, page.expected_output(slug)?);
    Ok(())
}

#[test]
fn tab_leads_to_the_examples_and_enter_opens_them() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        open_by_keys(page, "dont-block").await
    });
}

#[test]
fn on_a_phone_tab_leads_to_the_menu_of_the_examples() {
    play(Conditions::default(), async |page| {
        page.browser.set_size(360, 740).await?;
        page.open_and_watch("three-downloads").await?;
        tab_to(page, "the menu", "it.dataset.testid === 'lesson-menu'").await?;
        page.browser.press(&[], &[ENTER]).await?;
        page.browser
            .wait_until("the menu to open", "one('example-two-tasks').checkVisibility()", Value::Null)
            .await?;
        open_by_keys(page, "two-tasks").await
    });
}

#[test]
fn tab_leads_to_the_picture_and_the_table() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        tab_to(page, "the picture", "it.matches('canvas') || it.querySelector('canvas')").await?;
        assert!(!page.has("reset").await?, "the editor on the way was passed, not changed");
        // The first row is main's, which no line awaits.
        tab_to(
            page,
            "the second row of the table",
            "it.closest('[data-testid=spans-table] tbody tr:nth-child(2)')",
        )
        .await?;
        page.browser.press(&[], &[ENTER]).await?;
        let lit =
            "document.querySelector('[data-line].picked') && document.activeElement.closest('tr.picked')";
        page.browser.wait_until("its row and its line to light up", lit, Value::Null).await
    });
}

#[test]
fn back_and_forward_go_through_the_examples() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.follow("two-tasks").await?;
        page.wait_for_end().await?;
        page.follow("dont-block").await?;
        page.browser.back().await?;
        page.wait_for_source("two-tasks").await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("two-tasks")?);
        page.browser.forward().await?;
        page.wait_for_source("dont-block").await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("dont-block")?);
        page.expect_no_trouble().await
    });
}
