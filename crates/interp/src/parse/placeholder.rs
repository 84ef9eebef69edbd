//! What is made of nothing, when something was wrong: nobody sees it.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, ForeignItem, ImplItem, Item, Lifetime, LitStr, Member, Pat, Path, TraitItem, Type};

/// Can be made of nothing.
pub(crate) trait Placeholder {
    /// Makes it.
    fn placeholder() -> Self;
}

impl Placeholder for Ident {
    fn placeholder() -> Self {
        Ident::new("_", Span::call_site())
    }
}

impl Placeholder for Lifetime {
    fn placeholder() -> Self {
        Lifetime { apostrophe: Span::call_site(), ident: Ident::placeholder() }
    }
}

impl Placeholder for LitStr {
    fn placeholder() -> Self {
        LitStr::new("", Span::call_site())
    }
}

impl Placeholder for Path {
    fn placeholder() -> Self {
        Path::from(Ident::placeholder())
    }
}

impl Placeholder for Member {
    fn placeholder() -> Self {
        Member::Named(Ident::placeholder())
    }
}

/// What has a place for tokens that mean nothing.
macro_rules! verbatim {
    ($($name:ident)*) => {
        $(
            impl Placeholder for $name {
                fn placeholder() -> Self {
                    $name::Verbatim(TokenStream::new())
                }
            }
        )*
    };
}

verbatim! { Expr ForeignItem ImplItem Item Pat TraitItem Type }
