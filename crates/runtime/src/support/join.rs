//! The branches of `join!` and `try_join!`.

use super::branches::Branches;
use crate::context;
use pin_project_lite::pin_project;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// A future, then its output until it is taken.
    #[project = MaybeDoneProjection]
    #[project_replace = MaybeDoneReplaced]
    pub enum MaybeDone<F: Future> {
        /// Not ready.
        Waiting {
            #[pin]
            future: F,
            failed: fn(&F::Output) -> bool,
        },
        /// Ready.
        Done {
            output: F::Output,
        },
        /// Ready, and the output is gone.
        Taken,
    }
}

/// Wraps a branch of `join!`.
pub fn maybe_done<F: Future>(future: F) -> MaybeDone<F> {
    MaybeDone::Waiting { future, failed: |_| false }
}

/// Wraps a branch of `try_join!`, which fails when its output is an `Err`.
pub fn try_maybe_done<F, T, E>(future: F) -> MaybeDone<F>
where
    F: Future<Output = Result<T, E>>,
{
    MaybeDone::Waiting { future, failed: Result::is_err }
}

/// What is known of a branch after a poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchState {
    /// It is not ready.
    Waiting,
    /// It is ready.
    Done,
    /// It is ready just now, and failed.
    Failed,
}

/// Branches without their types.
pub trait BranchList {
    /// Polls the branch of this index, unless it is ready.
    fn poll_branch(self: Pin<&mut Self>, index: usize, cx: &mut Context<'_>) -> BranchState;
}

impl BranchList for () {
    fn poll_branch(self: Pin<&mut Self>, _: usize, _: &mut Context<'_>) -> BranchState {
        BranchState::Done
    }
}

impl<F: Future, R: BranchList> BranchList for Branches<MaybeDone<F>, R> {
    fn poll_branch(self: Pin<&mut Self>, index: usize, cx: &mut Context<'_>) -> BranchState {
        match index.checked_sub(1) {
            None => self.first().poll_branch(cx),
            Some(index) => self.rest().poll_branch(index, cx),
        }
    }
}

impl<F: Future> MaybeDone<F> {
    /// Polls the future, unless it is ready.
    fn poll_branch(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> BranchState {
        let MaybeDoneProjection::Waiting { future, failed } = self.as_mut().project() else {
            return BranchState::Done;
        };
        let Poll::Ready(output) = future.poll(cx) else { return BranchState::Waiting };
        let state = if failed(&output) { BranchState::Failed } else { BranchState::Done };
        self.project_replace(MaybeDone::Done { output });
        state
    }
}

impl<F: Future> MaybeDone<F> {
    /// Takes the output.
    ///
    /// # Panics
    ///
    /// Panics if there is none.
    pub fn take(self: Pin<&mut Self>) -> F::Output {
        match self.project_replace(MaybeDone::Taken) {
            MaybeDoneReplaced::Done { output } => output,
            _ => panic!("a branch has one output, once it is ready"),
        }
    }
}

impl<F: Future> fmt::Debug for MaybeDone<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MaybeDone").finish_non_exhaustive()
    }
}

/// Polls every branch that is not ready; each poll begins with another branch, so that none is always last.
pub fn poll_join(
    branches: Pin<&mut dyn BranchList>,
    count: usize,
    start: &mut usize,
    cx: &mut Context<'_>,
) -> Poll<()> {
    poll_try_join(branches, count, start, cx).map(|_| ())
}

/// Polls every branch that is not ready, up to the first that fails; is ready with its index, or with `None` when all
/// are ready.
pub fn poll_try_join(
    mut branches: Pin<&mut dyn BranchList>,
    count: usize,
    start: &mut usize,
    cx: &mut Context<'_>,
) -> Poll<Option<usize>> {
    let first = *start;
    *start = if first + 1 < count { first + 1 } else { 0 };
    let mut waiting = false;
    for index in (first..count).chain(0..first) {
        match branches.as_mut().poll_branch(index, cx) {
            BranchState::Waiting => waiting = true,
            BranchState::Done => {}
            BranchState::Failed => {
                context::program_follows();
                return Poll::Ready(Some(index));
            }
        }
    }
    if waiting {
        return Poll::Pending;
    }
    context::program_follows();
    Poll::Ready(None)
}
