//! What this crate's channels and flume's have in common beside the channel itself.

/// The iterators of a `Receiver`.
#[macro_export]
macro_rules! __receiver_iterators {
    () => {
        pub struct Iter<'a, T> {
            receiver: &'a Receiver<T>,
        }

        impl<'a, T> Iterator for Iter<'a, T> {
            type Item = T;

            fn next(&mut self) -> Option<T> {
                self.receiver.recv().ok()
            }
        }

        pub struct TryIter<'a, T> {
            receiver: &'a Receiver<T>,
        }

        impl<'a, T> Iterator for TryIter<'a, T> {
            type Item = T;

            fn next(&mut self) -> Option<T> {
                self.receiver.try_recv().ok()
            }
        }

        pub struct IntoIter<T> {
            receiver: Receiver<T>,
        }

        impl<T> Iterator for IntoIter<T> {
            type Item = T;

            fn next(&mut self) -> Option<T> {
                self.receiver.recv().ok()
            }
        }

        impl<'a, T> IntoIterator for &'a Receiver<T> {
            type Item = T;
            type IntoIter = Iter<'a, T>;

            fn into_iter(self) -> Iter<'a, T> {
                self.iter()
            }
        }

        impl<T> IntoIterator for Receiver<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;

            fn into_iter(self) -> IntoIter<T> {
                IntoIter { receiver: self }
            }
        }
    };
}

/// Errors with the messages that they have.
#[macro_export]
macro_rules! __messages {
    ($([$($life:tt)*] $ty:ty: |$error:ident| $message:expr;)*) => {$(
        impl<$($life)*> ::std::fmt::Display for $ty {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let $error = self;
                f.pad($message)
            }
        }

        impl<$($life)*> ::std::error::Error for $ty {}
    )*};
}
