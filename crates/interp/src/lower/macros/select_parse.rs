//! The grammars of `select!`.

use crate::parse::{Input, Word};
use syn::{Expr, Pat};

/// Takes `biased;`.
pub(super) fn biased(input: &mut Input) -> bool {
    if !input.is_name(0) || !input.is(1, ";") {
        return false;
    }
    let mark = input.mark();
    let is_there = input.name() == "biased";
    match is_there {
        true => drop(input.semicolon()),
        false => input.back(mark),
    }
    is_there
}

/// A branch: `pattern = future, if condition => handler`.
pub(super) struct Branch {
    pub(super) pat: Pat,
    pub(super) future: Expr,
    pub(super) condition: Option<Expr>,
    pub(super) handler: Expr,
}

/// What is in a `select!` of tokio.
pub(super) struct Select {
    pub(super) biased: bool,
    pub(super) branches: Vec<Branch>,
    pub(super) otherwise: Option<Expr>,
}

impl Select {
    pub(super) fn read(input: &mut Input) -> Self {
        let mut select = Select { biased: biased(input), branches: Vec::new(), otherwise: None };
        while !input.is_empty() {
            if input.take_word(Word::Else).is_some() {
                input.punct::<2>("=>");
                select.otherwise = Some(handler(input));
                continue;
            }
            let pat = input.pattern();
            input.punct::<1>("=");
            let future = input.expr();
            let mut condition = None;
            if input.take::<1>(",").is_some() {
                input.keyword(Word::If);
                condition = Some(input.expr());
            }
            input.punct::<2>("=>");
            select.branches.push(Branch { pat, future, condition, handler: handler(input) });
        }
        select
    }
}

/// What is in a `select!` of the futures crate.
pub(super) struct FuturesSelect {
    pub(super) branches: Vec<Branch>,
    pub(super) complete: Option<Expr>,
    pub(super) default: Option<Expr>,
}

impl FuturesSelect {
    pub(super) fn read(input: &mut Input) -> Self {
        let mut select = FuturesSelect { branches: Vec::new(), complete: None, default: None };
        while !input.is_empty() {
            if input.is_name(0) && input.is(1, "=>") {
                let word = input.name();
                input.punct::<2>("=>");
                let handler = handler(input);
                if word == "complete" {
                    select.complete = Some(handler);
                } else if word == "default" {
                    select.default = Some(handler);
                } else {
                    input.fail("expected `pattern = future => ..`, `complete` or `default`");
                }
                continue;
            }
            let pat = input.pattern();
            input.punct::<1>("=");
            let future = input.expr();
            input.punct::<2>("=>");
            select.branches.push(Branch { pat, future, condition: None, handler: handler(input) });
        }
        select
    }
}

/// A handler: a block without a comma, or an expression with one, but for the last.
fn handler(input: &mut Input) -> Expr {
    let ends_behind_braces = input.is_brace(0) && !input.is(1, ".") && !input.is(1, "?");
    let expr = if ends_behind_braces {
        Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block: input.block() })
    } else {
        input.statement_expr()
    };
    input.take::<1>(",");
    expr
}
