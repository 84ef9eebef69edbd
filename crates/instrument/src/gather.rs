//! Awaits that could be gathered, and the text that gathers them.
//!
//! What counts is told in [`independent`](crate::independent); here awaits of fallible functions count too, whose errors are
//! handed on by `?`, if all are of one type. The text that is offered keeps what is written between the awaits.

use crate::independent::{argument_names, bound, is_free_of};
use crate::place::Place;
use quote::ToTokens as _;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, ExprAwait, ExprCall, GenericArgument, Pat, PathArguments, ReturnType, Signature, Stmt, Type,
};

/// Awaits that wait for one another, but need not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Line and column of each `await`, both from 1, columns in characters.
    pub awaits: Vec<(u32, u32)>,
    /// What puts it right, where that can be said.
    pub rewrite: Option<Rewrite>,
}

/// A change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// Line and column of what is replaced: where it begins, and where it has ended.
    pub from: (u32, u32),
    /// See `from`.
    pub to: (u32, u32),
    /// What takes its place.
    pub text: String,
}

/// Finds the awaits of a program that could be gathered. A text that is no program has none.
pub fn gather(source: &str) -> Vec<Group> {
    syn::parse_file(source).map_or_else(|_| Vec::new(), |file| gather_in(&file, source))
}

/// Finds the awaits that could be gathered in a program that has been parsed.
pub fn gather_in(file: &syn::File, source: &str) -> Vec<Group> {
    let mut known = Known::default();
    known.visit_file(file);
    known.functions.retain(|name, _| !known.locals.contains(name));
    let mut search = Search { known: &known.functions, text: Text::new(source), groups: Vec::new() };
    search.visit_file(file);
    search.groups.sort_by(|a, b| a.awaits.cmp(&b.awaits));
    search.groups
}

/// What is known of an `async fn`.
struct Function {
    is_unit: bool,
    /// The type of its errors, as far as it can be told from another.
    error: Option<String>,
}

/// The functions of a program that are `async`, by their names, and the names that mean something else somewhere.
#[derive(Default)]
struct Known {
    functions: HashMap<String, Function>,
    locals: HashSet<String>,
}

impl<'ast> Visit<'ast> for Known {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let name = item.sig.ident.to_string();
        let is_second = self.functions.contains_key(&name);
        if item.sig.asyncness.is_some() && !is_second {
            self.functions.insert(name, Function::of(&item.sig));
        } else {
            self.locals.insert(name);
        }
        visit::visit_item_fn(self, item);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.locals.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

impl Function {
    fn of(signature: &Signature) -> Self {
        let ReturnType::Type(_, output) = &signature.output else {
            return Function { is_unit: true, error: None };
        };
        let is_unit = matches!(&**output, Type::Tuple(it) if it.elems.is_empty());
        Function { is_unit, error: error_of(output) }
    }
}

/// Tells the type of a `Result`'s errors: its second argument, or the alias that leaves it out.
fn error_of(output: &Type) -> Option<String> {
    let Type::Path(path) = output else { return None };
    let last = path.path.segments.last().filter(|it| it.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let types: Vec<&Type> = arguments
        .args
        .iter()
        .filter_map(|it| match it {
            GenericArgument::Type(it) => Some(it),
            _ => None,
        })
        .collect();
    match types[..] {
        [_, error] => Some(error.to_token_stream().to_string()),
        _ => {
            let names = path.path.segments.iter().map(|it| it.ident.to_string());
            Some(names.collect::<Vec<_>>().join("::"))
        }
    }
}

/// A statement that can be one of a group.
struct Member<'a> {
    place: Place,
    uses: HashSet<String>,
    binds: Vec<String>,
    /// The type of the errors that are handed on.
    error: Option<&'a str>,
    call: &'a ExprCall,
    pattern: Option<&'a Pat>,
    statement: Range<usize>,
    /// Whether it gives its block a value.
    gives: bool,
}

struct Search<'a> {
    known: &'a HashMap<String, Function>,
    text: Text<'a>,
    groups: Vec<Group>,
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_block(&mut self, block: &'ast Block) {
        let mut group: Vec<Member<'_>> = Vec::new();
        for statement in &block.stmts {
            let member = self.member(statement);
            let joins = member.as_ref().is_some_and(|it| group.iter().all(|earlier| joins(it, earlier)));
            if !joins {
                let done = self.close(&group);
                self.groups.extend(done);
                group.clear();
            }
            group.extend(member);
        }
        let done = self.close(&group);
        self.groups.extend(done);
        visit::visit_block(self, block);
    }
}

