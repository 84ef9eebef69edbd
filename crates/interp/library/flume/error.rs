//! What can go wrong.

use std::fmt;

#[derive(Copy, Clone, PartialEq, Eq)]
pub struct SendError<T>(pub T);

impl<T> SendError<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

macro_rules! with_message {
    ($($name:ident $($variant:ident)*;)*) => {$(
        #[derive(Copy, Clone, PartialEq, Eq)]
        pub enum $name<T> {
            $($variant(T),)*
        }

        impl<T> $name<T> {
            pub fn into_inner(self) -> T {
                match self {
                    $($name::$variant(message) => message,)*
                }
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let name = match self {
                    $($name::$variant(_) => concat!(stringify!($variant), "(..)"),)*
                };
                fmt::Debug::fmt(name, f)
            }
        }
    )*};
}

with_message! {
    TrySendError Full Disconnected;
    SendTimeoutError Timeout Disconnected;
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecvError {
    Disconnected,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}

impl<T> fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt("SendError(..)", f)
    }
}

crossbeam_channel::__messages! {
    [T] SendError<T>: |error| "sending on a closed channel";
    [T] TrySendError<T>: |error| match error {
        TrySendError::Full(_) => "sending on a full channel",
        TrySendError::Disconnected(_) => "sending on a closed channel",
    };
    [T] SendTimeoutError<T>: |error| match error {
        SendTimeoutError::Timeout(_) => "timed out sending on a full channel",
        SendTimeoutError::Disconnected(_) => "sending on a closed channel",
    };
    [] RecvError: |error| "receiving on a closed channel";
    [] TryRecvError: |error| match error {
        TryRecvError::Empty => "receiving on an empty channel",
        TryRecvError::Disconnected => "channel is empty and closed",
    };
    [] RecvTimeoutError: |error| match error {
        RecvTimeoutError::Timeout => "timed out waiting on a channel",
        RecvTimeoutError::Disconnected => "channel is empty and closed",
    };
}
