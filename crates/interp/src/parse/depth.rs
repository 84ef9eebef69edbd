//! How deep the tree of some tokens can get, before the tree is built.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// The deepest tree that is built, in steps. An operator or a method behind another one is a step.
pub const LIMIT: usize = 256;

/// How many steps a bracket is worth: so much more of the stack is needed for one.
const BRACKET: usize = 4;

/// How many steps an angle bracket is worth.
const ANGLE: usize = 3;

/// Words that an expression can stand behind, so that they nest without brackets.
const WORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "dyn", "for", "if", "impl", "in", "let", "loop",
    "match", "move", "return", "unsafe", "while", "yield",
];

/// Returns where tokens get too deep, if they stand `above` steps deep themselves.
pub fn too_deep(tokens: &TokenStream, above: usize) -> Option<Span> {
    level(tokens.clone(), above)
}

/// Looks at what is between two brackets. A stretch without `;` and `,` is taken to be one chain, and what is in a
/// bracket to be below all of it.
fn level(tokens: TokenStream, above: usize) -> Option<Span> {
    let mut stretch = Stretch::default();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let place = token.span();
        let end = match token {
            TokenTree::Group(group) => {
                let ends =
                    group.delimiter() == Delimiter::Brace && tokens.peek().is_none_or(|it| !goes_on(it));
                stretch.chain += usize::from(group.delimiter() != Delimiter::Brace);
                stretch.count();
                stretch.groups.push(group);
                ends.then_some(true)
            }
            TokenTree::Punct(punct) => stretch.punct(punct.as_char()),
            TokenTree::Ident(ident) => {
                stretch.word(&ident.to_string());
                None
            }
            TokenTree::Literal(_) => None,
        };
        if above + stretch.depth() > LIMIT {
            return Some(place);
        }
        if let Some(all) = end
            && let Some(place) = stretch.end(above, all)
        {
            return Some(place);
        }
    }
    stretch.end(above, true)
}

/// Whether what stands behind a block belongs to the same expression.
fn goes_on(next: &TokenTree) -> bool {
    match next {
        TokenTree::Punct(punct) => punct.as_char() != '#',
        TokenTree::Ident(ident) => *ident == "else" || *ident == "as",
        TokenTree::Group(_) => true,
        TokenTree::Literal(_) => false,
    }
}

/// A stretch of tokens that may become one chain.
#[derive(Default)]
struct Stretch {
    /// Operators and such.
    chain: usize,
    /// `else`s, each of which is below the one before.
    branches: usize,
    /// Open angle brackets.
    angles: usize,
    /// The deepest of all.
    most: usize,
    groups: Vec<Group>,
}

impl Stretch {
    fn depth(&self) -> usize {
        self.most
    }

    fn count(&mut self) {
        self.most = self.most.max(self.chain + 2 * self.branches + ANGLE * self.angles);
    }

    /// Counts a character. Returns whether the stretch ends here, and whether generic arguments do.
    fn punct(&mut self, it: char) -> Option<bool> {
        match it {
            ';' => return Some(true),
            ',' => return Some(false),
            '<' => self.angles += 1,
            '>' => self.angles = self.angles.saturating_sub(1),
            ':' | '#' | '$' | '\'' => {}
            _ => self.chain += 1,
        }
        self.count();
        None
    }

    fn word(&mut self, word: &str) {
        if word == "else" {
            self.branches += 1;
            self.chain = 0;
        } else if WORDS.contains(&word) {
            self.chain += 2;
        }
        self.count();
    }

    /// Looks into the brackets of the stretch, and starts a new one; generic arguments may go on behind a comma.
    fn end(&mut self, above: usize, all: bool) -> Option<Span> {
        let below = above + self.depth() + BRACKET;
        for group in std::mem::take(&mut self.groups) {
            if below > LIMIT {
                return Some(group.span_open());
            }
            if let Some(place) = level(group.stream(), below) {
                return Some(place);
            }
        }
        *self = Stretch { angles: if all { 0 } else { self.angles }, ..Stretch::default() };
        self.count();
        None
    }
}
