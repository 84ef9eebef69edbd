//! What the program printed.

use super::View;
use crate::format;
use crate::output::Line;
use crate::state::Run;
use meanwhile_trace::Stream;
use meanwhile_trace::report::Status;
use yew::prelude::*;

/// How many lines are shown; the last ones, as in a terminal.
const LIMIT: usize = 500;

/// Shows each line with the time at which it was printed.
pub(super) fn output(view: &View<'_>) -> Html {
    let lines = &view.derived.output;
    let skipped = lines.len().saturating_sub(LIMIT);
    let body = if lines.is_empty() {
        html! { <p class="empty">{ empty(&view.state.run) }</p> }
    } else {
        html! { <ol class="output">{ for lines[skipped..].iter().map(line) }</ol> }
    };
    html! {
        <section class="list" aria-labelledby="output-title" data-testid="output">
            <h2 id="output-title">{ "Output" }<small>{ format::count(lines.len(), "line") }</small></h2>
            if skipped > 0 { <p class="empty">{ format!("The first {skipped} lines are not shown.") }</p> }
            { body }
        </section>
    }
}

fn line(line: &Line) -> Html {
    let is_error = line.stream == Stream::Err;
    html! {
        <li class={classes!(is_error.then_some("stderr"))} data-testid="output-line" data-stream={line.stream.name()}
            data-value={format::exact_ms(line.at_ns)}>
            <time>{ format::column_ms(line.at_ns) }</time>
            if is_error { <span class="stream" title="printed to standard error">{ "err" }</span> }
            <span class="text">{ &line.text }</span>
        </li>
    }
}

fn empty(run: &Run) -> &'static str {
    match run {
        Run::None => "What the program prints appears here, as it prints it.",
        Run::Starting(_) | Run::Running(_) => "Nothing printed yet.",
        Run::Ended(ended) if ended.status == Status::Rejected => {
            "Nothing was printed: the program was not run."
        }
        Run::Ended(_) => "The program printed nothing.",
    }
}
