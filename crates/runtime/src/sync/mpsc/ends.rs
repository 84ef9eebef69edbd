//! What is the same for the ends of both channels: tokio has no trait for it.

/// Implements what both senders have.
macro_rules! sender {
    ($sender:ident, $weak:ident) => {
        impl<T> $sender<T> {
            /// Waits until the receiver is gone or has closed the channel.
            ///
            /// # Cancel safety
            ///
            /// Safe.
            pub fn closed(&self) -> $crate::record::Recorded<impl Future<Output = ()>> {
                self.tag.wait(meanwhile_trace::SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
            }

            /// Returns whether the receiver is gone or has closed the channel.
            pub fn is_closed(&self) -> bool {
                self.inner.is_closed()
            }

            /// Returns whether both send into the same channel.
            pub fn same_channel(&self, other: &Self) -> bool {
                self.inner.same_channel(&other.inner)
            }

            /// Returns a sender that does not keep the channel open.
            pub fn downgrade(&self) -> $weak<T> {
                $weak { tag: self.tag.clone(), inner: self.inner.downgrade() }
            }

            /// Returns how many senders keep the channel open.
            pub fn strong_count(&self) -> usize {
                self.inner.strong_count()
            }

            /// Returns how many senders there are that do not.
            pub fn weak_count(&self) -> usize {
                self.inner.weak_count()
            }
        }

        impl<T> Clone for $sender<T> {
            fn clone(&self) -> Self {
                $sender { tag: self.tag.clone(), inner: self.inner.clone() }
            }
        }

        impl<T> std::fmt::Debug for $sender<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.inner, f)
            }
        }
    };
}

/// Implements what both weak senders have.
macro_rules! weak {
    ($weak:ident, $sender:ident) => {
        impl<T> $weak<T> {
            /// Returns a sender, if there is one still that keeps the channel open.
            pub fn upgrade(&self) -> Option<$sender<T>> {
                Some($sender { tag: self.tag.clone(), inner: self.inner.upgrade()? })
            }

            /// Returns how many senders keep the channel open.
            pub fn strong_count(&self) -> usize {
                self.inner.strong_count()
            }

            /// Returns how many senders there are that do not.
            pub fn weak_count(&self) -> usize {
                self.inner.weak_count()
            }
        }

        impl<T> Clone for $weak<T> {
            fn clone(&self) -> Self {
                $weak { tag: self.tag.clone(), inner: self.inner.clone() }
            }
        }

        impl<T> std::fmt::Debug for $weak<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.inner, f)
            }
        }
    };
}

/// Implements what both receivers have.
macro_rules! receiver {
    ($receiver:ident) => {
        impl<T> $receiver<T> {
            /// Waits for a message; `None` when the channel is empty and every sender gone.
            ///
            /// # Cancel safety
            ///
            /// A wait that is dropped has taken no message.
            pub fn recv(&mut self) -> $crate::record::Recorded<impl Future<Output = Option<T>>> {
                let taken = $crate::sync::mpsc::taken;
                self.tag.wait(meanwhile_trace::SpanKind::Recv, "recv", self.inner.recv(), taken)
            }

            /// Waits for messages and takes up to `limit` of them; returns how many, 0 when no more will come.
            ///
            /// # Cancel safety
            ///
            /// A wait that is dropped has taken no message.
            pub fn recv_many(
                &mut self,
                buffer: &mut Vec<T>,
                limit: usize,
            ) -> $crate::record::Recorded<impl Future<Output = usize>> {
                let taken = $crate::sync::mpsc::all_taken;
                let many = self.inner.recv_many(buffer, limit);
                self.tag.wait(meanwhile_trace::SpanKind::Recv, "recv_many", many, taken)
            }

            /// Takes a message if there is one.
            ///
            /// # Errors
            ///
            /// Fails if there is none now, or none will ever come.
            pub fn try_recv(&mut self) -> Result<T, $crate::sync::mpsc::error::TryRecvError> {
                let message = self.inner.try_recv()?;
                self.tag.record(meanwhile_trace::Action::Take);
                Ok(message)
            }

            /// Polls for a message, for hand-written futures and streams. Records no span of its own.
            pub fn poll_recv(&mut self, cx: &mut std::task::Context<'_>) -> std::task::Poll<Option<T>> {
                self.inner.poll_recv(cx).map(|it| $crate::sync::mpsc::taken(&self.tag, it))
            }

            /// Lets no more messages in; those that are in can still be taken.
            pub fn close(&mut self) {
                self.inner.close();
            }

            /// Returns whether it was closed or every sender is gone.
            pub fn is_closed(&self) -> bool {
                self.inner.is_closed()
            }

            /// Returns whether there is no message.
            pub fn is_empty(&self) -> bool {
                self.inner.is_empty()
            }

            /// Returns how many messages there are.
            pub fn len(&self) -> usize {
                self.inner.len()
            }
        }

        impl<T> std::fmt::Debug for $receiver<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.inner, f)
            }
        }
    };
}

pub(super) use {receiver, sender, weak};
