//! A token that says whether to stop, and its children.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

type Tree = Arc<Mutex<Node>>;

struct Node {
    cancelled: bool,
    /// How many tokens stand for it; without any, its children are its parent's.
    tokens: usize,
    parent: Option<Tree>,
    children: Vec<Tree>,
    waiting: Vec<(u64, Waker)>,
    next: u64,
}

pub struct CancellationToken {
    node: Tree,
}

fn node(cancelled: bool, parent: Option<Tree>) -> Tree {
    let (children, waiting) = (Vec::new(), Vec::new());
    Arc::new(Mutex::new(Node { cancelled, tokens: 1, parent, children, waiting, next: 0 }))
}

/// Cancels a node and all below it. Those who wait are told when all is cancelled, in tokio-util's order: from the last
/// child on, and last those who wait for the node itself.
fn cancel(root: &Tree) {
    let mut told = Vec::new();
    {
        let mut root = root.lock().unwrap();
        if root.cancelled {
            return;
        }
        root.cancelled = true;
        let mut open = std::mem::take(&mut root.children);
        while let Some(child) = open.pop() {
            {
                let mut node = child.lock().unwrap();
                node.parent = None;
                if node.cancelled {
                    continue;
                }
                node.cancelled = true;
                while let Some(below) = node.children.pop() {
                    open.push(below);
                }
            }
            told.push(child);
            // There, it takes the place of the first that is open, which goes to the end.
            if !open.is_empty() {
                open.rotate_left(1);
            }
        }
    }
    told.push(root.clone());
    for node in told {
        let waiting = std::mem::take(&mut node.lock().unwrap().waiting);
        for (_, waker) in waiting {
            waker.wake();
        }
    }
}

impl CancellationToken {
    pub fn new() -> CancellationToken {
        CancellationToken { node: node(false, None) }
    }

    pub fn child_token(&self) -> CancellationToken {
        let mut parent = self.node.lock().unwrap();
        if parent.cancelled {
            return CancellationToken { node: node(true, None) };
        }
        let child = node(false, Some(self.node.clone()));
        parent.children.push(child.clone());
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

    pub fn drop_guard_ref(&self) -> DropGuardRef<'_> {
        DropGuardRef { token: Some(self) }
    }

    pub async fn run_until_cancelled<F: Future>(&self, fut: F) -> Option<F::Output> {
        if self.is_cancelled() {
            return None;
        }
        tokio::select! {
            biased;
            output = fut => Some(output),
            _ = self.cancelled() => None,
        }
    }

    pub async fn run_until_cancelled_owned<F: Future>(self, fut: F) -> Option<F::Output> {
        self.run_until_cancelled(fut).await
    }

    /// Waits at a place in the queue; 0 is none yet.
    fn poll_cancelled(&self, place: &mut u64, cx: &mut Context<'_>) -> Poll<()> {
        let mut node = self.node.lock().unwrap();
        if node.cancelled {
            return Poll::Ready(());
        }
        let waker = cx.waker().clone();
        if *place == 0 {
            node.next += 1;
            *place = node.next;
            node.waiting.push((*place, waker));
        } else if let Some(own) = node.waiting.iter_mut().find(|it| it.0 == *place) {
            own.1 = waker;
        }
        Poll::Pending
    }

    fn forget(&self, place: u64) {
        self.node.lock().unwrap().waiting.retain(|it| it.0 != place);
    }
}

impl Clone for CancellationToken {
    fn clone(&self) -> Self {
        self.node.lock().unwrap().tokens += 1;
        CancellationToken { node: self.node.clone() }
    }
}

impl Drop for CancellationToken {
    fn drop(&mut self) {
        let (parent, children) = {
            let mut node = self.node.lock().unwrap();
            node.tokens -= 1;
            if node.tokens > 0 {
                return;
            }
            (node.parent.take(), std::mem::take(&mut node.children))
        };
        for child in &children {
            child.lock().unwrap().parent = parent.clone();
        }
        if let Some(parent) = parent {
            let mut parent = parent.lock().unwrap();
            parent.children.extend(children);
            if let Some(place) = parent.children.iter().position(|it| Arc::ptr_eq(it, &self.node)) {
                parent.children.swap_remove(place);
            }
        }
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

macro_rules! guards {
    ($($name:ident $(<$life:lifetime>)? ($of:ty);)*) => {$(
        #[derive(Debug)]
        pub struct $name $(<$life>)? {
            token: Option<$of>,
        }

        impl $(<$life>)? $name $(<$life>)? {
            pub fn token(&self) -> &CancellationToken {
                self.token.as_ref().unwrap()
            }

            pub fn disarm(mut self) -> $of {
                self.token.take().unwrap()
            }
        }

        impl $(<$life>)? Drop for $name $(<$life>)? {
            fn drop(&mut self) {
                if let Some(token) = &self.token {
                    token.cancel();
                }
            }
        }
    )*};
}

guards! {
    DropGuard(CancellationToken);
    DropGuardRef<'a>(&'a CancellationToken);
}
