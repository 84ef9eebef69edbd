//! The tokens of a text, one behind the other, and the place in them where the parser is. Going back is free.

use super::error::{Error, Result};
use super::placeholder::Placeholder;
use super::word::Word;
use proc_macro2::extra::DelimSpan;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A token, or where a bracket begins or ends.
enum Entry {
    /// What is in a bracket stands behind it; the number is that of its end.
    Group(Group, usize),
    Word(Ident, Word),
    Punct(Punct),
    Literal(Literal),
    /// The end of the bracket with that number, or of the text.
    End(usize),
}

/// What is found where nothing is.
pub(super) const NOTHING_LEFT: &str = "end of input";

/// No bracket: this is the end of the text.
const TEXT: usize = usize::MAX;

/// A place in the tokens: where the parser is, and where the bracket ends that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    at: usize,
    end: usize,
    /// Whether something was wrong before.
    failed: bool,
}

/// What is left to be read. Brackets without a sign, which stand around what a macro was given, are looked through where
/// a token is asked for.
///
/// When something is wrong, that is kept, and from then on nothing is left to be read: whoever reads goes on and comes to
/// its end with whatever it makes of nothing, which [`whole`](super::whole) throws away. So no reader has to ask whether
/// another could read what it wanted.
pub(crate) struct Input {
    entries: Vec<Entry>,
    mark: Mark,
    error: Option<Error>,
}

impl Input {
    pub(super) fn new(tokens: TokenStream) -> Self {
        let mut input =
            Input { entries: Vec::new(), mark: Mark { at: 0, end: 0, failed: false }, error: None };
        input.fill(tokens);
        input.mark.end = input.entries.len();
        input.entries.push(Entry::End(TEXT));
        input.mark.at = input.settle(0);
        input
    }

    fn fill(&mut self, tokens: TokenStream) {
        for token in tokens {
            let entry = match token {
                TokenTree::Group(it) => {
                    let (begin, inner) = (self.entries.len(), it.stream());
                    self.entries.push(Entry::Group(it, 0));
                    self.fill(inner);
                    let end = self.entries.len();
                    if let Entry::Group(_, it) = &mut self.entries[begin] {
                        *it = end;
                    }
                    Entry::End(begin)
                }
                TokenTree::Ident(it) => {
                    let word = Word::of(&it.to_string());
                    Entry::Word(it, word)
                }
                TokenTree::Punct(it) => Entry::Punct(it),
                TokenTree::Literal(it) => Entry::Literal(it),
            };
            self.entries.push(entry);
        }
    }

    /// Where the parser is.
    pub(crate) fn mark(&self) -> Mark {
        self.mark
    }

    /// Goes back. What was wrong behind that place is forgotten.
    pub(crate) fn back(&mut self, mark: Mark) {
        self.mark = mark;
        if !mark.failed {
            self.error = None;
        }
    }

    /// Whether something was wrong.
    pub(crate) fn has_failed(&self) -> bool {
        self.mark.failed
    }

    /// Says what is wrong, if nothing was before, and leaves nothing to be read.
    #[cold]
    pub(crate) fn wrong(&mut self, place: Span, message: &str) {
        self.error.get_or_insert_with(|| Error::new(place, message));
        let end = self.entries.len() - 1;
        self.mark = Mark { at: end, end, failed: true };
    }

    /// Makes sure that nothing was wrong and that nothing is left.
    pub(super) fn finish(mut self) -> Result<()> {
        self.ended();
        self.error.map_or(Ok(()), Err)
    }

    /// Whether nothing is left of the bracket.
    pub(crate) fn is_empty(&self) -> bool {
        self.mark.at == self.mark.end
    }

    /// Leaves brackets without a sign behind that end here.
    fn settle(&self, mut at: usize) -> usize {
        while at != self.mark.end && matches!(self.entries[at], Entry::End(_)) {
            at += 1;
        }
        at
    }

    /// Looks into brackets without a sign.
    fn bare(&self, mut at: usize) -> usize {
        while let Entry::Group(it, _) = &self.entries[at]
            && it.delimiter() == Delimiter::None
        {
            at = self.settle(at + 1);
        }
        at
    }

