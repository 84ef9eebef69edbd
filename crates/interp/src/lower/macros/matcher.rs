//! Matching the tokens of a call with a rule's pattern.

use super::plain_name;
use crate::parse::{Input, Word, whole};
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use rustc_hash::FxHashMap;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Matcher {
    /// A token that has to be there.
    Token(TokenTree),
    /// Brackets with something in them.
    Group(Delimiter, Vec<Matcher>),
    /// `$name:kind`.
    Fragment(String, Kind),
    /// `$(..) separator operator`.
    Repeat(Vec<Matcher>, Vec<TokenTree>, char),
}

/// What a fragment is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Block,
    Expr,
    Ident,
    Item,
    Lifetime,
    Literal,
    Meta,
    Pat,
    PatParam,
    Path,
    Stmt,
    Tt,
    Ty,
    Vis,
}

const KINDS: &[(&str, Kind)] = &[
    ("block", Kind::Block),
    ("expr", Kind::Expr),
    ("expr_2021", Kind::Expr),
    ("ident", Kind::Ident),
    ("item", Kind::Item),
    ("lifetime", Kind::Lifetime),
    ("literal", Kind::Literal),
    ("meta", Kind::Meta),
    ("pat", Kind::Pat),
    ("pat_param", Kind::PatParam),
    ("path", Kind::Path),
    ("stmt", Kind::Stmt),
    ("tt", Kind::Tt),
    ("ty", Kind::Ty),
    ("vis", Kind::Vis),
];

/// What a variable of a pattern stands for.
#[derive(Clone, Debug)]
pub(super) enum Binding {
    One(Kind, Vec<TokenTree>),
    Many(Vec<Binding>),
}

/// The variables of a call.
pub(super) type Bindings = FxHashMap<String, Binding>;

/// Reads a pattern.
pub(super) fn parse_matcher(tokens: &[TokenTree]) -> Result<Vec<Matcher>, (Span, String)> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Punct(it) if it.as_char() == '$' => {
                let (part, length) = variable(&tokens[at..])?;
                parts.push(part);
                at += length;
                continue;
            }
            TokenTree::Group(it) => {
                let inner: Vec<TokenTree> = it.stream().into_iter().collect();
                parts.push(Matcher::Group(it.delimiter(), parse_matcher(&inner)?));
            }
            token => parts.push(Matcher::Token(token.clone())),
        }
        at += 1;
    }
    Ok(parts)
}

fn variable(tokens: &[TokenTree]) -> Result<(Matcher, usize), (Span, String)> {
    let dollar = tokens[0].span();
    match tokens.get(1) {
        Some(TokenTree::Ident(name)) => {
            let (Some(TokenTree::Punct(colon)), Some(TokenTree::Ident(kind))) =
                (tokens.get(2), tokens.get(3))
            else {
                return Err((name.span(), "missing fragment specifier".to_owned()));
            };
            if colon.as_char() != ':' {
                return Err((name.span(), "missing fragment specifier".to_owned()));
            }
            let text = kind.to_string();
            let Some((_, kind)) = KINDS.iter().find(|it| it.0 == text) else {
                return Err((kind.span(), format!("invalid fragment specifier `{text}`")));
            };
            Ok((Matcher::Fragment(name.to_string(), *kind), 4))
        }
        Some(TokenTree::Group(it)) if it.delimiter() == Delimiter::Parenthesis => {
            let inner: Vec<TokenTree> = it.stream().into_iter().collect();
            let inner = parse_matcher(&inner)?;
            let (separator, operator, length) =
                repetition(&tokens[2..]).ok_or((dollar, "expected one of: `*`, `+`, or `?`".to_owned()))?;
            Ok((Matcher::Repeat(inner, separator, operator), 2 + length))
        }
        _ => Err((dollar, "expected identifier or `(` after `$`".to_owned())),
    }
}

/// The separator and the operator behind `$(..)`, and how many tokens they are.
pub(super) fn repetition(tokens: &[TokenTree]) -> Option<(Vec<TokenTree>, char, usize)> {
    let operator = |it: &TokenTree| match it {
        TokenTree::Punct(it) if matches!(it.as_char(), '*' | '+' | '?') => Some(it.as_char()),
        _ => None,
    };
    if let Some(it) = tokens.first().and_then(operator) {
        return Some((Vec::new(), it, 1));
    }
    for length in 1..=3 {
        if let Some(it) = tokens.get(length).and_then(operator) {
            return Some((tokens[..length].to_vec(), it, length + 1));
        }
    }
    None
}

