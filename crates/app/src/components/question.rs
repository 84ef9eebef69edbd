//! Predict, then run: the lesson's question, the reader's guess, and the answer of the run.

use super::View;
use crate::answer::{is_whole, verdict};
use crate::state::{Action, Run, Step};
use meanwhile_programs::Program as Lesson;
use yew::prelude::*;

/// Shows the question, and the answer once the reader has guessed or asked for it.
pub(super) fn question(view: &View<'_>) -> Html {
    let Some(lesson) = view.state.example().filter(|it| !it.question.is_empty()) else {
        return Html::default();
    };
    let reading = &view.state.reading;
    html! {
        <section class="question" aria-labelledby="question-title" data-testid="question">
            <p id="question-title"><b>{ "Predict: " }</b>{ lesson.question }</p>
            <div class="choices" role="radiogroup" aria-labelledby="question-title">
                { for lesson.choices.iter().enumerate().map(|(index, text)| choice(view, index, text)) }
                if !reading.revealed {
                    <button type="button" class="quiet" data-testid="reveal"
                        onclick={view.act::<MouseEvent>(Action::Read(Step::Reveal))}>
                        { if reading.guess.is_some() { "Check my guess" } else { "Show the answer" } }
                    </button>
                }
            </div>
            <p class="answer" role="status" data-testid="answer" data-right={right(view)}>{ answer(view, lesson) }</p>
        </section>
    }
}

fn choice(view: &View<'_>, index: usize, text: &'static str) -> Html {
    let reading = &view.state.reading;
    let is_right = reading.revealed && view.derived.answer.as_ref().is_some_and(|it| it.right == Some(index));
    let onchange = view.act::<Event>(Action::Read(Step::Guess(index)));
    html! {
        <label key={index} class={classes!(is_right.then_some("right"))}>
            <input type="radio" name="guess" checked={reading.guess == Some(index)} disabled={reading.revealed} {onchange}
                data-testid="choice" />
            { text }
            if is_right { <span class="unseen">{ " (right)" }</span> }
        </label>
    }
}

fn answer(view: &View<'_>, lesson: &Lesson) -> String {
    let reading = &view.state.reading;
    if !reading.revealed {
        return String::new();
    }
    match (&view.state.run, &view.derived.answer) {
        (Run::Ended(_), Some(answer)) => verdict(answer, lesson.choices, reading.guess),
        (Run::Ended(it), None) if is_whole(it.status) => "This run does not tell.".to_owned(),
        (Run::Ended(_), None) => "The run did not get to its end: run it again for the answer.".to_owned(),
        (Run::None, _) => "Run the program for the answer.".to_owned(),
        _ => "The answer comes with the end of the run.".to_owned(),
    }
}

/// Whether the guess was right, as tests and styles see it.
fn right(view: &View<'_>) -> Option<&'static str> {
    let guess = view.state.reading.guess.filter(|_| view.state.reading.revealed)?;
    let right = view.derived.answer.as_ref()?.right?;
    Some(if guess == right { "true" } else { "false" })
}
