//! Awaiting several futures together.

/// Awaits several futures together, and returns the tuple of their outputs.
///
/// As tokio's: every poll polls all branches that are not ready, beginning with the next one each time, or with the
/// first under `biased;`.
///
/// ```
/// use meanwhile_runtime::{RunConfig, join, run_to_end};
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         assert_eq!(join!(async { 1 }, async { "two" }), (1, "two"));
///         Ok(())
///     })
/// });
/// ```
#[macro_export]
macro_rules! join {
    (biased; $($future:expr),* $(,)?) => { $crate::__join!(join biased [$($future,)*]) };
    ($($future:expr),* $(,)?) => { $crate::__join!(join rotating [$($future,)*]) };
}

/// Awaits several futures together, and returns the tuple of their values, or the first error; the other branches are
/// then dropped.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, try_join};
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         let result: Result<(i32, i32), &str> = try_join!(async { Ok(1) }, async { Err("no luck") });
///         assert_eq!(result, Err("no luck"));
///         Ok(())
///     })
/// });
/// ```
#[macro_export]
macro_rules! try_join {
    (biased; $($future:expr),* $(,)?) => { $crate::__join!(try_join biased [$($future,)*]) };
    ($($future:expr),* $(,)?) => { $crate::__join!(try_join rotating [$($future,)*]) };
}

/// Gives every branch its index, then writes the whole.
#[doc(hidden)]
#[macro_export]
macro_rules! __join {
    ($kind:ident $order:ident [$($future:expr,)*]) => {
        $crate::__join!(
            @number $kind $order [] []
            [$($future,)*]
            [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
             32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63]
        )
    };
    (@number $kind:ident $order:ident [$($done:tt)*] [$($mark:tt)*] [$future:expr, $($rest:expr,)*]
        [$index:tt $($indices:tt)*]) => {
        $crate::__join!(
            @number $kind $order [$($done)* ($index [$($mark)*] $future)] [$($mark)* _] [$($rest,)*] [$($indices)*]
        )
    };
    (@number $kind:ident $order:ident [] $marks:tt [] $indices:tt) => {
        $crate::__join!(@empty $kind)
    };
    (@number join $order:ident [$(($index:tt $mark:tt $future:expr))*] $marks:tt [] $indices:tt) => {{
        let branches = ($($crate::support::maybe_done($crate::support::branch($future)),)*);
        let mut branches = ::std::pin::pin!($crate::__branches!(@own branches $($index)*));
        let mut start = 0;
        ::std::future::poll_fn(|cx| {
            $crate::__join!(@order $order start);
            $crate::support::poll_join(
                branches.as_mut(),
                [$($index),*].len(),
                &mut start,
                cx,
            )
        })
        .await;
        ($($crate::__branches!(@at $mark branches).take(),)*)
    }};
    (@number try_join $order:ident [$(($index:tt $mark:tt $future:expr))*] $marks:tt [] $indices:tt) => {{
        let branches = ($($crate::support::try_maybe_done($crate::support::branch($future)),)*);
        let mut branches = ::std::pin::pin!($crate::__branches!(@own branches $($index)*));
        let mut start = 0;
        let failed = ::std::future::poll_fn(|cx| {
            $crate::__join!(@order $order start);
            $crate::support::poll_try_join(
                branches.as_mut(),
                [$($index),*].len(),
                &mut start,
                cx,
            )
        })
        .await;
        'joined: {
            $(
                if failed == ::std::option::Option::Some($index)
                    && let ::std::result::Result::Err(error) = $crate::__branches!(@at $mark branches).take()
                {
                    break 'joined ::std::result::Result::Err(error);
                }
            )*
            ::std::result::Result::Ok(($(
                match $crate::__branches!(@at $mark branches).take() {
                    ::std::result::Result::Ok(value) => value,
                    ::std::result::Result::Err(error) => break 'joined ::std::result::Result::Err(error),
                },
            )*))
        }
    }};
    (@empty join) => { () };
    (@empty try_join) => { ::std::result::Result::Ok(()) };
    (@order biased $start:ident) => { $start = 0; };
    (@order rotating $start:ident) => {};
}