    /// The token behind one. A lifetime is one token, an operator as many as it has characters.
    fn behind(&self, at: usize) -> usize {
        let at = self.bare(at);
        self.settle(match &self.entries[at] {
            Entry::End(_) => return at,
            Entry::Group(_, end) => *end,
            Entry::Punct(it) if it.as_char() == '\'' && matches!(self.entries[at + 1], Entry::Word(..)) => {
                at + 2
            }
            _ => at + 1,
        })
    }

    /// The token that stands so many behind the next.
    fn ahead(&self, count: usize) -> usize {
        let mut at = self.mark.at;
        for _ in 0..count {
            at = self.behind(at);
        }
        self.bare(at)
    }

    /// Which word stands so many tokens ahead.
    pub(crate) fn word(&self, ahead: usize) -> Word {
        match &self.entries[self.ahead(ahead)] {
            Entry::Word(_, it) => *it,
            _ => Word::None,
        }
    }

    /// Whether a name stands there.
    pub(crate) fn is_name(&self, ahead: usize) -> bool {
        self.word(ahead).is_name()
    }

    /// Whether an operator stands there, or one that begins like it.
    pub(crate) fn is(&self, ahead: usize, text: &str) -> bool {
        self.operator_at(self.ahead(ahead), text, &mut [Span::call_site(); 3]).is_some()
    }

    /// Reads an operator, and returns what is behind it.
    fn operator_at(&self, mut at: usize, text: &str, spans: &mut [Span; 3]) -> Option<usize> {
        for (index, wanted) in text.bytes().enumerate() {
            at = self.bare(at);
            let Entry::Punct(it) = &self.entries[at] else { return None };
            if it.as_char() != char::from(wanted) {
                return None;
            }
            if index + 1 < text.len() && it.spacing() != Spacing::Joint {
                return None;
            }
            spans[index] = it.span();
            at = self.settle(at + 1);
        }
        Some(at)
    }

    /// Whether such a bracket stands there.
    pub(crate) fn is_group(&self, ahead: usize, delimiter: Delimiter) -> bool {
        matches!(&self.entries[self.ahead(ahead)], Entry::Group(it, _) if it.delimiter() == delimiter)
    }

    pub(crate) fn is_brace(&self, ahead: usize) -> bool {
        self.is_group(ahead, Delimiter::Brace)
    }

    pub(crate) fn is_paren(&self, ahead: usize) -> bool {
        self.is_group(ahead, Delimiter::Parenthesis)
    }

    /// Whether a bracket without a sign comes next.
    pub(super) fn is_invisible(&self) -> bool {
        matches!(&self.entries[self.mark.at], Entry::Group(it, _) if it.delimiter() == Delimiter::None)
    }

    /// Whether a bracket without a sign comes next that holds a lifetime and nothing else.
    pub(super) fn holds_lifetime(&self) -> bool {
        match &self.entries[self.mark.at] {
            Entry::Group(it, end) => {
                it.delimiter() == Delimiter::None && self.is_lifetime(0) && self.mark.at + 3 == *end
            }
            _ => false,
        }
    }

    /// Whether a lifetime stands there.
    pub(super) fn is_lifetime(&self, ahead: usize) -> bool {
        let at = self.ahead(ahead);
        matches!(&self.entries[at], Entry::Punct(it) if it.as_char() == '\'')
            && matches!(self.entries[self.bare(self.settle(at + 1))], Entry::Word(..))
    }

    /// The literal that comes next, if one does.
    pub(super) fn next_literal(&self, ahead: usize) -> Option<&Literal> {
        match &self.entries[self.ahead(ahead)] {
            Entry::Literal(it) => Some(it),
            _ => None,
        }
    }

    /// Takes the next token.
    pub(super) fn advance(&mut self) {
        self.mark.at = self.behind(self.mark.at);
    }

