//! What of a run can still happen: tasks that can run, tasks that gave up a turn, input and output under way.
//!
//! Whose turn it is goes as on tokio's runtime of one thread. The main task is in no queue there: when it is woken, the
//! others that can run come first, and what timers wake comes after it.

use super::core::{RunCore, lock};
use super::leaks::{Kept, Leak};
use crate::task::TaskCell;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Waker;

/// After this many polls the main task and those that gave up their turn get it even if others can still run, as in tokio.
const POLLS_A_TURN: u64 = 61;

/// Counts what can still happen in a run.
#[derive(Default)]
pub(crate) struct Agenda {
    /// Tasks that are in the event loop's queue, and the one that is being polled.
    runnable: AtomicU64,
    /// Real requests and jobs under way.
    in_flight: AtomicU64,
    polls: AtomicU64,
    /// The main task, if it has been woken, or gave up its turn, and waits for the others.
    main: Mutex<Option<Arc<TaskCell>>>,
    /// Other tasks that gave up their turn with `yield_now`.
    deferred: Mutex<Vec<Arc<TaskCell>>>,
    /// The tasks that timers have woken, while they do.
    woken: Mutex<Option<Vec<Arc<TaskCell>>>>,
    /// Whether a look at the virtual clock is in the event loop's queue.
    looking: AtomicBool,
}

impl Agenda {
    pub(crate) fn task_queued(&self) {
        self.runnable.fetch_add(1, Ordering::Relaxed);
    }

    /// Has a task wait that gave up its turn.
    pub(crate) fn defer(&self, task: Arc<TaskCell>) {
        if !task.is_main() {
            lock(&self.deferred).push(task);
        } else if task.set_woken() {
            *lock(&self.main) = Some(task);
        }
    }

    /// Has a woken task wait, if others come before it. Returns whether it does.
    pub(crate) fn hold(&self, task: &Arc<TaskCell>) -> bool {
        if let Some(woken) = &mut *lock(&self.woken) {
            woken.push(task.clone());
        } else if task.is_main() && !self.is_idle() {
            *lock(&self.main) = Some(task.clone());
        } else {
            return false;
        }
        true
    }

    /// Gives the waiting tasks their turn: as in tokio first the main task, then the others, the last to give up its turn
    /// first.
    fn next_turn(&self) {
        self.polls.store(0, Ordering::Relaxed);
        let main = lock(&self.main).take();
        if let Some(main) = main {
            main.enter_queue();
        }
        let deferred = std::mem::take(&mut *lock(&self.deferred));
        deferred.iter().rev().for_each(TaskCell::queue);
    }

    /// Calls the wakers of timers that are due. Of the tasks that they wake the main task comes first.
    pub(crate) fn wake_by_timers(&self, due: Vec<Waker>) {
        *lock(&self.woken) = Some(Vec::new());
        due.into_iter().for_each(Waker::wake);
        let mut woken = lock(&self.woken).take().unwrap_or_default();
        // A stable sort: the others stay in order.
        woken.sort_by_key(|it| !it.is_main());
        woken.iter().for_each(|it| it.enter_queue());
    }

    fn is_idle(&self) -> bool {
        self.runnable.load(Ordering::Relaxed) == 0
    }

    fn nothing_can_run(&self) -> bool {
        self.is_idle()
            && self.in_flight.load(Ordering::Relaxed) == 0
            && lock(&self.main).is_none()
            && lock(&self.deferred).is_empty()
    }
}

impl RunCore {
    /// Sees to what comes next after a task's poll: tasks that wait for the others, then the virtual clock.
    pub(crate) fn after_poll(self: &Arc<Self>, task: &TaskCell) {
        self.agenda.runnable.fetch_sub(1, Ordering::Relaxed);
        let polls = self.agenda.polls.fetch_add(u64::from(!task.is_main()), Ordering::Relaxed) + 1;
        if self.agenda.is_idle() || polls >= POLLS_A_TURN {
            self.agenda.next_turn();
        }
        self.look_at_clock();
    }

    /// Whether any task can run besides the one that is being polled.
    pub(crate) fn others_can_run(&self) -> bool {
        self.agenda.runnable.load(Ordering::Relaxed) > 1 || !lock(&self.agenda.deferred).is_empty()
    }

    /// Lets virtual time go on in a turn of its own, if nothing else can happen.
    pub(crate) fn look_at_clock(self: &Arc<Self>) {
        if !self.clock.is_virtual() || self.status().is_some() || !self.agenda.nothing_can_run() {
            return;
        }
        if self.agenda.looking.swap(true, Ordering::Relaxed) {
            return;
        }
        let run = self.clone();
        crate::platform::spawn_local(async move {
            run.agenda.looking.store(false, Ordering::Relaxed);
            run.advance();
        });
    }

    /// Moves virtual time to the next timer that has a taker.
    fn advance(self: &Arc<Self>) {
        while self.status().is_none() && self.agenda.nothing_can_run() {
            let Some(due) = self.clock.advance() else {
                if !self.may_be_interrupted() {
                    self.stuck();
                }
                return;
            };
            self.agenda.wake_by_timers(due);
        }
    }

    /// Returns whether Stop could still make something run. Natively nobody presses it while this thread drives the run.
    #[cfg(not(target_family = "wasm"))]
    fn may_be_interrupted(&self) -> bool {
        false
    }

    /// Returns whether Stop could still make something run.
    #[cfg(target_family = "wasm")]
    fn may_be_interrupted(&self) -> bool {
        self.interrupts.are_awaited()
    }

    /// Notes that real work is under way outside of the program, until the guard is dropped: virtual time stands still
    /// meanwhile.
    pub(crate) fn in_flight(self: &Arc<Self>) -> InFlight {
        self.agenda.in_flight.fetch_add(1, Ordering::Relaxed);
        let run = self.clone();
        let kept = self.keep(|| Leak::GiveBack(Box::new(move || run.landed())));
        InFlight { run: self.clone(), kept }
    }

    fn landed(self: &Arc<Self>) {
        self.agenda.in_flight.fetch_sub(1, Ordering::Relaxed);
        self.look_at_clock();
    }
}

/// Work under way outside of the program: a request, a job.
pub(crate) struct InFlight {
    run: Arc<RunCore>,
    kept: Option<Kept>,
}

impl Drop for InFlight {
    fn drop(&mut self) {
        if !self.kept.as_ref().is_some_and(Kept::is_given_back) {
            self.run.landed();
        }
    }
}