fn joins(member: &Member<'_>, earlier: &Member<'_>) -> bool {
    member.error == earlier.error && is_free_of((&member.uses, &earlier.uses), &earlier.binds)
}

impl<'k> Search<'k> {
    fn member<'a>(&self, statement: &'a Stmt) -> Option<Member<'a>>
    where
        'k: 'a,
    {
        let (value, pattern, gives) = match statement {
            Stmt::Expr(value, semicolon) => (value, None, semicolon.is_none()),
            Stmt::Local(local) if local.attrs.is_empty() => {
                let init = local.init.as_ref().filter(|it| it.diverge.is_none())?;
                (&*init.expr, Some(&local.pat), false)
            }
            _ => return None,
        };
        let (awaited, hands_on) = match value {
            Expr::Await(it) => (it, false),
            Expr::Try(it) => match &*it.expr {
                Expr::Await(it) => (it, true),
                _ => return None,
            },
            _ => return None,
        };
        let ExprAwait { base, await_token, .. } = awaited;
        let Expr::Call(call) = &**base else { return None };
        let (name, uses) = argument_names(call, &|name| self.known.contains_key(name))?;
        let function = self.known.get(&name)?;
        let error = if hands_on { Some(function.error.as_deref()?) } else { None };
        let binds = pattern.map_or(Some(Vec::new()), bound)?;
        // Without arguments and result it is awaited for what it does, of which nothing is known.
        if binds.is_empty() && call.args.is_empty() {
            return None;
        }
        let statement = self.text.range(statement.span());
        let gives = gives && (hands_on || !function.is_unit);
        Some(Member {
            place: Place::of(await_token.span),
            uses,
            binds,
            error,
            call,
            pattern,
            statement,
            gives,
        })
    }

    fn close(&self, group: &[Member<'_>]) -> Option<Group> {
        if group.len() < 2 {
            return None;
        }
        let awaits = group.iter().map(|it| (it.place.line, it.place.column)).collect();
        Some(Group { awaits, rewrite: self.rewrite(group) })
    }

    fn rewrite(&self, group: &[Member<'_>]) -> Option<Rewrite> {
        let (first, last) = (group.first()?, group.last()?);
        let mut names: Vec<&String> = group.iter().flat_map(|it| &it.binds).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        let lends = group.iter().any(|it| it.call.args.iter().any(lends_a_temporary));
        if last.gives || lends || names.len() < all {
            return None;
        }
        let range = first.statement.start..last.statement.end;
        let text = self.text.gathered(group);
        Some(Rewrite { from: self.text.place(range.start), to: self.text.place(range.end), text })
    }
}

/// Whether an argument borrows what would be gone before the gathered futures are done.
fn lends_a_temporary(argument: &Expr) -> bool {
    fn is_place(expr: &Expr) -> bool {
        match expr {
            Expr::Path(_) | Expr::Lit(_) => true,
            Expr::Field(it) => is_place(&it.base),
            Expr::Paren(it) => is_place(&it.expr),
            Expr::Reference(it) => is_place(&it.expr),
            Expr::Array(it) => it.elems.iter().all(|it| matches!(it, Expr::Lit(_))),
            _ => false,
        }
    }
    match argument {
        Expr::Reference(it) => !is_place(&it.expr),
        Expr::Tuple(it) => it.elems.iter().any(lends_a_temporary),
        Expr::Array(it) => it.elems.iter().any(lends_a_temporary),
        Expr::Paren(it) => lends_a_temporary(&it.expr),
        _ => false,
    }
}

/// The longest line that is written.
const WIDTH: usize = 90;

/// A text with its lines.
struct Text<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Text<'a> {
    fn new(source: &'a str) -> Self {
        let ends = source.match_indices('\n').map(|it| it.0 + 1);
        Text { source, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The bytes of a stretch of the text.
    fn range(&self, span: proc_macro2::Span) -> Range<usize> {
        self.byte(span.start())..self.byte(span.end())
    }

    fn byte(&self, at: proc_macro2::LineColumn) -> usize {
        let start = self.starts.get(at.line.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let rest = &self.source[start..];
        start + rest.char_indices().nth(at.column).map_or(rest.len(), |it| it.0)
    }

    /// The line and the column of a byte.
    fn place(&self, byte: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|it| *it <= byte).max(1);
        let column = self.source[self.starts[line - 1]..byte].chars().count() + 1;
        (line as u32, column as u32)
    }

    fn of(&self, node: &impl syn::spanned::Spanned) -> &'a str {
        &self.source[self.range(node.span())]
    }

    /// The white space at the start of the line of a byte.
    fn indentation(&self, byte: usize) -> &'a str {
        let (line, _) = self.place(byte);
        let text = &self.source[self.starts[line as usize - 1]..];
        &text[..text.find(|it: char| it != ' ' && it != '\t').unwrap_or(text.len())]
    }

    /// Writes a group as one statement.
    fn gathered(&self, group: &[Member<'_>]) -> String {
        let falls = group.iter().any(|it| it.error.is_some());
        let home =
            ["tokio", "trpl", "futures"].into_iter().find(|it| self.source.contains(&format!("{it}::")));
        let name = if falls { "try_join" } else { "join" };
        let head = format!("{}{}::{name}!(", self.bindings(group), home.unwrap_or("futures"));
        let tail = if falls { ")?;" } else { ");" };
        let start = group.first().map_or(0, |it| it.statement.start);
        let indentation = self.indentation(start);
        let calls: Vec<&str> = group.iter().map(|it| self.of(it.call)).collect();
        let gaps: Vec<&str> =
            group.windows(2).map(|it| &self.source[it[0].statement.end..it[1].statement.start]).collect();
        let line = format!("{head}{}{tail}", calls.join(", "));
        let is_plain = gaps.iter().all(|it| it.trim().is_empty());
        if is_plain
            && group.len() < 3
            && !line.contains('\n')
            && indentation.len() + line.chars().count() <= WIDTH
        {
            return line;
        }
        let mut text = head;
        for (number, call) in calls.iter().enumerate() {
            text += &format!("\n{indentation}    {call},");
            let (beside, below) = gaps.get(number).and_then(|it| it.split_once('\n')).unwrap_or_default();
            if !beside.trim().is_empty() {
                text += &format!(" {}", beside.trim());
            }
            for comment in below.lines().map(str::trim).filter(|it| !it.is_empty()) {
                text += &format!("\n{indentation}    {comment}");
            }
        }
        format!("{text}\n{indentation}{tail}")
    }

    /// Writes what gives names to the results, if there are names.
    fn bindings(&self, group: &[Member<'_>]) -> String {
        if group.iter().all(|it| it.binds.is_empty()) {
            return String::new();
        }
        let (mut patterns, mut types, mut has_types) = (Vec::new(), Vec::new(), false);
        for member in group {
            let (pattern, kind) = match member.pattern {
                Some(Pat::Type(it)) => (self.of(&it.pat), Some(self.of(&it.ty))),
                Some(it) => (self.of(it), None),
                None => ("_", None),
            };
            patterns.push(pattern);
            types.push(kind.unwrap_or("_"));
            has_types |= kind.is_some();
        }
        let types = if has_types { format!(": ({})", types.join(", ")) } else { String::new() };
        format!("let ({}){types} = ", patterns.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    const FUNCTIONS: &str = "
async fn a(n: u32) {}
async fn b(n: &u32) -> u32 { 1 }
async fn e(n: u32) -> Result<u32, Error> { Ok(n) }
async fn o(n: u32) -> Result<u32, Other> { Ok(n) }
async fn s(t: &str) {}
use tokio::time;
";

    /// Compares what becomes of the body of a function.
    #[track_caller]
    fn check(body: &str, expected: &Expect) {
        let source = format!("async fn f() -> Result<(), Error> {{\n{body}\n}}\n{FUNCTIONS}");
        let text = Text::new(&source);
        let mut out = String::new();
        for group in gather(&source) {
            out += &format!("{:?}\n", group.awaits);
            let Some(Rewrite { from, to, text: new }) = group.rewrite else {
                out += "no rewrite\n";
                continue;
            };
            let byte = |(line, column): (u32, u32)| {
                text.byte(proc_macro2::LineColumn { line: line as usize, column: column as usize - 1 })
            };
            let changed = format!("{}{new}{}", &source[..byte(from)], &source[byte(to)..]);
            syn::parse_file(&changed).expect("it is a program still");
            let end = changed.find("\n}\n").unwrap();
            out += &format!("{}\n", &changed["async fn f() -> Result<(), Error> {\n".len()..end]);
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn results_get_their_names_in_one_pattern() {
        check(
            "    let x = b(&1).await;\n    let y: u32 = b(&2).await;",
            &expect![[r#"
            [(2, 19), (3, 24)]
                let (x, y): (_, u32) = tokio::join!(b(&1), b(&2));
        "#]],
        );
    }

    #[test]
    fn many_stand_one_below_another_with_what_was_written_between() {
        check(
            "    s(\"a.pdf\").await; // the small one\n    // and then\n    s(\"b.pdf\").await;\n    s(\"c.pdf\").await;",
            &expect![[r#"
                [(2, 16), (4, 16), (5, 16)]
                    tokio::join!(
                        s("a.pdf"), // the small one
                        // and then
                        s("b.pdf"),
                        s("c.pdf"),
                    );
            "#]],
        );
    }

    #[test]
    fn errors_of_one_type_are_handed_on_together() {
        check(
            "    let x = e(1).await?;\n    e(2).await?;",
            &expect![[r#"
            [(2, 18), (3, 10)]
                let (x, _) = tokio::try_join!(e(1), e(2))?;
        "#]],
        );
        check("    let x = e(1).await?;\n    let y = o(2).await?;", &expect![""]);
        check("    let x = e(1).await?;\n    let y = e(2).await;", &expect![""]);
    }

    #[test]
    fn what_cannot_be_said_is_not_offered() {
        check(
            "    let x = b(&1).await;\n    let x = b(&2).await;",
            &expect![[r#"
            [(2, 19), (3, 19)]
            no rewrite
        "#]],
        );
        check(
            "    let x = b(&(1 + n)).await;\n    let y = b(&2).await;",
            &expect![[r#"
            [(2, 25), (3, 19)]
            no rewrite
        "#]],
        );
        check(
            "    a(1).await;\n    e(2).await",
            &expect![[r#"
            [(2, 10), (3, 10)]
            no rewrite
        "#]],
        );
    }

    #[test]
    fn names_that_may_mean_something_else_are_left_alone() {
        check("    let a = g;\n    a(1).await;\n    a(2).await;", &expect![""]);
        check("    let x = b(&1).await;\n    a(x).await;", &expect![""]);
        assert_eq!(gather("async fn a( {"), []);
    }
}
