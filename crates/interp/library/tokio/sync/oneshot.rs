//! Channels for one message.

use std::fmt;
use std::future::{Future, NativeFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

#[lang = "HostOneshotSender"]
struct HostOneshotSender<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

#[lang = "HostOneshotReceiver"]
struct HostOneshotReceiver<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

fn host_oneshot<T>() -> (HostOneshotSender<T>, HostOneshotReceiver<T>) {
    native!()
}

impl<T> HostOneshotSender<T> {
    /// Gives the message back if nobody receives.
    fn send_once(&self, message: T) -> Result<(), T> {
        native!()
    }

    fn receiver_closed(&self) -> NativeFuture<()> {
        native!()
    }

    fn receiver_is_closed(&self) -> bool {
        native!()
    }
}

impl<T> HostOneshotReceiver<T> {
    /// Nothing if the sender was dropped.
    fn poll_once(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        native!()
    }

    /// 0 if there is nothing, 1 if the sender was dropped.
    fn try_once(&mut self) -> Result<T, u8> {
        native!()
    }

    fn close_once(&mut self) {
        native!()
    }
}

pub struct Sender<T> {
    host: HostOneshotSender<T>,
}

pub struct Receiver<T> {
    host: HostOneshotReceiver<T>,
    ended: bool,
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = host_oneshot();
    (Sender { host: sender }, Receiver { host: receiver, ended: false })
}

impl<T> Sender<T> {
    pub fn send(self, t: T) -> Result<(), T> {
        self.host.send_once(t)
    }

    #[begins]
    pub async fn closed(&mut self) {
        self.host.receiver_closed().await
    }

    pub fn is_closed(&self) -> bool {
        self.host.receiver_is_closed()
    }
}

impl<T> Receiver<T> {
    pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> {
        match self.host.try_once() {
            Ok(message) => {
                self.ended = true;
                Ok(message)
            }
            Err(0) => Err(error::TryRecvError::Empty),
            Err(_) => Err(error::TryRecvError::Closed),
        }
    }

    #[track_caller]
    pub fn blocking_recv(self) -> Result<T, error::RecvError> {
        crate::runtime::wait_for(self)
    }

    pub fn close(&mut self) {
        self.host.close_once()
    }

    pub fn is_terminated(&self) -> bool {
        self.ended
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, error::RecvError>;

    #[track_caller]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T, error::RecvError>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.ended {
            panic!("called after complete");
        }
        match this.host.poll_once(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(message) => {
                this.ended = true;
                Poll::Ready(message.ok_or(error::RecvError(())))
            }
        }
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

unsafe impl<T: Send> Send for HostOneshotSender<T> {}
unsafe impl<T: Send> Sync for HostOneshotSender<T> {}
unsafe impl<T: Send> Send for HostOneshotReceiver<T> {}
unsafe impl<T: Send> Sync for HostOneshotReceiver<T> {}

pub mod error {
    //! What can go wrong.

    use std::fmt;

    #[derive(Debug, Eq, PartialEq, Clone)]
    pub struct RecvError(pub(super) ());

    impl fmt::Display for RecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("channel closed")
        }
    }

    impl std::error::Error for RecvError {}

    #[derive(Debug, Eq, PartialEq, Clone)]
    pub enum TryRecvError {
        Empty,
        Closed,
    }

    impl fmt::Display for TryRecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                TryRecvError::Empty => "channel empty",
                TryRecvError::Closed => "channel closed",
            })
        }
    }

    impl std::error::Error for TryRecvError {}
}
