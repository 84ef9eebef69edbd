//! Addresses that name nothing, hosts that are gone, data that cannot be read: each gets a clear word, nothing hangs.

use meanwhile_tests::result::Status;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

#[test]
fn an_unknown_example_is_named_and_the_others_are_offered() {
    play(Conditions::default(), async |page| {
        page.open_hash("#/examples/no-such-thing").await?;
        page.wait_to_be_told("no-such-thing").await?;
        page.follow("two-tasks").await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("two-tasks")?);
        assert_eq!(page.told().await?, Vec::<String>::new(), "the message went with its cause");
        page.expect_no_trouble().await
    });
}

#[test]
fn an_address_of_no_kind_is_said_back() {
    play(Conditions::default(), async |page| {
        page.open_hash("#/lessons/7").await?;
        page.wait_to_be_told("lessons/7").await?;
        page.expect_no_trouble().await
    });
}

#[test]
fn a_name_that_looks_like_markup_is_shown_as_it_is() {
    play(Conditions::default(), async |page| {
        page.open_hash("#/examples/<img src=x onerror=alert(1)>").await?;
        page.wait_to_be_told("img").await?;
        let injected: usize =
            page.browser.eval("return document.querySelectorAll('img[src=x]').length", json!(null)).await?;
        assert_eq!(injected, 0);
        Ok(())
    });
}

#[test]
fn a_program_says_what_went_wrong_when_its_host_is_gone() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("fetch").await?;
        page.site.stop().await;
        let result = page.call_run(json!({})).await?;
        assert_eq!(result.status, Status::Failed, "main returns the error");
        let failed =
            result.spans.iter().filter(|it| it.kind == "http" && it.end.as_deref() == Some("failed"));
        assert_eq!(failed.count(), 1, "{:#?}", result.spans);
        page.wait_for_end().await?;
        let shown = page.output().await?.join("\n");
        assert!(shown.contains("data/todos/1.json"), "the page names the address: {shown}");
        Ok(())
    });
}

#[test]
fn a_missing_document_and_unreadable_json_are_handled_and_shown() {
    play(Conditions::default(), async |page| {
        page.open("fetch").await?;
        let result = page.call_run(json!({})).await?;
        assert_eq!(result.status, Status::Completed);
        page.wait_for_end().await?;
        let output = page.output().await?.join("\n");
        assert!(output.contains("404"), "{output}");
        assert!(output.to_lowercase().contains("json") || output.contains("decod"), "{output}");
        Ok(())
    });
}

#[test]
fn a_lesson_whose_texts_do_not_come_runs_all_the_same_and_gets_them_with_the_next_run() {
    // Three texts, asked for when the lesson is opened.
    let conditions = Conditions { refused: Some(("lessons/semaphore/", 3)), ..Conditions::default() };
    play(conditions, async |page| {
        page.open("semaphore").await?;
        page.wait_to_be_told("The texts of this lesson could not be loaded").await?;
        let told = page.told().await?;
        assert!(told.iter().any(|it| it.contains("Check the connection and run it again")), "{told:?}");
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, page.expected_output("semaphore")?, "it runs without its texts");

        page.run().await?;
        page.wait_for_source("semaphore").await?;
        page.browser.wait_until("the message to go", "all('notice').length === 0", Value::Null).await?;
        Ok(())
    });
}
