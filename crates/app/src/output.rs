//! What a program printed, as lines.

use meanwhile_trace::{SpanId, Stream, Trace};

/// One line of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// When its first part was printed.
    pub(crate) at_ns: u64,
    /// By which span.
    pub(crate) span: SpanId,
    /// Where to.
    pub(crate) stream: Stream,
    /// Its text, without the line end.
    pub(crate) text: String,
}

/// Puts the prints of a run together as lines: a print without a line end goes on with the next one to its stream,
/// and one with several is several lines.
pub(crate) fn lines(trace: &Trace) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // By stream, the line that has not ended yet.
    let mut open: [Option<usize>; 2] = [None, None];
    for print in trace.output() {
        let slot = usize::from(print.stream == Stream::Err);
        for part in trace.text(print.text).split_inclusive('\n') {
            let at = *open[slot].get_or_insert_with(|| {
                let (at_ns, span, stream) = (print.at_ns, print.span, print.stream);
                lines.push(Line { at_ns, span, stream, text: String::new() });
                lines.len() - 1
            });
            lines[at].text.push_str(part.strip_suffix('\n').unwrap_or(part));
            if part.ends_with('\n') {
                open[slot] = None;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Story;

    fn check(prints: &[(u64, Stream, &'static str)], expected: &[(u64, &str)]) {
        let story =
            prints.iter().fold(Story::default(), |it, &(at, stream, text)| it.print(at, stream, text));
        let lines = lines(&story.trace());
        let lines: Vec<_> = lines.iter().map(|it| (it.at_ns / 1_000_000, it.text.as_str())).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_print_with_its_line_end_is_a_line() {
        check(&[(1, Stream::Out, "one\n"), (2, Stream::Out, "\n")], &[(1, "one"), (2, "")]);
    }

    #[test]
    fn parts_of_a_line_come_together_and_parts_of_a_text_apart() {
        check(&[(1, Stream::Out, "a"), (5, Stream::Out, "b\nc\nd")], &[(1, "ab"), (5, "c"), (5, "d")]);
    }

    #[test]
    fn the_two_streams_do_not_mix_within_a_line() {
        check(
            &[(1, Stream::Out, "a"), (2, Stream::Err, "oh\n"), (3, Stream::Out, "b\n")],
            &[(1, "ab"), (2, "oh")],
        );
    }
}
