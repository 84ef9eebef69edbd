//! Pieces are where `syn` finds their tokens.

use super::*;
use quote::ToTokens;
use syn::visit::{self, Visit};

#[derive(Default)]
struct Compared {
    count: usize,
    differences: Vec<String>,
}

impl Compared {
    fn compare(&mut self, piece: &(impl Spanned + ToTokens)) {
        let (ours, tokens) = (piece.span(), &piece.to_token_stream());
        let theirs = syn::spanned::Spanned::span(tokens);
        let place = |it: proc_macro2::Span| format!("{:?}-{:?}", it.start(), it.end());
        self.count += 1;
        if place(ours) != place(theirs) {
            self.differences.push(format!("{} | {}: {tokens}", place(ours), place(theirs)));
        }
    }
}

impl<'ast> Visit<'ast> for Compared {
    fn visit_expr(&mut self, it: &'ast syn::Expr) {
        // Attributes are no part of it here.
        if !it.to_token_stream().to_string().starts_with('#') {
            self.compare(it);
        }
        visit::visit_expr(self, it);
    }

    fn visit_pat(&mut self, it: &'ast syn::Pat) {
        self.compare(it);
        visit::visit_pat(self, it);
    }

    fn visit_type(&mut self, it: &'ast syn::Type) {
        self.compare(it);
        visit::visit_type(self, it);
    }

    fn visit_path(&mut self, it: &'ast syn::Path) {
        self.compare(it);
        visit::visit_path(self, it);
    }

    fn visit_type_param_bound(&mut self, it: &'ast syn::TypeParamBound) {
        self.compare(it);
        visit::visit_type_param_bound(self, it);
    }

    fn visit_member(&mut self, it: &'ast syn::Member) {
        self.compare(it);
    }

    fn visit_un_op(&mut self, it: &'ast syn::UnOp) {
        self.compare(it);
    }
}

#[test]
fn pieces_are_where_their_tokens_are() {
    let rare = RARE.iter().map(|it| (PathBuf::from("rare"), format!("fn main() {{ {it}; }}")));
    let mut compared = Compared::default();
    for (path, text) in texts().into_iter().chain(rare) {
        let Ok(tokens) = TokenStream::from_str(&without_shebang(&text)) else { continue };
        if too_deep(&tokens, 0).is_some() {
            continue;
        }
        if let Ok(file) = whole(tokens, Input::file) {
            compared.visit_file(&file);
        }
        assert!(compared.differences.is_empty(), "{}: {}", path.display(), compared.differences.join("\n"));
    }
    assert!(compared.count > 100_000, "{}", compared.count);
}

/// Expressions that are rare in the project.
const RARE: [&str; 12] = [
    "let a = <Vec<u8> as Default>::default()",
    "'a: loop { break 'a; }",
    "'a: { break 'a 1 }",
    "..",
    "a..=b",
    "let f: for<'a> unsafe extern \"C\" fn(&'a u8) -> u8 = g",
    "async move |x: &dyn Fn(u8) -> u8| -> u8 { x(1) }",
    "let A | B(.., 1..=2) | C { x: ref mut y @ 3.., .. } = z else { return }",
    "&raw const x",
    "let x: &(dyn Fn() + Send + 'static) = &f",
    "const { 1 }",
    "let f: impl ?Sized + for<'a> Fn(&'a u8) = g",
];
