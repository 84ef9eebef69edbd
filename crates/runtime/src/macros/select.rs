//! Awaiting the first of several futures.

/// Awaits several futures until the first is ready, drops the others, and runs that one's handler.
///
/// As tokio's: a branch is `pattern = future => handler` or `pattern = future, if condition => handler`; a branch whose
/// condition is false, or whose output does not match its pattern, is left out; `else => handler` is for when all are.
/// Each poll begins with a branch that is drawn by lot, from the run's seed, or with the first under `biased;`.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, select, time};
/// use meanwhile_trace::ClockKind;
///
/// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
/// run_to_end(config, || {
///     Box::pin(async {
///         let winner = select! {
///             () = time::sleep(time::Duration::from_millis(20)) => "tortoise",
///             () = time::sleep(time::Duration::from_millis(10)) => "hare",
///         };
///         assert_eq!(winner, "hare");
///         Ok(())
///     })
/// });
/// ```
#[macro_export]
macro_rules! select {
    (biased; $($branches:tt)+) => { $crate::__select!(@start biased $($branches)+) };
    ($($branches:tt)+) => { $crate::__select!(@start random $($branches)+) };
}

/// Takes the branches one by one into a list, then writes the whole.
///
/// A branch in the list: its index, one mark for each branch before it, the pattern for the output, the condition, the
/// future, the handler.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    (@start $order:ident $($branches:tt)+) => {
        $crate::__select!(
            @take $order []
            [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
             32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63]
            []
            $($branches)+
        )
    };

    (@take $order:ident $list:tt $indices:tt $marks:tt) => {
        $crate::__select!(@write $order $list $marks {
            ::std::panic!("all branches are disabled and there is no else branch")
        })
    };
    (@take $order:ident $list:tt $indices:tt $marks:tt else => $handler:expr $(,)?) => {
        $crate::__select!(@write $order $list $marks { $handler })
    };

    (@take $order:ident $list:tt $indices:tt $marks:tt $pattern:pat = $($rest:tt)+) => {
        $crate::__select!(@future $order $list $indices $marks [($pattern)] $($rest)+)
    };

    (@future $order:ident $list:tt $indices:tt $marks:tt [$pattern:tt]
        $future:expr, if $condition:expr => $($rest:tt)+) => {
        $crate::__select!(@handler $order $list $indices $marks [$pattern ($condition) ($future)] $($rest)+)
    };
    (@future $order:ident $list:tt $indices:tt $marks:tt [$pattern:tt] $future:expr => $($rest:tt)+) => {
        $crate::__select!(@handler $order $list $indices $marks [$pattern (true) ($future)] $($rest)+)
    };

    (@handler $order:ident $list:tt $indices:tt $marks:tt $branch:tt $handler:block, $($rest:tt)*) => {
        $crate::__select!(@add $order $list $indices $marks $branch { $handler } $($rest)*)
    };
    (@handler $order:ident $list:tt $indices:tt $marks:tt $branch:tt $handler:block $($rest:tt)*) => {
        $crate::__select!(@add $order $list $indices $marks $branch { $handler } $($rest)*)
    };
    (@handler $order:ident $list:tt $indices:tt $marks:tt $branch:tt $handler:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@add $order $list $indices $marks $branch { $handler } $($($rest)*)?)
    };

    (@add $order:ident [$($list:tt)*] [$index:tt $($indices:tt)*] [$($mark:tt)*] [$($branch:tt)+] $handler:tt
        $($rest:tt)*) => {
        $crate::__select!(
            @take $order [$($list)* ($index [$($mark)*] $($branch)+ $handler)] [$($indices)*] [$($mark)* _] $($rest)*
        )
    };

    (@write $order:ident
        [$(($index:tt $mark:tt ($pattern:pat) ($condition:expr) ($future:expr) $handler:tt))+]
        $marks:tt $otherwise:tt) => {{
        // An outcome that is nobody's variable can be bound by `ref mut`.
        #[allow(unreachable_patterns)]
        match {
            let mut disabled = 0_u64;
            $(
                if !$condition {
                    disabled |= 1_u64 << $index;
                }
            )+
            let futures = ($($crate::support::branch($future),)+);
            let mut futures = ::std::pin::pin!($crate::__branches!(@own futures $($index)+));
            ::std::future::poll_fn(|cx| {
                let count = [$($index),+].len() as u32;
                let start = $crate::__select!(@lot $order count);
                let mut waiting = false;
                for turn in 0..count {
                    let index = (start + turn) % count;
                    if disabled & (1_u64 << index) != 0 {
                        continue;
                    }
                    $(
                        if index == $index {
                            match ::std::future::Future::poll($crate::__branches!(@at $mark futures), cx) {
                                ::std::task::Poll::Pending => waiting = true,
                                #[allow(unused_mut, reason = "a pattern may bind by `ref mut`")]
                                ::std::task::Poll::Ready(mut output) => {
                                    disabled |= 1_u64 << index;
                                    let mut matches = false;
                                    // A guard sees what the pattern binds, but nothing is moved unless it holds: so
                                    // any pattern can be tried, those with `mut` and `ref` too.
                                    #[allow(unused_variables, unused_mut)]
                                    match output {
                                        $pattern if { matches = true; false } => ::std::unreachable!("never"),
                                        _ => {}
                                    }
                                    if matches {
                                        $crate::support::program_follows();
                                        return ::std::task::Poll::Ready(::std::option::Option::Some(
                                            $crate::__select!(@wrap $mark output),
                                        ));
                                    }
                                }
                            }
                        }
                    )+
                }
                // Never comes true: says of which type the end of the chain is.
                if let ::std::option::Option::Some(never) = ::std::option::Option::None::<$crate::support::Never> {
                    return ::std::task::Poll::Ready(::std::option::Option::Some(
                        $crate::__select!(@end $marks never),
                    ));
                }
                if waiting {
                    ::std::task::Poll::Pending
                } else {
                    ::std::task::Poll::Ready(::std::option::Option::None)
                }
            })
            .await
        } {
            $(::std::option::Option::Some($crate::__select!(@wrap $mark $pattern)) => $handler,)+
            ::std::option::Option::None => $otherwise,
            ::std::option::Option::Some(_) => ::std::unreachable!("the output was looked at"),
        }
    }};

    (@lot biased $count:ident) => { 0_u32 };
    (@lot random $count:ident) => { $crate::support::pick($count) };

    // Both an expression and a pattern.
    (@wrap [] $output:ident) => { $crate::support::Either::First($output) };
    (@wrap [] $pattern:pat) => { $crate::support::Either::First($pattern) };
    (@wrap [_ $($mark:tt)*] $($output:tt)+) => {
        $crate::support::Either::Rest($crate::__select!(@wrap [$($mark)*] $($output)+))
    };

    (@end [] $never:ident) => { $never };
    (@end [_ $($mark:tt)*] $never:ident) => {
        $crate::support::Either::Rest($crate::__select!(@end [$($mark)*] $never))
    };
}
