//! A token that says whether to stop, and its children.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Waker};

struct Node {
    cancelled: bool,
    children: Vec<Weak<Mutex<Node>>>,
    waiting: Vec<(u64, Waker)>,
    next: u64,
}

pub struct CancellationToken {
    node: Arc<Mutex<Node>>,
}

fn node(cancelled: bool) -> Arc<Mutex<Node>> {
    Arc::new(Mutex::new(Node { cancelled, children: Vec::new(), waiting: Vec::new(), next: 0 }))
}

/// Cancels a node and all below it.
fn cancel(node: &Arc<Mutex<Node>>) {
    let mut open = vec![node.clone()];
    while let Some(node) = open.pop() {
        let (children, waiting) = {
            let mut node = node.lock().unwrap();
            if node.cancelled {
                continue;
            }
            node.cancelled = true;
            (std::mem::take(&mut node.children), std::mem::take(&mut node.waiting))
        };
        for (_, waker) in waiting {
            waker.wake();
        }
        for child in children {
            if let Some(child) = child.upgrade() {
                open.push(child);
            }
        }
    }
}

impl CancellationToken {
    pub fn new() -> CancellationToken {
        CancellationToken { node: node(false) }
    }

    pub fn child_token(&self) -> CancellationToken {
        let mut parent = self.node.lock().unwrap();
        let child = node(parent.cancelled);
        if !parent.cancelled {
            parent.children.push(Arc::downgrade(&child));
        }
        CancellationToken { node: child }
    }

    pub fn cancel(&self) {
        cancel(&self.node)
    }

    pub fn is_cancelled(&self) -> bool {
        self.node.lock().unwrap().cancelled
    }

    pub fn cancelled(&self) -> WaitForCancellationFuture<'_> {
        WaitForCancellationFuture { token: self, place: 0 }
    }

    pub fn cancelled_owned(self) -> WaitForCancellationFutureOwned {
        WaitForCancellationFutureOwned { token: self, place: 0 }
    }

    pub fn drop_guard(self) -> DropGuard {
        DropGuard { token: Some(self) }
    }

    pub async fn run_until_cancelled<F: Future>(&self, fut: F) -> Option<F::Output> {
        tokio::select! {
            biased;
            _ = self.cancelled() => None,
            output = fut => Some(output),
        }
    }

    /// Waits at a place in the queue; 0 is none yet.
    fn poll_cancelled(&self, place: &mut u64, cx: &mut Context<'_>) -> Poll<()> {
        let mut node = self.node.lock().unwrap();
        if node.cancelled {
            return Poll::Ready(());
        }
        if *place == 0 {
            node.next += 1;
            *place = node.next;
        }
        let own = *place;
        node.waiting.retain(|it| it.0 != own);
        node.waiting.push((own, cx.waker().clone()));
        Poll::Pending
    }

    fn forget(&self, place: u64) {
        self.node.lock().unwrap().waiting.retain(|it| it.0 != place);
    }
}

impl Clone for CancellationToken {
    fn clone(&self) -> Self {
        CancellationToken { node: self.node.clone() }
    }
}

impl Default for CancellationToken {
    fn default() -> Self {
        CancellationToken::new()
    }
}

impl fmt::Debug for CancellationToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CancellationToken").field("is_cancelled", &self.is_cancelled()).finish()
    }
}

macro_rules! waiting {
    ($($name:ident $(<$life:lifetime>)? ($of:ty);)*) => {$(
        #[must_use = "futures do nothing unless polled"]
        pub struct $name $(<$life>)? {
            token: $of,
            place: u64,
        }

        impl $(<$life>)? Future for $name $(<$life>)? {
            type Output = ();

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
                let this = self.get_mut();
                this.token.poll_cancelled(&mut this.place, cx)
            }
        }

        impl $(<$life>)? Drop for $name $(<$life>)? {
            fn drop(&mut self) {
                if self.place != 0 {
                    self.token.forget(self.place);
                }
            }
        }
    )*};
}

waiting! {
    WaitForCancellationFuture<'a>(&'a CancellationToken);
    WaitForCancellationFutureOwned(CancellationToken);
}

#[derive(Debug)]
pub struct DropGuard {
    token: Option<CancellationToken>,
}

impl DropGuard {
    pub fn disarm(mut self) -> CancellationToken {
        self.token.take().expect("`token` can be only None in a destructor")
    }
}

impl Drop for DropGuard {
    fn drop(&mut self) {
        if let Some(token) = &self.token {
            token.cancel();
        }
    }
}
