//! The names of the spans of functions. The rule stands in the documentation of the crate; the interpreter follows it too.

use crate::emit;
use crate::pass::Pass;
use syn::{Expr, FnArg, Ident, Item, Pat, Signature, Type, ext::IdentExt as _, parse_quote};

/// How many arguments a name shows.
const MAX_SHOWN: usize = 3;

/// The function that the pass adds to a program that shows strings.
const CUT: &str = "__cut";

/// The longest string that is shown whole, in characters.
const MAX_TEXT: usize = 24;

/// Types of which an argument is shown, besides strings.
const SHOWN: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
    "u128", "usize", "Duration",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Text,
    Value,
    Not,
}

impl Pass {
    /// Returns an expression for the name of a function's span.
    pub(crate) fn function_name(&mut self, sig: &Signature) -> Expr {
        let name = sig.ident.unraw().to_string();
        let params: Vec<_> = sig
            .inputs
            .iter()
            .filter_map(|it| match it {
                FnArg::Receiver(_) => None,
                FnArg::Typed(it) => Some((plain_name(&it.pat), &*it.ty)),
            })
            .collect();
        if params.is_empty() {
            return emit::text(&name);
        }
        let mut slots = Vec::new();
        let mut values: Vec<Expr> = Vec::new();
        for (ident, ty) in params.iter().take(MAX_SHOWN) {
            match (ident, self.shown(ty)) {
                (Some(ident), Shown::Text) => {
                    slots.push("{:?}");
                    values.push(self.cut(ident));
                }
                (Some(ident), Shown::Value) => {
                    slots.push("{:?}");
                    values.push(parse_quote!(#ident));
                }
                _ => slots.push("…"),
            }
        }
        if values.is_empty() {
            return emit::text(&format!("{name}(…)"));
        }
        if params.len() > MAX_SHOWN {
            slots.push("…");
        }
        let format = emit::text(&format!("{name}({})", slots.join(", ")));
        parse_quote!(::std::format!(#format, #(#values),*))
    }

    fn cut(&mut self, ident: &Ident) -> Expr {
        self.cuts_strings = true;
        let cut = emit::ident(CUT);
        if self.depth == 0 {
            return parse_quote!(#cut(&#ident));
        }
        let root = self.root();
        parse_quote!(#(#root)::*::#cut(&#ident))
    }

    fn shown(&self, ty: &Type) -> Shown {
        let (is_reference, ty) = match ty {
            Type::Reference(it) if it.mutability.is_none() => (true, &*it.elem),
            other => (false, other),
        };
        let Type::Path(path) = ty else { return Shown::Not };
        let Some(last) = path.path.segments.last().filter(|it| it.arguments.is_none()) else {
            return Shown::Not;
        };
        let name = last.ident.to_string();
        if path.path.segments.len() == 1 && self.scopes.is_own(&name) {
            return Shown::Not;
        }
        match (name.as_str(), is_reference) {
            ("str", true) | ("String", _) => Shown::Text,
            (name, false) if SHOWN.contains(&name) => Shown::Value,
            _ => Shown::Not,
        }
    }
}

/// Returns the function that cuts strings, to be added to the program.
pub(crate) fn cut_function() -> Item {
    let cut = emit::ident(CUT);
    let limit = proc_macro2::Literal::usize_unsuffixed(MAX_TEXT);
    parse_quote! {
        fn #cut(text: &str) -> ::std::string::String {
            match text.char_indices().nth(#limit) {
                ::core::option::Option::Some((end, _)) => ::std::format!("{}…", &text[..end]),
                ::core::option::Option::None => text.to_owned(),
            }
        }
    }
}

/// Returns the name of a parameter that is a plain one.
pub(crate) fn plain_name(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(it) if it.by_ref.is_none() && it.subpat.is_none() => Some(&it.ident),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::pass::Pass;
    use expect_test::{Expect, expect};
    use quote::ToTokens as _;

    #[track_caller]
    fn check(items: &str, expected: &Expect) {
        let file: syn::File = syn::parse_str(items).unwrap();
        let mut pass = Pass::default();
        pass.scopes.enter_module(&file.items);
        let name = |item: &syn::Item| match item {
            syn::Item::Fn(it) => {
                pass.function_name(&it.sig).to_token_stream().to_string().replace(" , ", ", ") + "\n"
            }
            _ => String::new(),
        };
        expected.assert_eq(&file.items.iter().map(name).collect::<String>());
    }

    #[test]
    fn simple_arguments_are_shown() {
        check(
            "async fn sequential() {}
            async fn download(file: &str, ms: u64) {}
            async fn strings(a: String, b: &String, c: &'static str) {}
            async fn values(a: bool, mut b: char, c: std::time::Duration) {}",
            &expect![[r#"
                "sequential"
                :: std :: format ! ("download({:?}, {:?})", __cut (& file), ms)
                :: std :: format ! ("strings({:?}, {:?}, {:?})", __cut (& a), __cut (& b), __cut (& c))
                :: std :: format ! ("values({:?}, {:?}, {:?})", a, b, c)
            "#]],
        );
    }

    #[test]
    fn other_arguments_are_not() {
        check(
            "async fn one(client: &Client) {}
            async fn mixed(client: &Client, url: &str) {}
            async fn lent(n: &mut u32, m: &u32, s: &mut String) {}
            async fn many(a: u8, b: u8, c: u8, d: u8, e: u8) {}
            async fn late(a: A, b: A, c: A, d: u8) {}
            async fn patterns((a, b): (u8, u8), _: u8, ref c: u8) {}
            async fn generic<T>(t: T, o: Option<u8>) {}
            struct Duration;
            async fn own(d: Duration) {}",
            &expect![[r#"
                "one(…)"
                :: std :: format ! ("mixed(…, {:?})", __cut (& url))
                "lent(…)"
                :: std :: format ! ("many({:?}, {:?}, {:?}, …)", a, b, c)
                "late(…)"
                "patterns(…)"
                "generic(…)"
                "own(…)"
            "#]],
        );
    }
}
