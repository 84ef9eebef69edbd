//! What the reader writes: drafts of programs, and the ways back from them.
//!
//! A draft belongs to a program and to the text that it began from. If a lesson gets a new text, drafts of the old one are
//! still there, but are not shown in its place.

use meanwhile_trace::report::Engine;
use std::rc::Rc;

/// How the reader writes, and what.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Editing {
    /// All drafts, of whatever program, the last changed last.
    pub(crate) drafts: Rc<Vec<Draft>>,
    /// What Reset has taken away last, which can be had back.
    taken: Option<Draft>,
    /// Whether the drafts outlive the visit.
    pub(crate) is_kept: bool,
    /// What a text that nobody has changed is run by.
    pub(crate) engine: Engine,
    /// Whether the reader wants a plain text area.
    pub(crate) wants_plain: bool,
    /// How far the editor has come.
    pub(crate) editor: Editor,
    /// What is said about the link to the program.
    pub(crate) link: Link,
    /// Whether awaits were to be gathered for which no text can be offered.
    pub(crate) is_unsayable: bool,
}

/// A text of the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Of what.
    pub(crate) of: Origin,
    /// The text.
    pub(crate) text: Rc<str>,
}

/// What a draft began from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Which program: the slug of a lesson, or a name of the page's own.
    pub(crate) program: Rc<str>,
    /// The print of its text.
    pub(crate) print: u64,
}

/// How far the editor has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Editor {
    /// It is on its way: the text can be read meanwhile.
    Coming,
    /// It is there.
    There,
    /// It could not be loaded.
    Missing,
}

/// What has become of a link to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// None was asked for.
    None,
    /// It is in the clipboard.
    Copied,
    /// It is in the address line only.
    InAddress,
}

/// What can happen to it.
#[derive(Clone, Debug)]
pub(crate) enum Writing {
    /// Drafts of earlier visits were found.
    Found(Vec<Draft>),
    /// The text was changed to this one.
    Text(Rc<str>),
    /// The program's own text is wanted back.
    Reset,
    /// What was reset is wanted back.
    Undo,
    /// The draft of an older text is to be gone on with.
    TakeOlder,
    /// The draft of an older text is of no more use.
    DropOlder,
    /// The drafts outlive the visit, or do not.
    Kept(bool),
    /// A program that was not changed is to be run by this engine.
    Engine(Engine),
    /// A plain text area is wanted, or no longer.
    Plain(bool),
    /// The editor has got this far.
    Editor(Editor),
    /// Something has become of a link.
    Link(Link),
    /// Awaits can be gathered, but by hand.
    Unsayable,
}

impl Writing {
    /// Returns whether the text that is shown may be another afterwards.
    pub(crate) fn changes_text(&self) -> bool {
        matches!(self, Writing::Text(_) | Writing::Reset | Writing::Undo | Writing::TakeOlder)
    }
}

impl Default for Editing {
    fn default() -> Self {
        Editing {
            drafts: Rc::default(),
            taken: None,
            is_kept: true,
            engine: Engine::Compiled,
            wants_plain: false,
            editor: Editor::Coming,
            link: Link::None,
            is_unsayable: false,
        }
    }
}

impl Origin {
    /// Returns the name under which a draft of it is kept.
    pub(crate) fn name(&self) -> String {
        format!("{}/{:x}", self.program, self.print)
    }

    /// Reads such a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (program, print) = name.rsplit_once('/')?;
        Some(Origin { program: program.into(), print: u64::from_str_radix(print, 16).ok()? })
    }
}

impl Editing {
    /// Returns the draft of a text.
    pub(crate) fn draft(&self, of: &Origin) -> Option<&Draft> {
        self.drafts.iter().find(|it| it.of == *of)
    }

    /// Returns the draft of an older text of the same program.
    pub(crate) fn older(&self, of: &Origin) -> Option<&Draft> {
        self.drafts.iter().rfind(|it| it.of.program == of.program && it.of.print != of.print)
    }

    /// Returns whether there is something that Reset has taken away from this program.
    pub(crate) fn can_undo(&self, of: &Origin) -> bool {
        self.taken.as_ref().is_some_and(|it| it.of == *of)
    }

    /// Takes what happens to the text of the program that is shown, whose own text is given.
    pub(super) fn take(&mut self, writing: Writing, shown: Option<(Origin, &str)>) {
        match writing {
            Writing::Found(drafts) => self.drafts = Rc::new(drafts),
            Writing::Kept(is_kept) => self.is_kept = is_kept,
            Writing::Engine(engine) => self.engine = engine,
            Writing::Plain(plain) => self.wants_plain = plain,
            Writing::Editor(editor) => self.editor = editor,
            Writing::Link(link) => self.link = link,
            Writing::Unsayable => self.is_unsayable = true,
            Writing::Text(_) | Writing::Reset | Writing::Undo | Writing::TakeOlder | Writing::DropOlder => {
                if let Some((of, own)) = shown {
                    self.change(writing, &of, own);
                }
            }
        }
    }

