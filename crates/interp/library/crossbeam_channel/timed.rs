//! Where messages come from: a channel, or the clock.

use super::Receiver;
use super::core::Channel;
use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub(crate) enum Source<T> {
    Channel(Arc<Channel<T>>),
    Clock(Arc<Clock<T>>),
    Never,
}

/// When the next message is due, and after what time another is.
pub(crate) struct Clock<T> {
    due: Cell<Option<Instant>>,
    period: Option<Duration>,
    message: fn(Instant) -> T,
}

unsafe impl<T> Send for Clock<T> {}
unsafe impl<T> Sync for Clock<T> {}

fn moment(at: Instant) -> Instant {
    at
}

pub fn after(duration: Duration) -> Receiver<Instant> {
    at(Instant::now() + duration)
}

pub fn at(when: Instant) -> Receiver<Instant> {
    let clock = Clock { due: Cell::new(Some(when)), period: None, message: moment };
    Receiver { source: Source::Clock(Arc::new(clock)) }
}

pub fn tick(duration: Duration) -> Receiver<Instant> {
    let due = Cell::new(Some(Instant::now() + duration));
    let clock = Clock { due, period: Some(duration), message: moment };
    Receiver { source: Source::Clock(Arc::new(clock)) }
}

pub fn never<T>() -> Receiver<T> {
    Receiver { source: Source::Never }
}

impl<T> Source<T> {
    pub(crate) fn clone(&self) -> Source<T> {
        match self {
            Source::Channel(channel) => Source::Channel(channel.clone()),
            Source::Clock(clock) => Source::Clock(clock.clone()),
            Source::Never => Source::Never,
        }
    }

    pub(crate) fn channel(&self) -> Option<&Arc<Channel<T>>> {
        match self {
            Source::Channel(channel) => Some(channel),
            _ => None,
        }
    }

    /// When the clock has a message.
    pub(crate) fn due(&self) -> Option<Instant> {
        match self {
            Source::Clock(clock) => clock.due.get(),
            _ => None,
        }
    }

    /// Whether no more will come.
    pub(crate) fn is_over(&self) -> bool {
        self.channel().is_some_and(|it| it.senders() == 0)
    }

    pub(crate) fn is_ready(&self) -> bool {
        match self {
            Source::Channel(channel) => channel.len() > 0 || channel.senders() == 0,
            Source::Clock(clock) => clock.due.get().is_some_and(|it| it <= Instant::now()),
            Source::Never => false,
        }
    }

    pub(crate) fn try_take(&self) -> Option<T> {
        match self {
            Source::Channel(channel) => channel.try_take(),
            Source::Clock(clock) => {
                let (due, now) = (clock.due.get()?, Instant::now());
                if due > now {
                    return None;
                }
                clock.due.set(clock.period.map(|it| (due + it).max(now)));
                Some((clock.message)(due))
            }
            Source::Never => None,
        }
    }

    pub(crate) fn take(&self, deadline: Option<Instant>) -> Option<T> {
        if let Source::Channel(channel) = self {
            return channel.take(deadline);
        }
        loop {
            let taken = self.try_take();
            if taken.is_some() {
                return taken;
            }
            let now = Instant::now();
            if deadline.is_some_and(|it| it <= now) {
                return None;
            }
            match [self.due(), deadline].into_iter().flatten().min() {
                Some(until) => std::thread::sleep(until - now),
                None => std::thread::park(),
            }
        }
    }
}
