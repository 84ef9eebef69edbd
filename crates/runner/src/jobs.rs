//! The pool of workers that do the jobs of a program: what `spawn_blocking` hands over.
//!
//! Knows no worker of a browser: [`Workers`] makes them, so that the whole of it runs natively too. Workers are made on
//! demand, one more for each job that finds none idle, up to a limit; they are kept for the next job and the next run.

mod thread;

use meanwhile_runtime::job::{JobCall, JobEvent, JobId, JobOutcome, JobPool};
use meanwhile_trace::Stream;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::{Rc, Weak};
use thread::{Thread, Threads};

/// What a worker is told to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToJobWorker {
    /// The job, under whose name everything about it is told.
    pub job: JobId,
    /// The slug of the program whose function it is.
    pub program: String,
    /// The function and its arguments.
    pub call: JobCall,
}

/// What a worker that does jobs says. Times are milliseconds since 1970, by the worker's own clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromJobWorker {
    /// It is up. Always its first message.
    Loaded,
    /// It has begun with a job.
    Began {
        /// Which.
        job: JobId,
        /// When.
        at_ms: f64,
    },
    /// A job has printed.
    Printed {
        /// Which.
        job: JobId,
        /// Whether to standard error.
        is_error: bool,
        /// What.
        text: String,
    },
    /// A job is over.
    Ended {
        /// Which.
        job: JobId,
        /// When.
        at_ms: f64,
        /// How.
        outcome: JobOutcome,
    },
}

/// What is heard of a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It sent a message.
    Message(FromJobWorker),
    /// It is of no more use, for this reason.
    Died(String),
}

/// What hears a worker.
pub type Hear = Box<dyn Fn(Heard)>;

/// What makes workers.
pub trait Workers {
    /// Returns how many there may be at once.
    fn limit(&self) -> usize;

    /// Makes a worker that does jobs. `number` counts from 1; `hear` is never called from within this call.
    ///
    /// # Errors
    ///
    /// Fails with the reason.
    fn make(&self, number: u32, hear: Hear) -> Result<Box<dyn Worker>, String>;

    /// Calls a function in a later turn of the event loop.
    fn later(&self, f: Box<dyn FnOnce()>);

    /// Returns a worker's time as the run's thread counts it, in nanoseconds.
    fn at_ns(&self, at_ms: f64) -> u64;
}

/// A worker. Dropping it ends it, whatever it does.
pub trait Worker {
    /// Sends a message.
    ///
    /// # Errors
    ///
    /// Fails with the reason.
    fn send(&self, message: &ToJobWorker) -> Result<(), String>;
}

/// A pool of workers.
#[derive(Clone)]
pub struct Pool {
    shared: Rc<Shared>,
}

struct Shared {
    workers: Box<dyn Workers>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    threads: Threads,
    queue: VecDeque<Job>,
    last: u32,
}

/// A job, and who hears of it.
struct Job {
    message: ToJobWorker,
    hear: Rc<dyn Fn(JobEvent)>,
}

impl Pool {
    /// Makes a pool without workers.
    pub fn new(workers: impl Workers + 'static) -> Self {
        Pool { shared: Rc::new(Shared { workers: Box::new(workers), state: RefCell::default() }) }
    }

    /// Returns the pool for the jobs of one program.
    pub fn of_program(&self, slug: &str) -> Rc<dyn JobPool> {
        Rc::new(OfProgram { shared: self.shared.clone(), program: slug.to_owned() })
    }
}

struct OfProgram {
    shared: Rc<Shared>,
    program: String,
}

impl JobPool for OfProgram {
    fn submit(&self, call: JobCall, hear: Box<dyn Fn(JobEvent)>) -> JobId {
        let job = {
            let mut state = self.shared.state.borrow_mut();
            state.last += 1;
            JobId(state.last)
        };
        let message = ToJobWorker { job, program: self.program.clone(), call };
        self.shared.state.borrow_mut().queue.push_back(Job { message, hear: hear.into() });
        Shared::assign(&self.shared);
        job
    }

    fn give_up(&self, job: JobId) {
        let given_up = {
            let mut state = self.shared.state.borrow_mut();
            state.queue.retain(|it| it.message.job != job);
            // The only way to end what runs is to end who runs it.
            state.threads.of_job(job).and_then(|it| state.threads.take(it))
        };
        drop(given_up);
        Shared::assign(&self.shared);
    }
}

