//! Two futures without async: one wakes itself, one is woken by somebody else.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::sleep;

struct Countdown(u32);

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.0 == 0 {
            return Poll::Ready("lift-off");
        }
        println!("countdown {}: Pending", self.0);
        self.0 -= 1;
        cx.waker().wake_by_ref(); // poll me again; without this line nobody would
        Poll::Pending
    }
}

#[derive(Default)]
struct Bell {
    rung: bool,
    waker: Option<Waker>,
}

/// Ready when the bell has rung.
struct Ring(Arc<Mutex<Bell>>);

impl Future for Ring {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut bell = self.0.lock().unwrap();
        if bell.rung {
            println!("the bell has rung: Ready");
            return Poll::Ready(());
        }
        println!("no bell yet: Pending");
        bell.waker = Some(cx.waker().clone()); // whom to wake, when it is time
        Poll::Pending
    }
}

async fn ring_later(bell: Arc<Mutex<Bell>>) {
    sleep(Duration::from_millis(200)).await;
    println!("ringing the bell");
    let mut bell = bell.lock().unwrap();
    bell.rung = true;
    if let Some(waker) = bell.waker.take() {
        waker.wake();
    }
}

async fn count_down() {
    println!("{}", Countdown(3).await);
}

async fn listen() {
    let bell = Arc::new(Mutex::new(Bell::default()));
    tokio::spawn(ring_later(bell.clone()));
    Ring(bell).await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    count_down().await;
    listen().await;
}
