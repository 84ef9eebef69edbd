//! Which text is shown, whose it is, and what runs it.

use super::{Editor, Origin, Program, State};
use crate::examples;
use meanwhile_programs::{Texts, print};
use meanwhile_trace::report::Engine;

/// What the reader's own program is at first.
const OWN: &str = "\
use std::time::Duration;
use tokio::time::sleep;

async fn work(name: &str, ms: u64) -> u64 {
    println!(\"{name} starts\");
    sleep(Duration::from_millis(ms)).await;
    println!(\"{name} is done\");
    ms
}

#[tokio::main]
async fn main() {
    let (a, b) = tokio::join!(work(\"a\", 300), work(\"b\", 200));
    println!(\"{} ms of work\", a + b);
}
";

/// What the text is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// As a text, to be read.
    Text,
    /// The editor.
    Editor,
    /// A plain text area.
    Area,
}

impl State {
    /// Returns what the text is shown in.
    pub(crate) fn surface(&self) -> Surface {
        match (self.is_editable(), self.editing.wants_plain, self.editing.editor) {
            (true, true, _) | (true, _, Editor::Missing) => Surface::Area,
            (true, false, Editor::There) => Surface::Editor,
            (false, ..) | (_, _, Editor::Coming) => Surface::Text,
        }
    }

    /// Returns the example that is shown.
    pub(crate) fn example(&self) -> Option<&'static meanwhile_programs::Program> {
        match self.program {
            Program::Example(slug) => examples::find(slug),
            _ => None,
        }
    }

    /// Returns the texts of the example that is shown, once they are there.
    pub(crate) fn texts(&self) -> Option<Texts> {
        let example = self.example()?;
        let downloaded = || self.texts.iter().find(|it| it.0 == example.slug).map(|it| it.1);
        example.texts.or_else(downloaded)
    }

    /// Returns whether the texts of the example that is shown could not be downloaded.
    pub(crate) fn is_textless(&self) -> bool {
        self.texts().is_none() && self.example().is_some_and(|it| self.textless == Some(it.slug))
    }

    /// Returns the text that is shown.
    pub(crate) fn code(&self) -> &str {
        let draft = self.origin().and_then(|of| self.editing.draft(&of));
        draft.map_or_else(|| self.own_code(), |it| &it.text)
    }

    /// Returns the text that is shown if the reader has changed nothing.
    pub(super) fn own_code(&self) -> &str {
        match &self.program {
            Program::Foreign(text) => text,
            Program::Own => OWN,
            _ => self.texts().map_or(&self.given, |it| it.source),
        }
    }

    /// Returns what a draft of the program that is shown begins from; `None` for what is no program.
    pub(crate) fn origin(&self) -> Option<Origin> {
        match &self.program {
            Program::Example(slug) => {
                Some(Origin { program: (*slug).into(), print: examples::find(slug)?.print })
            }
            Program::Own => Some(Origin { program: "own".into(), print: 0 }),
            Program::Foreign(text) => {
                let print = print(text);
                Some(Origin { program: format!("text-{print:x}").into(), print })
            }
            Program::Asyncio | Program::Missing(_) => None,
        }
    }

    /// Returns whether the reader has changed the program that is shown.
    pub(crate) fn is_edited(&self) -> bool {
        self.origin().is_some_and(|of| self.editing.draft(&of).is_some())
    }

    /// Returns whether there is a text to be changed.
    pub(crate) fn is_editable(&self) -> bool {
        self.origin().is_some() && (self.example().is_none() || self.texts().is_some() || self.is_edited())
    }

    /// Returns whether there is a draft of an older text of this program.
    pub(crate) fn has_older(&self) -> bool {
        self.origin().is_some_and(|of| self.editing.older(&of).is_some())
    }

    /// Returns whether what was reset last can be had back.
    pub(crate) fn can_undo(&self) -> bool {
        self.origin().is_some_and(|of| self.editing.can_undo(&of))
    }

    /// Returns what runs the program that is shown: only a lesson as it was written is there compiled.
    pub(crate) fn engine(&self) -> Engine {
        if self.is_compiled() { self.editing.engine } else { Engine::Interpreted }
    }

    /// Returns whether the text is still the one that ran last, so that what was found in the run fits its lines.
    pub(crate) fn is_as_it_ran(&self) -> bool {
        self.ran.as_deref() == Some(self.code())
    }

    /// Returns whether the program that is shown fetches, so that the service worker has a part in it.
    pub(crate) fn fetches(&self) -> bool {
        let may_fetch = || self.code().contains("reqwest");
        self.example().map_or_else(may_fetch, |it| examples::fetches(it) || (self.is_edited() && may_fetch()))
    }

    /// Returns whether the text that is shown is there as rustc compiled it.
    pub(crate) fn is_compiled(&self) -> bool {
        self.example().is_some() && !self.is_edited()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;
    use crate::state::{Action, Writing};

    #[test]
    fn a_program_of_one_s_own_is_there_from_the_start() {
        let state = State::default().reduce(Action::Open(Route::Own));
        assert!(state.code().contains("async fn main()"));
        assert_eq!((state.engine(), state.is_editable()), (Engine::Interpreted, true));
    }

    #[test]
    fn texts_from_elsewhere_have_drafts_of_their_own() {
        let link = |text: &str| Action::OpenText(text.to_owned());
        let state = State::default()
            .reduce(link("fn main() {}"))
            .reduce(Action::Write(Writing::Text("fn main() { loop {} }".into())))
            .reduce(link("fn main() { }"));
        assert_eq!((state.code(), state.is_edited(), state.has_older()), ("fn main() { }", false, false));
        let back = state.reduce(link("fn main() {}"));
        assert_eq!(back.code(), "fn main() { loop {} }");
    }

    #[test]
    fn a_text_that_is_set_is_shown_and_a_draft_of_it_can_be_had_back() {
        let set = |state: State| state.reduce(Action::SetCode("fn main() {}".to_owned()));
        let state = set(State::default()).reduce(Action::Write(Writing::Text("x".into())));
        let again = set(state);
        assert_eq!((again.code(), again.can_undo()), ("fn main() {}", true));
    }

    #[test]
    fn what_is_no_program_cannot_be_changed() {
        let state = State::default()
            .reduce(Action::Open(Route::Asyncio))
            .reduce(Action::Write(Writing::Text("x".into())));
        assert_eq!((state.code(), state.is_editable(), state.is_edited()), ("", false, false));
        assert!(state.editing.drafts.is_empty());
    }
}
