//! Senders that do not keep their channel open, and what they and those that do have in common.

use super::{HostWeakSender, Sender, UnboundedSender};
use std::fmt;

pub struct WeakSender<T> {
    host: HostWeakSender<T>,
}

pub struct WeakUnboundedSender<T> {
    host: HostWeakSender<T>,
}

macro_rules! senders {
    ($($weak:ident $sender:ident)*) => {$(
        impl<T> $weak<T> {
            pub fn upgrade(&self) -> Option<$sender<T>> {
                match self.host.strengthened() {
                    Some(host) => Some($sender { host }),
                    None => None,
                }
            }

            pub fn strong_count(&self) -> usize {
                self.host.count_senders().0
            }

            pub fn weak_count(&self) -> usize {
                self.host.count_senders().1
            }
        }

        impl<T> $sender<T> {
            pub fn downgrade(&self) -> $weak<T> {
                $weak { host: self.host.weakened() }
            }

            pub fn strong_count(&self) -> usize {
                self.host.weakened().count_senders().0
            }

            pub fn weak_count(&self) -> usize {
                self.host.weakened().count_senders().1 - 1
            }
        }

        impl<T> Clone for $weak<T> {
            fn clone(&self) -> Self {
                $weak { host: self.host.second_weak() }
            }
        }

        impl<T> fmt::Debug for $weak<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($weak)).finish()
            }
        }

        impl<T> fmt::Debug for $sender<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($sender)).finish_non_exhaustive()
            }
        }
    )*};
}

senders! { WeakSender Sender WeakUnboundedSender UnboundedSender }
