//! Awaits that follow each other though none needs another: they could be gathered.
//!
//! Only what is plain to see counts. A member of a group is a statement `f(..).await;` with arguments, or
//! `let name = f(..).await;`, where `f` is an `async fn` of the program. The members of a group follow each other directly in one block. None
//! uses what an earlier one gave, and no variable goes into two of them: through it they might well be connected.

use crate::pass::Pass;
use crate::place::Place;
use std::collections::HashSet;
use syn::ext::IdentExt as _;
use syn::{Expr, ExprAwait, ExprCall, Pat, Stmt};

/// Methods that do nothing but copy what they are called on.
const COPIES: &[&str] = &["clone", "to_owned", "to_string"];

/// One await of a group.
struct Member {
    place: Place,
    /// The variables that its arguments mention.
    uses: HashSet<String>,
    /// The variables that it gives a value.
    binds: Vec<String>,
}

impl Pass {
    /// Finds the groups among the statements of one block.
    pub(crate) fn independent_awaits(&mut self, statements: &[Stmt]) {
        let mut group = Vec::new();
        for statement in statements {
            let member = self.member(statement);
            let frees = |it: &Member, earlier: &Member| is_free_of((&it.uses, &earlier.uses), &earlier.binds);
            let joins = member.as_ref().is_some_and(|it| group.iter().all(|earlier| frees(it, earlier)));
            if !joins {
                self.close(&group);
                group.clear();
            }
            group.extend(member);
        }
        self.close(&group);
    }

    fn close(&mut self, group: &[Member]) {
        if group.len() > 1 {
            self.independent.push(group.iter().map(|it| (it.place.line, it.place.column)).collect());
        }
    }

    fn member(&self, statement: &Stmt) -> Option<Member> {
        let (awaited, binds) = match statement {
            Stmt::Expr(Expr::Await(it), _) => (it, Vec::new()),
            Stmt::Local(local) if local.attrs.is_empty() => {
                let init = local.init.as_ref().filter(|it| it.diverge.is_none())?;
                let Expr::Await(awaited) = &*init.expr else { return None };
                (awaited, bound(&local.pat)?)
            }
            _ => return None,
        };
        let Expr::Call(call) = &*awaited.base else { return None };
        let (_, uses) = argument_names(call, &|name| self.scopes.is_async_fn(name))?;
        // Without arguments and result it is awaited for what it does, of which nothing is known.
        if binds.is_empty() && !has_arguments(awaited) {
            return None;
        }
        Some(Member { place: Place::of(awaited.await_token.span), uses, binds })
    }
}

/// Returns the name of the `async fn` that is called and the variables in its arguments; `None` if there is more to the
/// call than that.
pub(crate) fn argument_names(
    call: &ExprCall,
    is_async_fn: &dyn Fn(&str) -> bool,
) -> Option<(String, HashSet<String>)> {
    let Expr::Path(func) = &*call.func else { return None };
    let name = func.path.get_ident()?.unraw().to_string();
    let mut uses = HashSet::new();
    let plain = is_async_fn(&name) && call.args.iter().all(|it| is_plain(it, &mut uses));
    plain.then_some((name, uses))
}

fn has_arguments(awaited: &ExprAwait) -> bool {
    matches!(&*awaited.base, Expr::Call(call) if !call.args.is_empty())
}

/// Whether what one uses has nothing to do with what an earlier one uses and gives a value.
pub(crate) fn is_free_of((uses, earlier): (&HashSet<String>, &HashSet<String>), binds: &[String]) -> bool {
    uses.is_disjoint(earlier) && !binds.iter().any(|it| uses.contains(it))
}

/// The names that a pattern binds; `None` if it is not a simple one.
pub(crate) fn bound(pattern: &Pat) -> Option<Vec<String>> {
    match pattern {
        Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => {
            Some(vec![it.ident.unraw().to_string()])
        }
        Pat::Wild(_) => Some(Vec::new()),
        Pat::Type(it) => bound(&it.pat),
        Pat::Tuple(it) => Some(it.elems.iter().map(bound).collect::<Option<Vec<_>>>()?.concat()),
        _ => None,
    }
}