    /// Takes the next token as it is, with what is in it.
    pub(crate) fn tree(&mut self) -> Option<TokenTree> {
        let (tree, next) = match &self.entries[self.mark.at] {
            Entry::Group(it, end) => (TokenTree::Group(it.clone()), *end),
            Entry::Word(it, _) => (TokenTree::Ident(it.clone()), self.mark.at + 1),
            Entry::Punct(it) => (TokenTree::Punct(it.clone()), self.mark.at + 1),
            Entry::Literal(it) => (TokenTree::Literal(it.clone()), self.mark.at + 1),
            Entry::End(_) => return None,
        };
        self.mark.at = self.settle(next);
        Some(tree)
    }

    /// What has been read since the parser was there.
    pub(crate) fn since(&mut self, begin: Mark) -> TokenStream {
        let end = std::mem::replace(&mut self.mark, begin);
        let tokens = std::iter::from_fn(|| if self.mark.at < end.at { self.tree() } else { None }).collect();
        self.mark = end;
        tokens
    }

    /// Takes all that is left of the bracket.
    pub(crate) fn rest(&mut self) -> TokenStream {
        std::iter::from_fn(|| self.tree()).collect()
    }

    /// Takes the word that comes next, whatever it is.
    pub(crate) fn any_word(&mut self) -> Ident {
        let at = self.bare(self.mark.at);
        let Entry::Word(it, _) = &self.entries[at] else { return self.expected("identifier") };
        let it = it.clone();
        self.mark.at = self.settle(at + 1);
        it
    }

    /// Takes a name.
    pub(crate) fn name(&mut self) -> Ident {
        if self.word(0).is_name() { self.any_word() } else { self.expected("identifier") }
    }

    /// Takes a word if it comes next.
    pub(crate) fn take_word(&mut self, word: Word) -> Option<Span> {
        let at = self.bare(self.mark.at);
        let Entry::Word(it, found) = &self.entries[at] else { return None };
        if *found != word {
            return None;
        }
        self.mark.at = self.settle(at + 1);
        Some(it.span())
    }

    /// Takes a word that has to come next.
    pub(crate) fn keyword(&mut self, word: Word) -> Span {
        self.take_word(word).unwrap_or_else(|| {
            self.expects(&["`", word.text(), "`"].concat());
            Span::call_site()
        })
    }

    /// Takes an operator if it comes next.
    pub(super) fn take_spans(&mut self, text: &str) -> Option<[Span; 3]> {
        let mut spans = [Span::call_site(); 3];
        self.mark.at = self.operator_at(self.mark.at, text, &mut spans)?;
        Some(spans)
    }

    /// Takes an operator that has to come next.
    fn spans(&mut self, text: &str) -> [Span; 3] {
        self.take_spans(text).unwrap_or_else(|| {
            self.expects(&["`", text, "`"].concat());
            [Span::call_site(); 3]
        })
    }

    /// Takes an operator if it comes next, and returns where its characters stand.
    pub(crate) fn take<const N: usize>(&mut self, text: &str) -> Option<[Span; N]> {
        self.take_spans(text).map(first)
    }

    /// Takes an operator that has to come next, and returns where its characters stand.
    pub(crate) fn punct<const N: usize>(&mut self, text: &str) -> [Span; N] {
        first(self.spans(text))
    }

    /// Goes into a bracket that has to come next. Returns its place and what to [leave](Self::leave) it with.
    pub(crate) fn enter(&mut self, delimiter: Delimiter) -> (DelimSpan, Mark) {
        let at = if delimiter == Delimiter::None { self.mark.at } else { self.bare(self.mark.at) };
        match &self.entries[at] {
            Entry::Group(it, end) if it.delimiter() == delimiter => {
                let outer = Mark { at: self.settle(*end), ..self.mark };
                self.mark.end = *end;
                self.mark.at = self.settle(at + 1);
                (it.delim_span(), outer)
            }
            _ => {
                self.expects(&["`", signs(delimiter)[0], "`"].concat());
                (Group::new(Delimiter::None, TokenStream::new()).delim_span(), self.mark)
            }
        }
    }

    /// Leaves a bracket, of which nothing may be left.
    pub(crate) fn leave(&mut self, outer: Mark) {
        self.ended();
        if !self.mark.failed {
            self.mark = outer;
        }
    }

