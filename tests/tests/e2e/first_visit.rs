//! What a visitor gets without pressing anything, and while a run goes on.

use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde::Deserialize;
use serde_json::Value;

#[test]
fn the_first_example_runs_by_itself_and_prints_before_anything_is_asked_for_that_it_does_not_need() {
    play(Conditions::default(), async |page| {
        page.watch_for_first_output().await?;
        page.open_home().await?;
        // How long that takes is for the benchmarks to say.
        let first_ms = page.first_output_ms().await?;
        let before = "return performance.getEntriesByType('resource')
            .filter((it) => it.startTime < a).map((it) => it.name.split('/').at(-1))";
        let asked: Vec<String> = page.browser.eval(before, first_ms.into()).await?;
        let not_needed = [
            "further-",
            "interpreted-",
            "compiled-part",
            "editor-",
            "main.rs",
            "main.py",
            "about.md",
            "question.txt",
        ];
        let early: Vec<_> =
            asked.iter().filter(|it| not_needed.iter().any(|no| it.starts_with(no))).collect();
        assert!(early.is_empty(), "the first line stood on the page after {first_ms} ms, behind {early:?}");
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        assert!(page.figure("factor").await? > 2.0);
        page.expect_no_trouble().await
    });
}

#[test]
fn the_site_asks_its_own_host_for_what_it_needs_and_nobody_else() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("fetch").await?;
        let script = "return performance.getEntriesByType('resource').map((it) => it.name)";
        let resources: Vec<String> = page.browser.eval(script, Value::Null).await?;
        let foreign: Vec<_> = resources.iter().filter(|it| !it.starts_with(&page.site.address())).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        let requests = page.site.requests();
        let gone: Vec<_> =
            requests.iter().filter(|it| it.status != 200 && !it.path.starts_with("data/")).collect();
        assert!(gone.is_empty(), "{gone:?}");
        Ok(())
    });
}

/// What stands on the page at one moment of a run.
#[derive(Debug, Deserialize)]
struct Moment {
    lines: usize,
    spans: usize,
}

/// Takes down how much stands on the page whenever that changes, from the press of Run to the end.
const WATCH: &str = "
    const moments = [];
    one('run').click();
    for (;;) {
      await new Promise(requestAnimationFrame);
      const moment = { lines: all('output-line').length, spans: one('spans-table').tBodies[0].rows.length };
      const last = moments.at(-1);
      if (!last || last.lines !== moment.lines || last.spans !== moment.spans) moments.push(moment);
      if (one('stop').disabled) return moments;
    }";

#[test]
fn output_and_spans_grow_while_the_run_goes_on() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let moments: Vec<Moment> = page.browser.eval(WATCH, Value::Null).await?;
        let spans: Vec<usize> = moments.iter().map(|it| it.spans).collect();
        assert!(
            spans.windows(2).filter(|it| it[1] > it[0]).count() >= 3,
            "the table grew step by step: {spans:?}"
        );
        let lines: Vec<usize> = moments.iter().map(|it| it.lines).collect();
        assert!(
            lines.windows(2).filter(|it| it[1] > it[0]).count() >= 3,
            "the output grew line by line: {lines:?}"
        );
        Ok(())
    });
}

#[test]
fn the_picture_grows_while_the_run_goes_on() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.click("run").await?;
        page.wait_for_output_line().await?;
        let early = ink_while_running(page).await?;
        page.wait_for_end().await?;
        assert!(early.distinct >= 3, "{} different pictures while it ran", early.distinct);
        Ok(())
    });
}

/// How the picture changed during a run.
#[derive(Debug, Deserialize)]
struct Ink {
    distinct: usize,
}

async fn ink_while_running(page: &Page) -> anyhow::Result<Ink> {
    let script = "
        const seen = new Set();
        while (!one('stop').disabled) {
          await new Promise(requestAnimationFrame);
          seen.add(document.querySelector('canvas').toDataURL());
        }
        return { distinct: seen.size }";
    page.browser.eval(script, Value::Null).await
}
