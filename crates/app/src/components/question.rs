//! Predict, then run: the lesson's question, the reader's guess, and the answer of the run.

use super::View;
use super::ask::Ask;
use crate::answer::{is_whole, verdict};
use crate::dom::{Tag, tag};
use crate::state::{Run, Step};
use yew::Html;

/// Shows the question, and the answer once the reader has guessed or asked for it.
pub(super) fn question(view: &View<'_>) -> Html {
    let Some(texts) = view.state.texts() else { return Html::default() };
    let offered = texts.choices();
    let reading = &view.state.reading;
    let mut choices = tag(r#"div class="choices" role="radiogroup" aria-labelledby="question-title""#);
    for (index, text) in offered.iter().enumerate() {
        choices = choices.with(choice(view, index, text));
    }
    if !reading.revealed {
        let button = tag(r#"button type="button" class="quiet" data-testid="reveal""#)
            .text(if reading.guess.is_some() { "Check my guess" } else { "Show the answer" });
        choices = choices.with(view.click(button, Ask::read(Step::Reveal)));
    }
    let mut answered =
        tag(r#"p class="answer" role="status" data-testid="answer""#).say(answer(view, &offered));
    if let Some(right) = is_right(view) {
        answered = answered.set_bool("data-right", right);
    }
    tag(r#"section class="question" aria-labelledby="question-title" data-testid="question""#)
        .with(tag(r#"p id="question-title""#).with(tag("b").text("Predict: ")).text(texts.asked()))
        .with(choices)
        .with(answered)
        .html()
}

fn choice(view: &View<'_>, index: usize, text: &'static str) -> Tag {
    let reading = &view.state.reading;
    let is_right = reading.revealed && view.derived.answer.as_ref().is_some_and(|it| it.right == Some(index));
    let input = tag(r#"input type="radio" name="guess" data-testid="choice""#)
        .checked(reading.guess == Some(index))
        .set_if(reading.revealed, "disabled", "disabled");
    tag("label")
        .key(index)
        .set_if(is_right, "class", "right")
        .with(view.choose(input, Ask::read(Step::Guess(index))))
        .text(text)
        .with_any(is_right.then(|| tag(r#"span class="unseen""#).text(" (right)")))
}

fn answer(view: &View<'_>, choices: &[&str]) -> String {
    let reading = &view.state.reading;
    if !reading.revealed {
        return String::new();
    }
    let fixed = match (&view.state.run, &view.derived.answer) {
        (Run::Ended(_), Some(answer)) => return verdict(answer, choices, reading.guess),
        (Run::Ended(it), None) if is_whole(it.status) => "This run does not tell.",
        (Run::Ended(_), None) => "The run did not get to its end: run it again for the answer.",
        (Run::None, _) => "Run the program for the answer.",
        _ => "The answer comes with the end of the run.",
    };
    fixed.to_owned()
}

/// Whether the guess was right, as tests and styles see it.
fn is_right(view: &View<'_>) -> Option<bool> {
    let guess = view.state.reading.guess.filter(|_| view.state.reading.revealed)?;
    Some(guess == view.derived.answer.as_ref()?.right?)
}
