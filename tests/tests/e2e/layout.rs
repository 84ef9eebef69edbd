//! Phones, tablets and desks, by day and by night.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde::Deserialize;
use serde_json::Value;

const WIDTHS: [u32; 3] = [360, 800, 1440];

/// What is wider than the window, were one to scroll sideways; the elements that stick out are named.
const OVERFLOW: &str = "
    const page = document.scrollingElement;
    if (page.scrollWidth <= innerWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5);
    return out.slice(0, 5).map((it) => `${it.tagName}.${it.className}: ${it.getBoundingClientRect().right}`)
      .concat(`scrollWidth ${page.scrollWidth} of ${innerWidth}`)";

async fn check_width(page: &Page, width: u32, scheme: &str) -> Result<()> {
    page.browser.set_size(width, 800).await?;
    page.open_and_watch("three-downloads").await?;
    for slug in ["three-downloads", "fetch", "dont-block"] {
        page.follow(slug).await?;
        page.wait_for_end().await?;
        let out: Vec<String> = page.browser.eval(OVERFLOW, Value::Null).await?;
        assert!(out.is_empty(), "{slug} at {width} px, {scheme}: {out:?}");
    }
    page.follow("three-downloads").await?;
    page.wait_for_end().await?;
    page.save_picture(&format!("layout-{width}-{scheme}")).await
}

#[test]
fn by_day_nothing_sticks_out_at_any_width() {
    play(Conditions::default(), async |page| {
        page.browser.set_preference("prefers-color-scheme", "light").await?;
        for width in WIDTHS {
            check_width(page, width, "light").await?;
        }
        Ok(())
    });
}

#[test]
fn by_night_nothing_sticks_out_at_any_width() {
    play(Conditions::default(), async |page| {
        page.browser.set_preference("prefers-color-scheme", "dark").await?;
        for width in WIDTHS {
            check_width(page, width, "dark").await?;
        }
        Ok(())
    });
}

#[derive(Debug, Deserialize)]
struct Colours {
    ground: f64,
    ink: f64,
}

/// Relative luminance, as the web's contrast guidelines define it, of the page's ground and of its text.
const COLOURS: &str = "
    const luminance = (colour) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((it) => it / 255)
        .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { ground: luminance(backgroundColor), ink: luminance(color) }";

#[test]
fn colours_follow_the_system_and_can_be_read() {
    play(Conditions::default(), async |page| {
        for (scheme, is_dark) in [("light", false), ("dark", true)] {
            page.browser.set_preference("prefers-color-scheme", scheme).await?;
            page.open("three-downloads").await?;
            let colours: Colours = page.browser.eval(COLOURS, Value::Null).await?;
            assert_eq!(colours.ground < colours.ink, is_dark, "{scheme}: {colours:?}");
            let (low, high) = (colours.ground.min(colours.ink), colours.ground.max(colours.ink));
            let contrast = (high + 0.05) / (low + 0.05);
            assert!(contrast >= 7.0, "{scheme}: the contrast of the text is {contrast:.1}");
        }
        Ok(())
    });
}

#[test]
fn on_a_phone_run_and_its_result_are_in_reach() {
    play(Conditions::default(), async |page| {
        page.browser.set_size(360, 740).await?;
        page.open_and_watch("three-downloads").await?;
        let script = "return ['run', 'stop', 'headline'].map((id) => {
            const { left, right, height } = one(id).getBoundingClientRect();
            return left >= 0 && right <= innerWidth && height > 0;
        })";
        let inside: [bool; 3] = page.browser.eval(script, Value::Null).await?;
        assert_eq!(inside, [true; 3], "Run, Stop, the headline");
        page.run().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        Ok(())
    });
}
