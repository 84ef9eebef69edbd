//! Waiting for several channels at once.

use super::{Receiver, RecvError, SendError, Sender};
use std::sync::{Arc, Waiting};
use std::task::{Wake, Waker};
use std::time::{Duration, Instant};

/// One end of a channel, as one that waits for several sees it.
pub trait Watched {
    /// Whether there is something to do at once.
    fn is_ready(&self) -> bool;

    /// When the clock makes it ready, if it does.
    fn due(&self) -> Option<Instant>;

    fn watch(&self, waker: &Waker);
}

impl<T> Watched for Receiver<T> {
    fn is_ready(&self) -> bool {
        self.source.is_ready()
    }

    fn due(&self) -> Option<Instant> {
        self.source.due()
    }

    fn watch(&self, waker: &Waker) {
        if let Some(channel) = self.source.channel() {
            channel.watch(waker);
        }
    }
}

impl<T> Watched for Sender<T> {
    fn is_ready(&self) -> bool {
        self.channel.receivers() == 0 || !self.channel.is_full()
    }

    fn due(&self) -> Option<Instant> {
        None
    }

    fn watch(&self, waker: &Waker) {
        self.channel.watch(waker);
    }
}

struct Signal {
    waiting: Waiting,
}

unsafe impl Send for Signal {}
unsafe impl Sync for Signal {}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.waiting.wake_all();
    }
}

/// The number of an operation, counted down by those who ask whether they are it.
pub struct Pick {
    left: usize,
}

impl Pick {
    pub fn is_next(&mut self) -> bool {
        let is_it = self.left == 0;
        self.left = self.left.wrapping_sub(1);
        is_it
    }
}

/// Waits until one of these is ready; if there is a limit, not longer: then it is the one behind the last.
pub fn pick(all: &[&dyn Watched], limit: Option<Duration>) -> Pick {
    let deadline = limit.map(|it| Instant::now() + it);
    let signal = Arc::new(Signal { waiting: Waiting::new("Signal") });
    let waker = Waker::from(signal.clone());
    loop {
        if let Some(first) = all.iter().position(|it| it.is_ready()) {
            return Pick { left: first };
        }
        let now = Instant::now();
        if deadline.is_some_and(|it| it <= now) {
            return Pick { left: all.len() };
        }
        for one in all {
            one.watch(&waker);
        }
        match all.iter().filter_map(|it| it.due()).chain(deadline).min() {
            Some(until) => drop(signal.waiting.wait_timeout("select", until - now)),
            None => signal.waiting.wait("select"),
        }
    }
}

impl<T> Receiver<T> {
    /// What is there, of one that is ready.
    pub fn __taken(&self) -> Result<T, RecvError> {
        self.try_recv().map_err(|_| RecvError)
    }
}

impl<T> Sender<T> {
    /// Sends on one that is ready.
    pub fn __sent(&self, msg: T) -> Result<(), SendError<T>> {
        self.try_send(msg).map_err(|it| SendError(it.into_inner()))
    }
}

#[macro_export]
macro_rules! select {
    ($($arms:tt)*) => {
        $crate::__select!(@arms [] [] $($arms)*)
    };
}

#[macro_export]
macro_rules! __select {
    (@arms [$($all:tt)*] $limit:tt recv($of:expr) -> $pat:pat => $body:block $(,)? $($rest:tt)*) => {
        $crate::__select!(@arms [$($all)* (recv ($of) ($pat) ($body))] $limit $($rest)*)
    };
    (@arms [$($all:tt)*] $limit:tt recv($of:expr) -> $pat:pat => $body:expr, $($rest:tt)*) => {
        $crate::__select!(@arms [$($all)* (recv ($of) ($pat) ($body))] $limit $($rest)*)
    };
    (@arms [$($all:tt)*] $limit:tt recv($of:expr) -> $pat:pat => $body:expr) => {
        $crate::__select!(@arms [$($all)* (recv ($of) ($pat) ($body))] $limit)
    };
    (@arms [$($all:tt)*] $limit:tt send($of:expr, $msg:expr) -> $pat:pat => $body:block $(,)? $($rest:tt)*) => {
        $crate::__select!(@arms [$($all)* (send ($of) ($pat) ($body) ($msg))] $limit $($rest)*)
    };
    (@arms [$($all:tt)*] $limit:tt send($of:expr, $msg:expr) -> $pat:pat => $body:expr, $($rest:tt)*) => {
        $crate::__select!(@arms [$($all)* (send ($of) ($pat) ($body) ($msg))] $limit $($rest)*)
    };
    (@arms [$($all:tt)*] $limit:tt send($of:expr, $msg:expr) -> $pat:pat => $body:expr) => {
        $crate::__select!(@arms [$($all)* (send ($of) ($pat) ($body) ($msg))] $limit)
    };
    (@arms $all:tt [] default($limit:expr) => $body:block $(,)? $($rest:tt)*) => {
        $crate::__select!(@arms $all [($limit) ($body)] $($rest)*)
    };
    (@arms $all:tt [] default($limit:expr) => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@arms $all [($limit) ($body)] $($($rest)*)?)
    };
    (@arms $all:tt [] default => $body:block $(,)? $($rest:tt)*) => {
        $crate::__select!(@arms $all [(::std::time::Duration::ZERO) ($body)] $($rest)*)
    };
    (@arms $all:tt [] default => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@arms $all [(::std::time::Duration::ZERO) ($body)] $($($rest)*)?)
    };
    (@arms [$($all:tt)*] $limit:tt) => {
        $crate::__select!(@bind [$($all)*] [] $limit)
    };
    (@bind [($kind:ident ($of:expr) $($parts:tt)*) $($rest:tt)*] [$($bound:tt)*] $limit:tt) => {
        match &$of {
            end => $crate::__select!(@bind [$($rest)*] [$($bound)* ($kind end $($parts)*)] $limit),
        }
    };
    (@bind [] [$(($kind:ident $end:ident $($parts:tt)*))*] []) => {{
        let mut picked = $crate::pick(&[$($end as &dyn $crate::Watched),*], ::std::option::Option::None);
        $crate::__select!(@run picked [$(($kind $end $($parts)*))*] [])
    }};
    (@bind [] [$(($kind:ident $end:ident $($parts:tt)*))*] [($limit:expr) $body:tt]) => {{
        let mut picked = $crate::pick(&[$($end as &dyn $crate::Watched),*], ::std::option::Option::Some($limit));
        $crate::__select!(@run picked [$(($kind $end $($parts)*))*] [$body])
    }};
    (@run $picked:ident [(recv $end:ident ($pat:pat) ($body:expr)) $($rest:tt)*] $limit:tt) => {
        if $picked.is_next() {
            let $pat = $end.__taken();
            $body
        } else {
            $crate::__select!(@run $picked [$($rest)*] $limit)
        }
    };
    (@run $picked:ident [(send $end:ident ($pat:pat) ($body:expr) ($msg:expr)) $($rest:tt)*] $limit:tt) => {
        if $picked.is_next() {
            let $pat = $end.__sent($msg);
            $body
        } else {
            $crate::__select!(@run $picked [$($rest)*] $limit)
        }
    };
    (@run $picked:ident [] []) => {
        ::std::unreachable!()
    };
    (@run $picked:ident [] [($body:expr)]) => {
        $body
    };
}