/// Whether computing a value does nothing but compute it; notes the variables in it.
fn is_plain(expr: &Expr, uses: &mut HashSet<String>) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(it) => {
            let local = it.path.get_ident().map(|it| it.unraw().to_string());
            uses.extend(local.filter(|it| !is_constant(it)));
            it.qself.is_none()
        }
        Expr::Reference(it) => it.mutability.is_none() && is_plain(&it.expr, uses),
        Expr::Unary(it) => is_plain(&it.expr, uses),
        Expr::Binary(it) => is_plain(&it.left, uses) && is_plain(&it.right, uses),
        Expr::Paren(it) => is_plain(&it.expr, uses),
        Expr::Cast(it) => is_plain(&it.expr, uses),
        Expr::Field(it) => is_plain(&it.base, uses),
        Expr::Tuple(it) => it.elems.iter().all(|it| is_plain(it, uses)),
        Expr::Array(it) => it.elems.iter().all(|it| is_plain(it, uses)),
        Expr::MethodCall(it) => {
            let copies = COPIES.contains(&it.method.to_string().as_str()) && it.args.is_empty();
            copies && is_plain(&it.receiver, uses)
        }
        _ => false,
    }
}

/// Whether a name is spelt as those of constants are, whose values nobody changes.
fn is_constant(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::instrument;
    use expect_test::{Expect, expect};

    /// Compares the groups found in `main`, whose body starts on line 1: one line each.
    #[track_caller]
    fn check(body: &str, expected: &Expect) {
        let source = format!(
            "#[tokio::main] async fn main() {{\n{body}\n}}\n\
             async fn a(n: u32) {{}} async fn b(n: &u32) -> u32 {{}} async fn c(n: &mut u32) -> u32 {{}} async fn d() -> u32 {{}}\n\
             fn plain(n: u32) -> Sleep {{}}"
        );
        let groups = instrument(&source).unwrap().independent;
        expected.assert_eq(&groups.iter().map(|it| format!("{it:?}\n")).collect::<String>());
    }

    #[test]
    fn awaits_that_share_nothing_are_independent() {
        check("a(1).await;\na(2).await;\na(3).await", &expect!["[(2, 6), (3, 6), (4, 6)]\n"]);
        check("let x = b(&1).await;\nlet (y, _) = b(&LIMIT).await;", &expect!["[(2, 15), (3, 24)]\n"]);
        check(
            "let (m, n) = (1, 2);\nlet x = b(&m).await;\na(n.clone() + 1).await;",
            &expect!["[(3, 15), (4, 18)]\n"],
        );
    }

    #[test]
    fn groups_do_not_reach_over_other_statements_nor_out_of_their_block() {
        check("a(1).await;\nprintln!();\na(2).await;", &expect![""]);
        check("a(1).await;\n{ a(2).await; }\nif x { a(3).await; }", &expect![""]);
        check(
            "a(1).await;\na(2).await;\nf();\na(3).await;\na(4).await;",
            &expect!["[(2, 6), (3, 6)]\n[(5, 6), (6, 6)]\n"],
        );
        check("loop {\na(1).await;\na(2).await;\n}", &expect!["[(3, 6), (4, 6)]\n"]);
    }

    #[test]
    fn what_an_earlier_one_gave_is_not_free_to_be_used() {
        check("let x = b(&1).await;\na(x).await;", &expect![""]);
        check(
            "let x = b(&1).await;\nlet y = b(&x).await;\nlet z = b(&2).await;",
            &expect![[r#"
            [(3, 15), (4, 15)]
        "#]],
        );
    }

    #[test]
    fn a_variable_in_two_of_them_may_connect_them() {
        check("a(x).await;\na(x).await;", &expect![""]);
        check("b(&account).await;\nb(&account).await;", &expect![""]);
        check("a(me.x).await;\na(me.y).await;", &expect![""]);
        check("a(sender.clone()).await;\na(sender).await;", &expect![""]);
    }

    #[test]
    fn what_may_do_something_on_the_way_is_left_out() {
        check("c(&mut x).await;\nc(&mut y).await;", &expect![""]);
        check("a(next()).await;\na(next()).await;", &expect![""]);
        check("a(list.pop()).await;\na(2).await;", &expect![""]);
        check("let x = b(&1).await?;\nlet y = b(&2).await?;", &expect![""]);
        check("d().await;\nd().await;", &expect![""]);
        check("let x = d().await;\nlet y = d().await;", &expect!["[(2, 13), (3, 13)]\n"]);
        check("let Some(x) = b(&1).await else { return };\na(2).await;", &expect![""]);
    }

    #[test]
    fn only_async_fns_of_the_program_are_known_well_enough() {
        check("plain(1).await;\nplain(2).await;", &expect![""]);
        check("tokio::time::sleep(x).await;\ntokio::time::sleep(y).await;", &expect![""]);
        check("client.get(1).await;\nclient.get(2).await;", &expect![""]);
        check("x.await;\ny.await;", &expect![""]);
    }
}
