//! The interpreter's own tree: what is left of a program when names are resolved, macros expanded and sugar is gone.

mod expr;
mod extended;
mod format;
mod item;
mod lang;
mod modules;
mod operator;
mod pattern;
mod ty;
mod untold;
mod walk;

pub use expr::*;
pub use format::*;
pub use item::*;
pub use lang::*;
pub use operator::*;
pub use pattern::*;
pub use ty::*;

/// Makes a number that stands for a thing of one kind.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as an index.
            #[inline(always)]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A body that can be called: a function, a closure, an async block, the value of a constant.
    FnId,
    /// A struct or an enum.
    AdtId,
    /// A trait.
    TraitId,
    /// An `impl` block.
    ImplId,
    /// A `const` or a `static`.
    GlobalId,
    /// A module.
    ModuleId,
    /// A variable of one body.
    LocalId,
    /// An expression of one body.
    ExprId,
    /// A place in an enclosing body's loops and labelled blocks, that `break` and `continue` lead to.
    LabelId,
}
