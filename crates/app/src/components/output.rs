//! What the program printed.

use super::View;
use crate::dom::{Tag, tag};
use crate::format;
use crate::output::Line;
use crate::state::Run;
use meanwhile_trace::Stream;
use meanwhile_trace::report::Status;
use yew::Html;

/// How many lines are shown; the last ones, as in a terminal.
const LIMIT: usize = 500;

/// Shows each line with the time at which it was printed.
pub(super) fn output(view: &View<'_>) -> Html {
    let lines = &view.derived.output;
    let skipped = lines.len().saturating_sub(LIMIT);
    let body = if lines.is_empty() {
        tag(r#"p class="empty""#).text(empty(&view.state.run))
    } else {
        let mut list = tag(r#"ol class="output""#);
        for it in lines.iter().skip(skipped) {
            list = list.with(line(it));
        }
        list
    };
    let note = (skipped > 0)
        .then(|| tag(r#"p class="empty""#).say(format!("The first {skipped} lines are not shown.")));
    tag(r#"section class="list" aria-labelledby="output-title" data-testid="output""#)
        .with(
            tag(r#"h2 id="output-title""#)
                .text("Output")
                .with(tag("small").say(format::count(lines.len(), "line"))),
        )
        .with_any(note)
        .with(body)
        .html()
}

fn line(line: &Line) -> Tag {
    let is_error = line.stream == Stream::Err;
    let item = tag(r#"li data-testid="output-line""#)
        .set_if(is_error, "class", "stderr")
        .set("data-stream", line.stream.name())
        .set_to("data-value", format::exact_ms(line.at_ns))
        .with(tag("time").say(format::column_ms(line.at_ns)));
    let mark = is_error.then(|| tag(r#"span class="stream" title="printed to standard error""#).text("err"));
    item.with_any(mark).with(tag(r#"span class="text""#).say(line.text.clone()))
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
