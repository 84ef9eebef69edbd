//! Channels from many to one. A sender that has sent into a full channel is parked: it is ready again when a message has
//! been taken out.

mod error;
mod receive;
mod sink;

pub use error::{RecvError, SendError, TryRecvError, TrySendError};
pub use receive::{Receiver, Recv, UnboundedReceiver};

use error::{disconnected, full, send_error};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// One sender as those see it who unpark it.
struct Parked {
    is_parked: bool,
    waker: Option<Waker>,
}

struct State<T> {
    messages: VecDeque<T>,
    buffer: Option<usize>,
    open: bool,
    senders: usize,
    parked: VecDeque<Arc<Mutex<Parked>>>,
    receiving: Option<Waker>,
}

type Shared<T> = Arc<Mutex<State<T>>>;

pub struct Sender<T> {
    state: Option<Shared<T>>,
    parked: Arc<Mutex<Parked>>,
    maybe_parked: bool,
}

pub struct UnboundedSender<T> {
    state: Option<Shared<T>>,
}

fn shared<T>(buffer: Option<usize>) -> Shared<T> {
    Arc::new(Mutex::new(State {
        messages: VecDeque::new(),
        buffer,
        open: true,
        senders: 1,
        parked: VecDeque::new(),
        receiving: None,
    }))
}

pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    let state = shared(Some(buffer));
    (Sender::of(state.clone()), Receiver::of(state))
}

pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let state = shared(None);
    (UnboundedSender { state: Some(state.clone()) }, UnboundedReceiver::of(state))
}

fn is_open<T>(state: &Option<Shared<T>>) -> bool {
    match state {
        Some(state) => state.lock().unwrap().open,
        None => false,
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}

/// Puts a message in and wakes who waits for it.
fn put<T>(state: &Shared<T>, message: T) {
    let waker = {
        let mut state = state.lock().unwrap();
        state.messages.push_back(message);
        state.receiving.take()
    };
    wake(waker);
}

/// Lets one that is parked go on.
fn unpark_one<T>(state: &Shared<T>) -> bool {
    let parked = state.lock().unwrap().parked.pop_front();
    let Some(parked) = parked else { return false };
    let waker = {
        let mut parked = parked.lock().unwrap();
        parked.is_parked = false;
        parked.waker.take()
    };
    wake(waker);
    true
}

/// Lets no more messages in.
fn close<T>(state: &Shared<T>) {
    state.lock().unwrap().open = false;
    while unpark_one(state) {}
}

/// Says that a sender is gone.
fn leave<T>(state: Shared<T>) {
    let waker = {
        let mut state = state.lock().unwrap();
        state.senders -= 1;
        if state.senders > 0 {
            return;
        }
        state.open = false;
        state.receiving.take()
    };
    wake(waker);
}

fn joined<T>(state: &Option<Shared<T>>) -> Option<Shared<T>> {
    let state = state.as_ref()?;
    state.lock().unwrap().senders += 1;
    Some(state.clone())
}

fn same<T>(one: &Option<Shared<T>>, other: &Option<Shared<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

impl<T> Sender<T> {
    fn of(state: Shared<T>) -> Self {
        let parked = Arc::new(Mutex::new(Parked { is_parked: false, waker: None }));
        Sender { state: Some(state), parked, maybe_parked: false }
    }

    /// Whether it may send; `cx` is woken when it may.
    fn poll_unparked(&mut self, cx: Option<&mut Context<'_>>) -> Poll<()> {
        if !self.maybe_parked {
            return Poll::Ready(());
        }
        let mut parked = self.parked.lock().unwrap();
        if !parked.is_parked {
            self.maybe_parked = false;
            return Poll::Ready(());
        }
        parked.waker = cx.map(|it| it.waker().clone());
        Poll::Pending
    }

    /// Sends, and parks if the channel is full behind it.
    fn do_send(&mut self, msg: T) -> Result<(), TrySendError<T>> {
        if !is_open(&self.state) {
            return Err(disconnected(msg));
        }
        let state = self.state.clone().unwrap();
        {
            let mut inside = state.lock().unwrap();
            if inside.buffer.is_some_and(|it| inside.messages.len() + 1 > it) {
                *self.parked.lock().unwrap() = Parked { is_parked: true, waker: None };
                inside.parked.push_back(self.parked.clone());
                self.maybe_parked = inside.open;
            }
        }
        put(&state, msg);
        Ok(())
    }

    pub fn try_send(&mut self, msg: T) -> Result<(), TrySendError<T>> {
        if self.state.is_some() && self.poll_unparked(None).is_pending() {
            return Err(full(msg));
        }
        self.do_send(msg)
    }

    pub fn start_send(&mut self, msg: T) -> Result<(), SendError> {
        self.try_send(msg).map_err(|it| it.into_send_error())
    }

    pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        if !is_open(&self.state) {
            return Poll::Ready(Err(send_error()));
        }
        self.poll_unparked(Some(cx)).map(Ok)
    }

    pub fn is_closed(&self) -> bool {
        !is_open(&self.state)
    }

    pub fn close_channel(&mut self) {
        if let Some(state) = &self.state {
            close(state);
            let waker = state.lock().unwrap().receiving.take();
            wake(waker);
        }
    }

    pub fn disconnect(&mut self) {
        if let Some(state) = self.state.take() {
            leave(state);
        }
    }

    pub fn same_receiver(&self, other: &Self) -> bool {
        same(&self.state, &other.state)
    }
}

impl<T> UnboundedSender<T> {
    pub fn poll_ready(&self, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Poll::Ready(if is_open(&self.state) { Ok(()) } else { Err(send_error()) })
    }

    pub fn is_closed(&self) -> bool {
        !is_open(&self.state)
    }

    pub fn close_channel(&self) {
        if let Some(state) = &self.state {
            close(state);
            let waker = state.lock().unwrap().receiving.take();
            wake(waker);
        }
    }

    pub fn disconnect(&mut self) {
        if let Some(state) = self.state.take() {
            leave(state);
        }
    }

    pub fn start_send(&mut self, msg: T) -> Result<(), SendError> {
        self.unbounded_send(msg).map_err(|it| it.into_send_error())
    }

    pub fn unbounded_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        if !is_open(&self.state) {
            return Err(disconnected(msg));
        }
        put(self.state.as_ref().unwrap(), msg);
        Ok(())
    }

    pub fn same_receiver(&self, other: &Self) -> bool {
        same(&self.state, &other.state)
    }

    pub fn len(&self) -> usize {
        match &self.state {
            Some(state) => state.lock().unwrap().messages.len(),
            None => 0,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        let parked = Arc::new(Mutex::new(Parked { is_parked: false, waker: None }));
        Sender { state: joined(&self.state), parked, maybe_parked: false }
    }
}

impl<T> Clone for UnboundedSender<T> {
    fn clone(&self) -> Self {
        UnboundedSender { state: joined(&self.state) }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.disconnect();
    }
}

impl<T> Drop for UnboundedSender<T> {
    fn drop(&mut self) {
        self.disconnect();
    }
}

macro_rules! shown {
    ($($name:ident)*) => {$(
        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("closed", &self.is_closed()).finish()
            }
        }
    )*};
}

shown! { Sender UnboundedSender }
