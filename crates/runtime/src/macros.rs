//! The macros, with the syntax of tokio's and std's.

mod branches;
mod join;
mod print;
mod select;

/// Pins futures to the stack, as `tokio::pin!` does: `pin!(a, b)`, or `pin! { let a = future(); }`.
#[macro_export]
macro_rules! pin {
    ($($name:ident),* $(,)?) => {
        $(
            #[allow(unused_mut)]
            let mut $name = ::std::pin::pin!($name);
        )*
    };
    ($(let $name:ident = $init:expr;)*) => {
        $(
            #[allow(unused_mut)]
            let mut $name = ::std::pin::pin!($init);
        )*
    };
}
