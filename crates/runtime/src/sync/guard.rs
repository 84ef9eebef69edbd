//! What every guard has.

/// Implements reading (and, with `mutable`, writing) through a guard's field `inner`, and how it is shown:
/// `guard!([<generics>] Type => Target, mutable)`.
macro_rules! guard {
    ([$($generics:tt)*] $guard:ty => $target:ty) => {
        impl<$($generics)*> std::ops::Deref for $guard {
            type Target = $target;

            fn deref(&self) -> &$target {
                &self.inner
            }
        }

        impl<$($generics)*> std::fmt::Debug for $guard
        where
            $target: std::fmt::Debug,
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&**self, f)
            }
        }

        impl<$($generics)*> std::fmt::Display for $guard
        where
            $target: std::fmt::Display,
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&**self, f)
            }
        }
    };
    ([$($generics:tt)*] $guard:ty => $target:ty, mutable) => {
        $crate::sync::guard::guard!([$($generics)*] $guard => $target);

        impl<$($generics)*> std::ops::DerefMut for $guard {
            fn deref_mut(&mut self) -> &mut $target {
                &mut self.inner
            }
        }
    };
}

pub(super) use guard;
