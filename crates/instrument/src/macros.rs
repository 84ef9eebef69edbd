//! Macros: those of std and tokio are looked into, others must have nothing in them that matters.

mod opaque;
mod select;

use crate::awaits::take;
use crate::emit;
use crate::error::{self, Error};
use crate::pass::Pass;
use crate::paths::{self, Known};
use crate::place::{self, Place};
use crate::scope::Meaning;
use crate::uses::names;
use quote::{ToTokens as _, quote};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut as _;
use syn::{Expr, Macro, Pat, Token, spanned::Spanned as _};

/// How the tokens of a known macro are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Expressions, among them a format string, and `name = expression`.
    Expressions,
    /// Expressions, each of which is a branch; `biased;` may stand first.
    Branches,
    /// tokio's `select!`.
    Select,
    /// `vec![..]`, which may also be `value; length`.
    Vec,
    /// `matches!(expression, pattern if guard)`.
    Matches,
    /// Items, which must have nothing in them that matters.
    Items,
    /// No expressions that run.
    Constant,
}

/// The macros that are looked into, by the names of the crates that define them.
const MACROS: &[(Shape, &str, &[&str])] = &[
    (
        Shape::Expressions,
        "std",
        &[
            "print",
            "println",
            "eprint",
            "eprintln",
            "dbg",
            "format",
            "format_args",
            "write",
            "writeln",
            "panic",
            "assert",
            "assert_eq",
            "assert_ne",
            "debug_assert",
            "debug_assert_eq",
            "debug_assert_ne",
            "unreachable",
            "todo",
            "unimplemented",
            "pin::pin",
        ],
    ),
    (Shape::Branches, "tokio", &["join", "try_join"]),
    (Shape::Branches, "futures", &["join", "try_join"]),
    (Shape::Select, "tokio", &["select"]),
    (Shape::Items, "tokio", &["task_local"]),
    (Shape::Vec, "std", &["vec"]),
    (Shape::Matches, "std", &["matches"]),
    (
        Shape::Constant,
        "std",
        &[
            "stringify",
            "concat",
            "include_str",
            "include_bytes",
            "env",
            "option_env",
            "line",
            "column",
            "file",
            "module_path",
            "cfg",
            "compile_error",
        ],
    ),
];

impl Pass {
    /// Rewrites a macro call, and what is in it.
    pub(crate) fn macro_call(&mut self, mac: &mut Macro) {
        let written = names(&mac.path);
        let Some(path) = self.macro_path(&written, mac.path.leading_colon.is_some()) else {
            return self.opaque(mac, &written.join("::"));
        };
        let Some(shape) = shape(&path) else {
            return self.unknown(mac, &path);
        };
        let read = match shape {
            Shape::Constant => Ok(()),
            Shape::Items => {
                self.opaque(mac, &written.join("::"));
                Ok(())
            }
            Shape::Expressions => self.expressions(mac),
            Shape::Branches => self.branches(mac),
            Shape::Select => self.select(mac),
            Shape::Vec => self.vec(mac),
            Shape::Matches => self.matches(mac),
        };
        if let Err(error) = read {
            self.errors.extend(error::from_syn(&error));
        }
        if let Known::Item { target, .. } = paths::lookup(&path) {
            mac.path = emit::runtime_path(&target);
        }
    }

    /// Returns a macro's full path; `None` for one of the program or of a crate that the table does not know.
    fn macro_path(&self, written: &[String], absolute: bool) -> Option<Vec<String>> {
        if let [name] = written
            && self.scopes.is_own(&format!("{name}!"))
        {
            return None;
        }
        match self.scopes.resolve(written, absolute) {
            Meaning::Foreign { path, .. } => Some(path),
            Meaning::Own => {
                // Every program has std's macros.
                let path: Vec<_> = std::iter::once("std".to_owned()).chain(written.iter().cloned()).collect();
                (written.len() == 1 && shape(&path).is_some()).then_some(path)
            }
        }
    }

