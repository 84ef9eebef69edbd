//! Attributes of expressions.

use syn::{Attribute, Expr};

/// Puts attributes before those that an expression has.
pub(in crate::parse) fn attach(expr: &mut Expr, mut attrs: Vec<Attribute>) {
    if attrs.is_empty() {
        return;
    }
    if let Some(own) = attributes(expr) {
        attrs.append(own);
        *own = attrs;
    }
}

/// The attributes of whatever expression it is.
macro_rules! attributes {
    ($($name:ident)*) => {
        fn attributes(expr: &mut Expr) -> Option<&mut Vec<Attribute>> {
            Some(match expr {
                $(Expr::$name(it) => &mut it.attrs,)*
                _ => return None,
            })
        }
    };
}

attributes! {
    Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index Infer
    Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple
    Unary Unsafe While Yield
}