    /// Makes sure that nothing is left.
    fn ended(&mut self) {
        let at = self.bare(self.mark.at);
        if at == self.mark.end {
            return;
        }
        let message = match &self.entries[self.mark.end] {
            Entry::End(TEXT) => "unexpected token",
            Entry::End(open) => match &self.entries[*open] {
                Entry::Group(it, _) if it.delimiter() == Delimiter::Parenthesis => {
                    "unexpected token, expected `)`"
                }
                Entry::Group(it, _) if it.delimiter() == Delimiter::Bracket => {
                    "unexpected token, expected `]`"
                }
                Entry::Group(it, _) if it.delimiter() == Delimiter::Brace => "unexpected token, expected `}`",
                _ => "unexpected token",
            },
            _ => "unexpected token",
        };
        self.wrong(self.place_of(at), message);
    }

    /// Takes a bracket with all that is in it.
    pub(super) fn group(&mut self) -> Option<Group> {
        let at = self.mark.at;
        let Entry::Group(it, end) = &self.entries[at] else { return None };
        let it = it.clone();
        self.mark.at = self.settle(*end);
        Some(it)
    }

    /// Where the next token stands.
    pub(crate) fn place(&self) -> Span {
        self.place_of(self.mark.at)
    }

    fn place_of(&self, at: usize) -> Span {
        match &self.entries[at] {
            Entry::Group(it, _) => it.span_open(),
            Entry::Word(it, _) => it.span(),
            Entry::Punct(it) => it.span(),
            Entry::Literal(it) => it.span(),
            Entry::End(TEXT) => Span::call_site(),
            Entry::End(open) => match &self.entries[*open] {
                Entry::Group(it, _) => it.span_close(),
                _ => Span::call_site(),
            },
        }
    }

    /// A message for the next token.
    #[cold]
    pub(crate) fn fail(&mut self, message: &str) {
        self.wrong(self.place(), message);
    }

    /// Says what should stand here, and makes something to go on with.
    #[cold]
    pub(crate) fn expected<T: Placeholder>(&mut self, what: &str) -> T {
        self.expects(what);
        T::placeholder()
    }

    /// Says what should stand here, and what stands here.
    #[cold]
    pub(crate) fn expects(&mut self, what: &str) {
        if self.mark.failed {
            return;
        }
        let at = self.bare(self.mark.at);
        let found = match &self.entries[at] {
            Entry::Word(it, word) if word.is_keyword() => format!("keyword `{it}`"),
            Entry::Word(_, Word::Underscore) => "reserved identifier `_`".to_owned(),
            Entry::Word(it, _) => format!("`{it}`"),
            Entry::Literal(it) => format!("`{it}`"),
            Entry::Punct(_) => format!("`{}`", self.joined(at)),
            Entry::Group(it, _) => format!("`{}`", signs(it.delimiter())[0]),
            Entry::End(TEXT) => NOTHING_LEFT.to_owned(),
            Entry::End(open) => match &self.entries[*open] {
                Entry::Group(it, _) => format!("`{}`", signs(it.delimiter())[1]),
                _ => String::new(),
            },
        };
        self.wrong(self.place_of(at), &["expected ", what, ", found ", &found].concat());
    }

    /// The operator that stands somewhere.
    fn joined(&self, at: usize) -> String {
        let mut text = String::new();
        for entry in &self.entries[at..] {
            let Entry::Punct(it) = entry else { break };
            text.push(it.as_char());
            if it.spacing() == Spacing::Alone || text.len() == 3 {
                break;
            }
        }
        text
    }
}

fn signs(delimiter: Delimiter) -> [&'static str; 2] {
    match delimiter {
        Delimiter::Parenthesis => ["(", ")"],
        Delimiter::Brace => ["{", "}"],
        Delimiter::Bracket => ["[", "]"],
        Delimiter::None => ["", ""],
    }
}

/// The first of three.
fn first<const N: usize>(spans: [Span; 3]) -> [Span; N] {
    std::array::from_fn(|it| spans[it])
}
