//! What the adaptors have in common.

/// Polls the stream in a field.
macro_rules! next_of {
    ($stream:expr, $cx:expr) => {
        unsafe { Pin::new_unchecked(&mut $stream) }.poll_next($cx)
    };
}

/// Polls the future in a field that may be empty, and empties it when it is ready.
macro_rules! output_of {
    ($field:expr, $future:ident, $cx:expr) => {{
        let output = ready!(unsafe { Pin::new_unchecked($future) }.poll($cx));
        $field = None;
        output
    }};
}

macro_rules! inner {
    ($($name:ident<$first:ident $(, $rest:ident)*>)*) => {$(
        impl<$first $(, $rest)*> $name<$first $(, $rest)*> {
            pub fn get_ref(&self) -> &$first {
                &self.stream
            }

            pub fn get_mut(&mut self) -> &mut $first {
                &mut self.stream
            }

            pub fn get_pin_mut(self: Pin<&mut Self>) -> Pin<&mut $first> {
                let this = unsafe { self.get_unchecked_mut() };
                unsafe { Pin::new_unchecked(&mut this.stream) }
            }

            pub fn into_inner(self) -> $first {
                self.stream
            }
        }
    )*};
}