    /// Deals with a macro of a known crate that is not in the table.
    fn unknown(&mut self, mac: &Macro, path: &[String]) {
        match paths::lookup(path) {
            Known::Missing { length, hint } => {
                self.missing(Place::of(mac.path.span()), &path[..length], hint);
            }
            _ => self.opaque(mac, &path.join("::")),
        }
    }

    /// Reports what cannot be carried over because it stands in a macro that cannot be looked into.
    pub(crate) fn opaque(&mut self, mac: &Macro, name: &str) {
        let Some((place, what)) = opaque::search(mac.tokens.clone()) else { return };
        let message = format!("`{what}` in the macro `{name}!` cannot be recorded");
        self.errors.push(Error::new(place, message, "write it outside of the macro"));
    }

    fn expressions(&mut self, mac: &mut Macro) -> syn::Result<()> {
        let mut list = list.parse2(mac.tokens.clone())?;
        list.iter_mut().for_each(|it| self.visit_expr_mut(it));
        mac.tokens = list.into_token_stream();
        Ok(())
    }

    fn branches(&mut self, mac: &mut Macro) -> syn::Result<()> {
        let parse = |input: ParseStream<'_>| Ok((select::biased(input)?, list(input)?));
        let (biased, mut branches) = parse.parse2(mac.tokens.clone())?;
        branches.iter_mut().for_each(|it| self.branch(it));
        let biased = biased.then(|| quote!(biased;));
        mac.tokens = quote!(#biased #branches);
        Ok(())
    }

    /// Marks the operand of `join!` and its kin.
    fn branch(&mut self, operand: &mut Expr) {
        let place = Place::of(operand.span());
        let text = place::text(operand.span());
        self.visit_expr_mut(operand);
        let future = take(operand);
        *operand = emit::record("branch_as", [emit::text(&text)], place, future);
    }

    fn vec(&mut self, mac: &mut Macro) -> syn::Result<()> {
        let repeat = |input: ParseStream<'_>| {
            let value: Expr = input.parse()?;
            let semi: Token![;] = input.parse()?;
            Ok((value, semi, input.parse::<Expr>()?))
        };
        let Ok((mut value, semi, mut length)) = repeat.parse2(mac.tokens.clone()) else {
            return self.expressions(mac);
        };
        self.visit_expr_mut(&mut value);
        self.visit_expr_mut(&mut length);
        mac.tokens = quote!(#value #semi #length);
        Ok(())
    }

    fn matches(&mut self, mac: &mut Macro) -> syn::Result<()> {
        let parse = |input: ParseStream<'_>| {
            let value: Expr = input.parse()?;
            input.parse::<Token![,]>()?;
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = input.parse::<Option<Token![if]>>()?.map(|_| input.parse::<Expr>()).transpose()?;
            input.parse::<Option<Token![,]>>()?;
            Ok((value, pat, guard))
        };
        let (mut value, mut pat, mut guard) = parse.parse2(mac.tokens.clone())?;
        self.visit_expr_mut(&mut value);
        self.visit_pat_mut(&mut pat);
        guard.iter_mut().for_each(|it| self.visit_expr_mut(it));
        let guard = guard.map(|it| quote!(if #it));
        mac.tokens = quote!(#value, #pat #guard);
        Ok(())
    }
}

fn list(input: ParseStream<'_>) -> syn::Result<Punctuated<Expr, Token![,]>> {
    Punctuated::parse_terminated(input)
}

fn shape(path: &[String]) -> Option<Shape> {
    let (krate, name) = path.split_first()?;
    let krate = paths::crate_name(krate);
    let name = name.join("::");
    MACROS.iter().find(|it| it.1 == krate && it.2.contains(&name.as_str())).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::{check, check_errors};
    use expect_test::expect;

    #[test]
    fn branches_of_join_are_marked() {
        check(
            "use tokio::try_join;
            async fn main() {
                let (a, b) = tokio::join!(download(\"a.pdf\"), async { 1 });
                try_join!(biased; first(), second(),)?;
                futures::join!(x);
            }",
            &expect![[r#"
                use ::meanwhile_runtime::try_join;
                async fn main() {
                    let (a, b) = ::meanwhile_runtime::join!(
                        ::meanwhile_runtime::record::branch_as("download(\"a.pdf\")", 3, 43,
                        download("a.pdf")), ::meanwhile_runtime::record::branch_as("async { 1 }", 3, 62,
                        ::meanwhile_runtime::record::block(3, 62, async { 1 }))
                    );
                    ::meanwhile_runtime::try_join!(
                        biased; ::meanwhile_runtime::record::branch_as("first()", 4, 35, first()),
                        ::meanwhile_runtime::record::branch_as("second()", 4, 44, second()),
                    )?;
                    ::meanwhile_runtime::join!(::meanwhile_runtime::record::branch_as("x", 5, 32, x));
                }
            "#]],
        );
    }

    #[test]
    fn arguments_of_std_macros_are_looked_into() {
        check(
            "async fn main() {
                println!(\"{} {name} {x}\", fetch(1).await, x = fetch(2).await);
                let all = vec![fetch(1).await; 3];
                let some = vec![async { 1 }, async { 2 }];
                assert!(matches!(fetch(1).await, Ok(n) | Err(n) if n == fetch(2).await));
                std::eprintln!();
                let pinned = std::pin::pin!(fetch(3));
            }",
            &expect![[r#"
                async fn main() {
                    ::meanwhile_runtime::println!(
                        "{} {name} {x}", ::meanwhile_runtime::record::awaited_as("fetch(1)", 2, 52,
                        fetch(1)). await, x = ::meanwhile_runtime::record::awaited_as("fetch(2)", 2, 72,
                        fetch(2)). await
                    );
                    let all = vec![
                        ::meanwhile_runtime::record::awaited_as("fetch(1)", 3, 41, fetch(1)). await; 3
                    ];
                    let some = vec![
                        ::meanwhile_runtime::record::block(4, 33, async { 1 }),
                        ::meanwhile_runtime::record::block(4, 46, async { 2 })
                    ];
                    assert!(
                        matches!(::meanwhile_runtime::record::awaited_as("fetch(1)", 5, 43, fetch(1)).
                        await, Ok(n) | Err(n) if n == ::meanwhile_runtime::record::awaited_as("fetch(2)",
                        5, 82, fetch(2)). await)
                    );
                    ::meanwhile_runtime::eprintln!();
                    let pinned = std::pin::pin!(fetch(3));
                }
            "#]],
        );
    }

    #[test]
    fn other_macros_stay() {
        check(
            "macro_rules! square { ($n:expr) => { $n * $n } }
            fn f() { square!(g(2)); stringify!(x.await); serde_json::json!({ \"a\": 1 }); }",
            &expect![[r#"
                macro_rules! square {
                    ($n:expr) => {
                        $n * $n
                    };
                }
                fn f() {
                    square!(g(2));
                    stringify!(x. await);
                    serde_json::json!({ "a" : 1 });
                }
            "#]],
        );
    }

    #[test]
    fn what_matters_in_other_macros_is_an_error() {
        check_errors(
            "macro_rules! say { ($n:expr) => { println!(\"{}\", $n) } }
            async fn f() {
                say!(g(2).await);
                json!({ \"a\": tokio::time::sleep(d) });
                futures::select!(x);
                println!(\"{}\" 1);
            }",
            &expect![[r#"
                1:35: `println` in the macro `say!` cannot be recorded -> write it outside of the macro
                3:27: `await` in the macro `say!` cannot be recorded -> write it outside of the macro
                4:30: `tokio` in the macro `json!` cannot be recorded -> write it outside of the macro
                5:17: `futures::select` is not available in the browser runtime -> use `tokio::select!`
                6:31: expected `,`
            "#]],
        );
    }
}
