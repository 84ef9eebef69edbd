//! Dense ids, one newtype per kind of thing.

use std::fmt;
use std::num::NonZeroU32;

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// Makes the id of the thing at `index`, counted from 0.
            ///
            /// # Panics
            ///
            /// Panics when `index` is `u32::MAX` or more: no recorder holds that many things.
            pub fn from_index(index: usize) -> Self {
                let number = u32::try_from(index).ok().and_then(|it| NonZeroU32::MIN.checked_add(it));
                $name(number.expect("fewer than u32::MAX things in one run"))
            }

            /// Makes the id with this number, counted from 1; `None` for 0.
            pub fn from_number(number: u32) -> Option<Self> {
                NonZeroU32::new(number).map($name)
            }

            /// Returns the place of the thing in its table, counted from 0.
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }

            /// Returns the number by which people see the thing, counted from 1.
            pub fn number(self) -> u32 {
                self.0.get()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self, f)
            }
        }
    };
}

dense_id!(
    /// Names a span: 1 is the first that the run created, its main task.
    SpanId, "#"
);
dense_id!(
    /// Names an interned text.
    TextId, "t"
);
dense_id!(
    /// Names an interned place in the source.
    PlaceId, "p"
);
dense_id!(
    /// Names what many spans share: kind, name and the place of definition.
    MetaId, "m"
);
dense_id!(
    /// Names something that spans wait for: a lock, a channel, ...
    ResourceId, "r"
);
