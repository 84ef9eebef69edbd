//! Looking around in the picture: by wheel, by mouse and by key.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::Value;

const ESCAPE: char = '\u{E00C}';
const DOWN: char = '\u{E015}';

/// Opens an example, waits for its end, and moves the focus to the picture.
async fn open_picture(page: &Page, slug: &str) -> Result<String> {
    page.browser.set_size(1200, 900).await?;
    page.open_and_watch(slug).await?;
    let focus =
        "document.querySelector('canvas').closest('[tabindex]').focus({ preventScroll: true }); return null";
    page.browser.eval::<Value>(focus, Value::Null).await?;
    page.settled_picture().await
}

async fn middle(page: &Page) -> Result<(f64, f64)> {
    let (left, top, width, height) = page.picture_box().await?;
    Ok((left + width / 2.0, top + height / 2.0))
}

#[test]
fn keys_zoom_and_pan_and_0_shows_everything_again() {
    play(Conditions::default(), async |page| {
        let whole = open_picture(page, "three-downloads").await?;
        for [there, back] in [['+', '-'], ['w', 's']] {
            page.browser.press(&[], &[there]).await?;
            page.wait_for_another_picture(&whole).await?;
            let near = page.settled_picture().await?;
            page.browser.press(&[], &['d']).await?;
            page.wait_for_another_picture(&near).await?;
            page.browser.press(&[], &['a', back]).await?;
            page.browser.press(&[], &['0']).await?;
            page.wait_for_picture(&whole).await?;
        }
        page.expect_no_trouble().await
    });
}

#[test]
fn the_wheel_zooms_with_control_and_scrolls_the_page_without() {
    play(Conditions::default(), async |page| {
        let whole = open_picture(page, "three-downloads").await?;
        let at = middle(page).await?;
        let scale = "return [visualViewport.scale, devicePixelRatio, scrollY]";
        let before: Value = page.browser.eval(scale, Value::Null).await?;
        page.browser.turn_wheel(at, -240.0, true).await?;
        page.wait_for_another_picture(&whole).await?;
        assert_eq!(
            page.browser.eval::<Value>(scale, Value::Null).await?,
            before,
            "the page itself stays as it is"
        );
        page.browser.press(&[], &['0']).await?;

        let moved = "return [...document.querySelectorAll('*')].concat(document.scrollingElement)
            .reduce((sum, it) => sum + it.scrollTop, 0)";
        let top: f64 = page.browser.eval(moved, Value::Null).await?;
        page.browser.turn_wheel(at, 120.0, false).await?;
        let scrolled = format!("(() => {{ {moved} }})() > {top}");
        page.browser.wait_until("the page to scroll", &scrolled, Value::Null).await
    });
}

#[test]
fn dragging_pans_what_was_zoomed_and_selects_nothing() {
    play(Conditions::default(), async |page| {
        open_picture(page, "three-downloads").await?;
        page.browser.press(&[], &['+', '+']).await?;
        let near = page.settled_picture().await?;
        let (x, y) = middle(page).await?;
        page.browser.drag((x, y), (x - 120.0, y)).await?;
        page.wait_for_another_picture(&near).await?;
        assert_eq!(page.lit_rows().await?, Vec::<u32>::new());
        Ok(())
    });
}

#[test]
fn arrows_go_from_lane_to_lane_and_escape_lets_go() {
    play(Conditions::default(), async |page| {
        open_picture(page, "three-downloads").await?;
        let mut seen = Vec::new();
        for _ in 0..3 {
            page.browser.press(&[], &[DOWN]).await?;
            let lit = "[...one('spans-table').querySelectorAll('tr.picked')].map((it) => it.dataset.span).join() || null";
            let picked: String = page.browser.wait_for("a row to light up", lit, Value::Null).await?;
            seen.push(picked);
        }
        let distinct = seen.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!(distinct, seen.len(), "each key goes on to another span: {seen:?}");
        page.browser.press(&[], &[ESCAPE]).await?;
        page.wait_for_lit_rows(&[]).await
    });
}

#[test]
fn the_picture_is_as_sharp_as_the_screen() {
    play(Conditions::default(), async |page| {
        page.browser.set_pixels(1200, 900, 2.0).await?;
        page.open_and_watch("three-downloads").await?;
        let ratio =
            "return document.querySelector('canvas').width / document.querySelector('canvas').clientWidth";
        assert_eq!(page.browser.eval::<f64>(ratio, Value::Null).await?, 2.0);
        Ok(())
    });
}