impl Shared {
    /// Gives queued jobs to idle workers, and to new ones as far as there may be more.
    fn assign(shared: &Rc<Self>) {
        loop {
            let number = {
                let state = shared.state.borrow();
                if state.queue.is_empty() {
                    return;
                }
                match state.threads.idle() {
                    Some(number) => Some(number),
                    None => state.threads.vacant(shared.workers.limit()),
                }
            };
            let Some(number) = number else { return };
            if !shared.state.borrow().threads.exists(number) {
                Shared::make(shared, number);
            }
            let job = shared.state.borrow_mut().queue.pop_front();
            if let Some(job) = job {
                Shared::give(shared, number, job);
            }
        }
    }

    /// Makes a worker; one that cannot be made is as good as dead, and its job hears of it.
    fn make(shared: &Rc<Self>, number: u32) {
        let weak = Rc::downgrade(shared);
        let made = shared.workers.make(number, Box::new(move |heard| Shared::hear(&weak, number, heard)));
        let thread = match made {
            Ok(worker) => Thread::new(worker),
            Err(why) => {
                let weak = Rc::downgrade(shared);
                let died = move || Shared::hear(&weak, number, Heard::Died(why));
                shared.workers.later(Box::new(died));
                Thread::stillborn()
            }
        };
        shared.state.borrow_mut().threads.put(number, thread);
    }

    fn give(shared: &Rc<Self>, number: u32, job: Job) {
        let worker = {
            let mut state = shared.state.borrow_mut();
            let Some(thread) = state.threads.get_mut(number) else { return };
            let message = job.message.clone();
            thread.job = Some(job);
            // One that is not up yet is told when it is.
            thread.loaded_worker().map(|worker| (worker, message))
        };
        Shared::send(shared, number, worker);
    }

    fn send(shared: &Rc<Self>, number: u32, to: Option<(Rc<dyn Worker>, ToJobWorker)>) {
        let Some((worker, message)) = to else { return };
        if let Err(why) = worker.send(&message) {
            let weak = Rc::downgrade(shared);
            let died = move || Shared::hear(&weak, number, Heard::Died(why));
            shared.workers.later(Box::new(died));
        }
    }

    fn hear(shared: &Weak<Self>, number: u32, heard: Heard) {
        let Some(shared) = shared.upgrade() else { return };
        match heard {
            Heard::Message(FromJobWorker::Loaded) => {
                let worker = {
                    let mut state = shared.state.borrow_mut();
                    state.threads.get_mut(number).and_then(Thread::load)
                };
                Shared::send(&shared, number, worker);
            }
            Heard::Message(message) => shared.tell(number, message),
            Heard::Died(why) => {
                let dead = shared.state.borrow_mut().threads.take(number);
                let hear = dead.as_ref().and_then(|it| it.job.as_ref()).map(|it| it.hear.clone());
                drop(dead);
                if let Some(hear) = hear {
                    let at_ns = meanwhile_runtime::job::now_ns();
                    hear(JobEvent::Ended { at_ns, outcome: JobOutcome::Lost(why) });
                }
            }
        }
        Shared::assign(&shared);
    }

    /// Passes on what a worker says of the job that it does.
    fn tell(&self, number: u32, message: FromJobWorker) {
        let (job, event) = match message {
            FromJobWorker::Loaded => return,
            FromJobWorker::Began { job, at_ms } => {
                (job, JobEvent::Began { thread: number, at_ns: self.workers.at_ns(at_ms) })
            }
            FromJobWorker::Printed { job, is_error, text } => {
                let stream = if is_error { Stream::Err } else { Stream::Out };
                (job, JobEvent::Printed { stream, text })
            }
            FromJobWorker::Ended { job, at_ms, outcome } => {
                (job, JobEvent::Ended { at_ns: self.workers.at_ns(at_ms), outcome })
            }
        };
        let hear = {
            let mut state = self.state.borrow_mut();
            let is_over = matches!(event, JobEvent::Ended { .. });
            state.threads.get_mut(number).and_then(|it| it.hear_of(job, is_over))
        };
        if let Some(hear) = hear {
            hear(event);
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.shared.state.borrow();
        f.debug_struct("Pool").field("queued", &state.queue.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for OfProgram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OfProgram").field("program", &self.program).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
