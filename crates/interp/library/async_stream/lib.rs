//! async-stream: streams written as async blocks.

pub mod __private {
    //! What the macros make.

    use futures::stream::{FusedStream, Next, Stream, StreamExt};
    use std::future::Future;
    use std::pin::Pin;
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll};

    /// Where an item stands between the block and the stream.
    type Slot<T> = Arc<Mutex<Option<T>>>;

    pub struct Yielder<T> {
        slot: Slot<T>,
    }

    pub fn pair<T>() -> (Yielder<T>, Slot<T>) {
        let slot = Arc::new(Mutex::new(None));
        (Yielder { slot: slot.clone() }, slot)
    }

    impl<T> Yielder<T> {
        pub fn send(&self, value: T) -> Sending<T> {
            Sending { slot: self.slot.clone(), value: Some(value) }
        }
    }

    /// An item on its way out.
    pub struct Sending<T> {
        slot: Slot<T>,
        value: Option<T>,
    }

    impl<T> Future for Sending<T> {
        type Output = ();

        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            let this = unsafe { self.get_unchecked_mut() };
            match this.value.take() {
                Some(value) => {
                    *this.slot.lock().unwrap() = Some(value);
                    Poll::Pending
                }
                None => Poll::Ready(()),
            }
        }
    }

    pub fn next<St: ?Sized + Stream + Unpin>(stream: &mut St) -> Next<'_, St> {
        StreamExt::next(stream)
    }

    macro_rules! streams {
        ($($name:ident: |$output:ident| $last:expr;)*) => {$(
            pub struct $name<T, U> {
                slot: Slot<T>,
                block: Option<Pin<Box<U>>>,
            }

            impl<T, U: Future> $name<T, U> {
                pub fn new(slot: Slot<T>, block: U) -> Self {
                    $name { slot, block: Some(Box::pin(block)) }
                }
            }

            impl<T, U: Future> Stream for $name<T, U> {
                type Item = T;

                fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
                    let this = unsafe { self.get_unchecked_mut() };
                    let Some(block) = &mut this.block else { return Poll::Ready(None) };
                    let polled = block.as_mut().poll(cx);
                    let item = this.slot.lock().unwrap().take();
                    match polled {
                        Poll::Ready($output) => {
                            this.block = None;
                            match item {
                                Some(item) => Poll::Ready(Some(item)),
                                None => Poll::Ready($last),
                            }
                        }
                        Poll::Pending if item.is_some() => Poll::Ready(item),
                        Poll::Pending => Poll::Pending,
                    }
                }
            }

            impl<T, U: Future> FusedStream for $name<T, U> {
                fn is_terminated(&self) -> bool {
                    self.block.is_none()
                }
            }
        )*};
    }

    streams! {
        AsyncStream: |output| None;
        TryAsyncStream: |output| match output {
            Ok(()) => None,
            Err(error) => Some(Err(error)),
        };
    }
}
