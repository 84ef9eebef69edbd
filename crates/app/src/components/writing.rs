//! What can be done with the text: reset, share, choose how to write it; and what has to be said about drafts.

use super::View;
use super::ask::Ask;
use crate::dom::{On, Tag, tag};
use crate::faults;
use crate::format;
use crate::state::{Editor, Link, Program, State, Surface, Writing};
use meanwhile_trace::lint::Wait;

/// Shows the text in an area that every browser and every tool knows.
pub(super) fn area(view: &View<'_>) -> Tag {
    let text = view.state.code();
    let rows = text.lines().count() + 2;
    tag(
        r#"textarea class="area" id="source" data-testid="area" aria-label="Source" spellcheck="false" autocomplete="off" autocorrect="off" autocapitalize="off" wrap="off""#,
    )
    .key("area")
    .set_to("rows", rows.to_string())
    .value(text.to_owned())
    .on(On::Input, view.page, Ask::Typed)
}

/// Offers what can be done with the text.
pub(super) fn tools(view: &View<'_>) -> Tag {
    let state = view.state;
    let plain = state.editing.wants_plain;
    let choice = tag(r#"input type="checkbox" data-testid="plain""#).checked(plain);
    let choice = tag(r#"label class="plain" title="A text area without colours and completion""#)
        .with(view.choose(choice, Ask::Write(Writing::Plain(!plain))))
        .text("plain text");
    let mut tools = tag(r#"div class="tools""#);
    if state.can_undo() {
        tools = tools.with(button(view, "undo-reset", "Undo reset", Ask::Write(Writing::Undo)));
    }
    if state.is_edited() {
        let reset = button(view, "reset", "Reset", Ask::Write(Writing::Reset));
        tools = tools.with(reset.set("title", what_reset_does(state)));
    }
    tools.with(button(view, "copy-link", link_text(state.editing.link), Ask::CopyLink)).with(choice)
}

fn button(view: &View<'_>, hook: &'static str, text: &'static str, ask: Ask) -> Tag {
    let button = tag(r#"button type="button" class="small""#).key(hook).set("data-testid", hook).text(text);
    view.click(button, ask)
}

fn what_reset_does(state: &State) -> &'static str {
    match state.program {
        Program::Example(_) => "Back to the lesson's own text",
        Program::Own => "Back to the small program that is there at first",
        _ => "Back to the text as it came",
    }
}

fn link_text(link: Link) -> &'static str {
    match link {
        Link::None => "Copy link",
        Link::Copied => "Link copied",
        Link::InAddress => "The link is in the address line",
    }
}

/// Says what has to be known about the text before it is read.
pub(super) fn offers(view: &View<'_>) -> Option<Tag> {
    let state = view.state;
    let older = state.has_older().then(|| {
        notice("This lesson has a newer text than the one that you changed. Your draft is kept until you decide. ")
            .set("data-testid", "older-draft")
            .with(link(view, "take-older", "Go on with my draft", Writing::TakeOlder))
            .text(" ")
            .with(link(view, "drop-older", "Discard it", Writing::DropOlder))
    });
    let all = [
        older,
        (!state.editing.is_kept).then(|| {
            notice(
                "Your changes cannot be stored in this browser: its storage is full or blocked. They last until this \
                 page is closed; copy the text, or a link to it, to keep them.",
            )
            .set("data-testid", "not-kept")
        }),
        missing_editor(view),
        origin(state),
    ];
    let mut offers = tag(r#"div class="offered""#);
    let mut is_empty = true;
    for it in all.into_iter().flatten() {
        offers = offers.with(it);
        is_empty = false;
    }
    (!is_empty).then_some(offers)
}

fn missing_editor(view: &View<'_>) -> Option<Tag> {
    let editing = &view.state.editing;
    let is_missed = editing.editor == Editor::Missing && !editing.wants_plain;
    is_missed.then(|| {
        let again = tag(r#"button type="button" class="link" data-testid="editor-again""#).text("Try again");
        notice("The editor could not be loaded, so this is a plain text area: all else works. ")
            .set("data-testid", "no-editor")
            .with(view.click(again, Ask::FetchEditor))
    })
}

/// Says of a program that has not run where it is from.
fn origin(state: &State) -> Option<Tag> {
    let is_untried = state.run == crate::state::Run::None;
    let sentence = match state.program {
        Program::Foreign(_) => {
            "This program came with a link. It runs when you say so: read it, then press Run."
        }
        Program::Example(_) if state.is_edited() => {
            "This is your draft of the lesson. It runs when you press Run."
        }
        _ => return None,
    };
    is_untried.then(|| notice(sentence).set("data-testid", "not-run"))
}

fn notice(text: &'static str) -> Tag {
    tag(r#"p class="notice""#).text(text)
}

fn link(view: &View<'_>, hook: &'static str, text: &'static str, writing: Writing) -> Tag {
    let button = tag(r#"button type="button" class="link""#).set("data-testid", hook).text(text);
    view.click(button, Ask::Write(writing))
}

/// Shows what belongs below the text: how to get out of it, and what is wrong with it.
pub(super) fn below(view: &View<'_>) -> Tag {
    let keys = || {
        tag(r#"p class="keys" id="editor-keys""#)
            .text("Ctrl+Enter runs. Escape, then Tab leaves the editor. Alt+Enter shows a line's bars.")
    };
    let in_editor = view.state.surface() == Surface::Editor;
    gatherable(view)
        .into_iter()
        .fold(tag(r#"div class="below""#), Tag::with)
        .with_any(faults(view))
        .with_any(in_editor.then(keys))
}

/// How many groups of awaits are offered to be gathered at a time.
const GROUPS: usize = 3;

/// Offers to gather what waited without need in the last run, as long as the text is the one that ran.
fn gatherable(view: &View<'_>) -> Vec<Tag> {
    let state = view.state;
    let waits = state.judgement.iter().filter(|_| state.is_as_it_ran()).flat_map(|it| &it.waits);
    waits.take(GROUPS).map(|it| offer(view, it)).collect()
}

fn offer(view: &View<'_>, wait: &Wait) -> Tag {
    let [sequential, gathered] = [wait.sequential_ns, wait.gathered_ns].map(format::duration);
    let line = wait.lines.first().copied().unwrap_or_default();
    let gather = tag(r#"button type="button" class="link" data-testid="gather""#).text("Gather these");
    let offer = tag(r#"div class="fix" data-testid="gatherable""#)
        .with(tag("b").say(format!("{} wait for one another, but need not.", lines_in_words(&wait.lines))))
        .say(format!(" Gathered they would have taken {gathered} instead of {sequential}. "));
    if view.state.editing.is_unsayable {
        return offer.text(
            "How to write that depends on more than the page can tell: join! or try_join! waits for all.",
        );
    }
    offer.with(view.click(gather, Ask::Gather(line)))
}

/// Names lines: from the first to the last where none is between that is not meant.
fn lines_in_words(lines: &[u32]) -> String {
    match lines {
        [first, .., last] if (last - first) as usize + 1 == lines.len() && lines.len() > 2 => {
            format!("Lines {first} to {last}")
        }
        [first, between @ .., last] => {
            let between: String = between.iter().map(|it| format!(", {it}")).collect();
            format!("Lines {first}{between} and {last}")
        }
        _ => "These lines".to_owned(),
    }
}

/// Lists what is wrong, each with the way to its place.
fn faults(view: &View<'_>) -> Option<Tag> {
    let findings = &view.state.findings;
    let mut list = tag(r#"ul class="faults" aria-label="What is wrong with the text" data-testid="faults""#);
    for finding in findings.iter() {
        let severity = faults::severity(finding);
        let mut item = tag(r#"li data-testid="fault""#)
            .set("class", severity)
            .with(tag("b").text(severity))
            .say(format!(" {}", faults::message(finding)));
        if let Some(range) = finding.range {
            let place = tag(r#"button type="button" class="link""#).say(format!("line {}", range.start.line));
            let ask = Ask::GoTo(range.start.line, range.start.column);
            item = item.text(" ").with(view.click(place, ask));
        }
        if let Some(hint) = &finding.hint {
            item = item.with(tag("p").say(hint.clone()));
        }
        list = list.with(item);
    }
    (!findings.is_empty()).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::lines_in_words;

    #[test]
    fn lines_are_named_as_people_do() {
        assert_eq!(lines_in_words(&[11, 12, 13]), "Lines 11 to 13");
        assert_eq!(lines_in_words(&[11, 12]), "Lines 11 and 12");
        assert_eq!(lines_in_words(&[11, 13, 16]), "Lines 11, 13 and 16");
    }
}