/// Matches all tokens. On failure the furthest place that was reached.
pub(super) fn matches(matcher: &[Matcher], tokens: &[TokenTree], end: Span) -> Result<Bindings, Span> {
    let mut state = State { furthest: None };
    let mut bindings = Bindings::default();
    match state.all(matcher, tokens, &mut bindings) {
        Some(used) if used == tokens.len() => Ok(bindings),
        Some(used) => Err(tokens[used].span()),
        None => Err(state.furthest.unwrap_or(end)),
    }
}

struct State {
    furthest: Option<Span>,
}

impl State {
    /// Matches a pattern with the start of some tokens, and returns how many they are.
    fn all(&mut self, matcher: &[Matcher], tokens: &[TokenTree], into: &mut Bindings) -> Option<usize> {
        let mut at = 0;
        for (index, part) in matcher.iter().enumerate() {
            at += self.part(part, &matcher[index + 1..], &tokens[at..], into)?;
        }
        Some(at)
    }

    fn part(
        &mut self,
        part: &Matcher,
        behind: &[Matcher],
        tokens: &[TokenTree],
        into: &mut Bindings,
    ) -> Option<usize> {
        let used = match part {
            Matcher::Token(it) => tokens.first().filter(|token| same(it, token)).map(|_| 1),
            Matcher::Group(delimiter, inner) => self.group(*delimiter, inner, tokens, into),
            Matcher::Fragment(name, kind) => {
                let used = fragment(*kind, tokens);
                if let Some(used) = used {
                    into.insert(name.clone(), Binding::One(*kind, tokens[..used].to_vec()));
                }
                used
            }
            Matcher::Repeat(inner, separator, operator) => {
                self.repeat(inner, separator, *operator, behind, tokens, into)
            }
        };
        if used.is_none()
            && let Some(token) = tokens.first()
        {
            self.furthest = Some(token.span());
        }
        used
    }

    fn group(
        &mut self,
        delimiter: Delimiter,
        inner: &[Matcher],
        tokens: &[TokenTree],
        into: &mut Bindings,
    ) -> Option<usize> {
        let Some(TokenTree::Group(it)) = tokens.first() else { return None };
        if it.delimiter() != delimiter {
            return None;
        }
        let tokens: Vec<TokenTree> = it.stream().into_iter().collect();
        let used = self.all(inner, &tokens, into)?;
        (used == tokens.len()).then_some(1)
    }

    fn repeat(
        &mut self,
        inner: &[Matcher],
        separator: &[TokenTree],
        operator: char,
        behind: &[Matcher],
        tokens: &[TokenTree],
        into: &mut Bindings,
    ) -> Option<usize> {
        let mut rounds: Vec<Bindings> = Vec::new();
        let mut at = 0;
        loop {
            let mut next = at;
            if !rounds.is_empty() && !separator.is_empty() {
                let rest = &tokens[at..];
                let is_there =
                    rest.len() >= separator.len() && separator.iter().zip(rest).all(|it| same(it.0, it.1));
                if !is_there {
                    break;
                }
                next += separator.len();
            }
            if next == tokens.len() || rounds.is_empty() && starts_behind(behind, &tokens[next..], inner) {
                break;
            }
            let mut round = Bindings::default();
            match self.all(inner, &tokens[next..], &mut round) {
                Some(0) | None => break,
                Some(used) => {
                    at = next + used;
                    rounds.push(round);
                }
            }
            if operator == '?' {
                break;
            }
        }
        if operator == '+' && rounds.is_empty() {
            return None;
        }
        for name in names(inner) {
            let all = rounds.iter().filter_map(|it| it.get(&name).cloned()).collect();
            into.insert(name, Binding::Many(all));
        }
        Some(at)
    }
}

/// Whether what stands behind a repetition begins here with a token of its own, where the repetition could begin with
/// anything.
fn starts_behind(behind: &[Matcher], tokens: &[TokenTree], inner: &[Matcher]) -> bool {
    let anything = matches!(inner.first(), Some(Matcher::Fragment(_, Kind::Tt | Kind::Ident)));
    match (behind.first(), tokens.first()) {
        (Some(Matcher::Token(it)), Some(token)) => !anything && same(it, token),
        _ => false,
    }
}

/// The variables of a pattern.
pub(super) fn names(matcher: &[Matcher]) -> Vec<String> {
    let mut all = Vec::new();
    for part in matcher {
        match part {
            Matcher::Token(_) => {}
            Matcher::Fragment(name, _) => all.push(name.clone()),
            Matcher::Group(_, inner) | Matcher::Repeat(inner, ..) => all.extend(names(inner)),
        }
    }
    all
}

