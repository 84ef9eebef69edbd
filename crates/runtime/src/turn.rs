//! Questions to the outside: what they take at least, and who sees them through.

use crate::run::lock;
use crate::{context, platform};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use tokio::sync::oneshot;

/// Does some work outside of the tasks, and waits for it: once begun, at the first poll, it goes on to its end even if
/// nobody waits any more. Virtual time stands still meanwhile.
pub(crate) async fn see_through<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let in_flight = context::current_run().map(|it| it.in_flight());
    let (sender, receiver) = oneshot::channel();
    platform::spawn_local(async move {
        // Whoever waits runs before time goes on.
        let _ = sender.send(work.await);
        drop(in_flight);
    });
    receiver.await.expect("the event loop drops nothing that it has not done")
}

/// Is ready in a later turn of the event loop, woken by none of the program's spans.
#[derive(Default)]
pub(crate) struct Turn(Option<Arc<Mutex<State>>>);

#[derive(Default)]
struct State {
    over: bool,
    waker: Option<Waker>,
}

/// Waits for a later turn of the event loop.
pub(crate) fn turn() -> Turn {
    Turn::default()
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if let Some(state) = &self.0 {
            let mut state = lock(state);
            if state.over {
                return Poll::Ready(());
            }
            state.waker = Some(cx.waker().clone());
            return Poll::Pending;
        }
        let state = Arc::new(Mutex::new(State { over: false, waker: Some(cx.waker().clone()) }));
        self.0 = Some(state.clone());
        platform::spawn_local(async move {
            let waker = {
                let mut state = lock(&state);
                state.over = true;
                state.waker.take()
            };
            waker.into_iter().for_each(Waker::wake);
        });
        Poll::Pending
    }
}