    fn change(&mut self, writing: Writing, of: &Origin, own: &str) {
        self.link = Link::None;
        self.is_unsayable = false;
        let before = self.draft(of).cloned();
        let older = self.older(of).cloned();
        match (writing, older) {
            (Writing::Text(text), _) => self.write(of, (*text != *own).then_some(text)),
            (Writing::Reset, _) => {
                self.write(of, None);
                self.taken = before;
            }
            (Writing::Undo, _) => {
                if let Some(taken) = self.taken.take().filter(|it| it.of == *of) {
                    self.write(of, Some(taken.text));
                    self.taken = before;
                }
            }
            (Writing::TakeOlder, Some(older)) => {
                self.write(&older.of, None);
                self.write(of, Some(older.text));
                self.taken = before;
            }
            (Writing::DropOlder, Some(older)) => self.write(&older.of, None),
            _ => {}
        }
    }

    /// Sets the draft of a text; without one its program is as its author wrote it.
    fn write(&mut self, of: &Origin, text: Option<Rc<str>>) {
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|it| it.of != *of);
        drafts.extend(text.map(|text| Draft { of: of.clone(), text }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::route::Route;
    use crate::state::{Action, State};

    fn after(writings: impl IntoIterator<Item = Writing>) -> State {
        writings.into_iter().map(Action::Write).fold(State::default(), State::reduce)
    }

    fn typed(text: &str) -> Writing {
        Writing::Text(text.into())
    }

    /// A draft of the first lesson as it once was.
    fn old_draft(text: &str) -> Draft {
        Draft { of: Origin { program: examples::first().slug.into(), print: 7 }, text: text.into() }
    }

    fn own() -> &'static str {
        examples::first().texts.unwrap().source
    }

    #[test]
    fn what_is_typed_is_shown_and_stays_with_its_program() {
        let state = after([typed("fn main() { a }"), typed("fn main() { b }")]);
        assert_eq!((state.code(), state.is_edited()), ("fn main() { b }", true));
        let other = state.reduce(Action::Open(Route::Example(examples::all()[1].slug.to_owned())));
        assert!(!other.is_edited());
        let back = other.reduce(Action::Open(Route::Home));
        assert_eq!(back.code(), "fn main() { b }");
    }

    #[test]
    fn the_lesson_s_own_text_is_no_draft() {
        let state = after([typed("x"), typed(own())]);
        assert!(!state.is_edited() && state.editing.drafts.is_empty());
    }

    #[test]
    fn reset_brings_back_the_lesson_and_undo_what_was_typed() {
        let state = after([typed("x"), Writing::Reset]);
        assert_eq!((state.code(), state.is_edited(), state.can_undo()), (own(), false, true));
        let state = state.reduce(Action::Write(Writing::Undo));
        assert_eq!((state.code(), state.can_undo()), ("x", false));
        let elsewhere = after([typed("x"), Writing::Reset])
            .reduce(Action::Open(Route::Example(examples::all()[1].slug.to_owned())));
        assert!(!elsewhere.can_undo(), "it was reset in another lesson");
    }

    #[test]
    fn a_draft_of_an_older_text_is_offered_but_not_shown() {
        let state = after([Writing::Found(vec![old_draft("old")])]);
        assert_eq!((state.code(), state.is_edited(), state.has_older()), (own(), false, true));
        let taken = state.clone().reduce(Action::Write(Writing::TakeOlder));
        assert_eq!((taken.code(), taken.has_older()), ("old", false));
        assert_eq!(taken.reduce(Action::Write(Writing::Reset)).code(), own(), "the new text is there");
        let dropped = state.reduce(Action::Write(Writing::DropOlder));
        assert_eq!((dropped.code(), dropped.has_older()), (own(), false));
    }

    #[test]
    fn taking_the_older_draft_loses_nothing_of_the_newer_one() {
        let state = after([Writing::Found(vec![old_draft("old")]), typed("new"), Writing::TakeOlder]);
        assert_eq!((state.code(), state.can_undo()), ("old", true));
        assert_eq!(state.reduce(Action::Write(Writing::Undo)).code(), "new");
    }

    #[test]
    fn a_changed_text_is_interpreted_whatever_was_chosen() {
        let engine = |writings: Vec<Writing>| after(writings).engine();
        assert_eq!(engine(vec![]), Engine::Compiled);
        assert_eq!(engine(vec![typed("x")]), Engine::Interpreted);
        assert_eq!(engine(vec![typed("x"), Writing::Engine(Engine::Compiled)]), Engine::Interpreted);
        assert_eq!(engine(vec![typed("x"), Writing::Reset]), Engine::Compiled);
        assert_eq!(engine(vec![Writing::Engine(Engine::Interpreted)]), Engine::Interpreted);
    }

    #[test]
    fn names_of_drafts_are_read_as_they_were_written() {
        let of = old_draft("").of;
        assert_eq!(Origin::parse(&of.name()), Some(of));
        assert_eq!(Origin::parse("three-downloads"), None);
        assert_eq!(Origin::parse("three-downloads/xyz"), None);
    }
}