fn same(left: &TokenTree, right: &TokenTree) -> bool {
    match (left, right) {
        (TokenTree::Punct(left), TokenTree::Punct(right)) => left.as_char() == right.as_char(),
        // A word of a rule may be called like a variable of the macro's, which has another name in each expansion.
        (TokenTree::Ident(left), TokenTree::Ident(right)) => {
            left == right || plain_name(&left.to_string()) == plain_name(&right.to_string())
        }
        (TokenTree::Literal(left), TokenTree::Literal(right)) => left.to_string() == right.to_string(),
        _ => false,
    }
}

/// Operators that are one token tree.
const JOINED: &[&str] = &[
    "..=", "...", "<<=", ">>=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=",
    "%=", "^=", "&=", "|=", "<<", ">>", "..",
];

/// How many tokens a fragment is.
fn fragment(kind: Kind, tokens: &[TokenTree]) -> Option<usize> {
    match kind {
        Kind::Ident => match tokens.first()? {
            TokenTree::Ident(it) if it != "_" => Some(1),
            _ => None,
        },
        Kind::Tt => tree(tokens),
        Kind::Lifetime => match tokens {
            [TokenTree::Punct(it), TokenTree::Ident(_), ..] if it.as_char() == '\'' => Some(2),
            _ => None,
        },
        Kind::Literal => match tokens {
            [TokenTree::Literal(_), ..] => Some(1),
            [TokenTree::Ident(it), ..] if it == "true" || it == "false" => Some(1),
            [TokenTree::Punct(it), TokenTree::Literal(_), ..] if it.as_char() == '-' => Some(2),
            _ => None,
        },
        Kind::Vis => used(tokens, |it| drop(it.visibility())),
        Kind::Block => match tokens.first()? {
            TokenTree::Group(it) if it.delimiter() == Delimiter::Brace => Some(1),
            _ => None,
        },
        Kind::Expr => starts_expr(tokens.first()?).then(|| used(tokens, |it| drop(it.expr())))?,
        Kind::Item => used(tokens, |it| drop(it.item())),
        Kind::Meta => used(tokens, |it| drop(it.meta())),
        Kind::Pat => used(tokens, |it| drop(it.pattern())),
        Kind::PatParam => used(tokens, |it| drop(it.single_pattern())),
        Kind::Path => used(tokens, |it| drop(it.qualified_path(false))),
        Kind::Stmt => used(tokens, statement),
        Kind::Ty => used(tokens, |it| drop(it.ty())).or_else(|| {
            // `f64 !` begins like the call of a macro.
            let end = tokens
                .iter()
                .skip(1)
                .position(|it| matches!(it, TokenTree::Punct(it) if it.as_char() == '!'))?;
            used(&tokens[..=end], |it| drop(it.ty()))
        }),
    }
    .filter(|it| *it > 0 || kind == Kind::Vis)
}

fn starts_expr(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(it) => {
            !matches!(it.as_char(), ',' | ';' | '=' | '?' | '+' | '/' | '%' | '^' | '.' | '$' | '@')
        }
        _ => true,
    }
}

fn tree(tokens: &[TokenTree]) -> Option<usize> {
    let TokenTree::Punct(first) = tokens.first()? else { return Some(1) };
    if first.as_char() == '\'' {
        return Some(if matches!(tokens.get(1), Some(TokenTree::Ident(_))) { 2 } else { 1 });
    }
    let mut run = String::new();
    for token in tokens.iter().take(3) {
        let TokenTree::Punct(it) = token else { break };
        run.push(it.as_char());
        if it.spacing() == proc_macro2::Spacing::Alone {
            break;
        }
    }
    Some(JOINED.iter().find(|it| run.starts_with(**it)).map_or(1, |it| it.len()))
}

/// A statement without its `;`.
fn statement(input: &mut Input) {
    if input.take_word(Word::Let).is_none() {
        let mark = input.mark();
        drop(input.item());
        if !input.has_failed() {
            return;
        }
        input.back(mark);
        return drop(input.expr());
    }
    input.single_pattern();
    if input.take::<1>(":").is_some() {
        input.ty();
    }
    if input.take::<1>("=").is_some() {
        input.expr();
    }
}

/// How many tokens a parser takes.
fn used(tokens: &[TokenTree], parse: fn(&mut Input)) -> Option<usize> {
    let stream: TokenStream = tokens.iter().cloned().collect();
    if crate::parse::too_deep(&stream, 0).is_some() {
        return None;
    }
    let rest = whole(stream, |input| {
        parse(input);
        input.rest()
    });
    Some(tokens.len() - rest.ok()?.into_iter().count())
}
