//! A worker's place in the pool.

use super::{Job, ToJobWorker, Worker};
use meanwhile_runtime::job::{JobEvent, JobId};
use std::rc::Rc;

/// A worker, and the job that it does.
pub(super) struct Thread {
    /// `None` for one that could not be made.
    worker: Option<Rc<dyn Worker>>,
    is_loaded: bool,
    pub(super) job: Option<Job>,
}

/// The workers by their numbers, from 1.
#[derive(Default)]
pub(super) struct Threads(Vec<Option<Thread>>);

impl Thread {
    pub(super) fn new(worker: Box<dyn Worker>) -> Self {
        Thread { worker: Some(worker.into()), is_loaded: false, job: None }
    }

    /// Stands for a worker that could not be made, until its job has heard of that.
    pub(super) fn stillborn() -> Self {
        Thread { worker: None, is_loaded: false, job: None }
    }

    /// Returns the worker if it can be told something.
    pub(super) fn loaded_worker(&self) -> Option<Rc<dyn Worker>> {
        self.worker.clone().filter(|_| self.is_loaded)
    }

    /// Notes that the worker is up, and returns what it is to be told.
    pub(super) fn load(&mut self) -> Option<(Rc<dyn Worker>, ToJobWorker)> {
        self.is_loaded = true;
        let message = self.job.as_ref()?.message.clone();
        Some((self.worker.clone()?, message))
    }

    /// Returns who hears of a job, if it is the one that is being done.
    pub(super) fn hear_of(&mut self, job: JobId, is_over: bool) -> Option<Rc<dyn Fn(JobEvent)>> {
        let hear = self.job.as_ref().filter(|it| it.message.job == job)?.hear.clone();
        if is_over {
            self.job = None;
        }
        Some(hear)
    }
}

impl Threads {
    fn index(number: u32) -> usize {
        number as usize - 1
    }

    pub(super) fn exists(&self, number: u32) -> bool {
        matches!(self.0.get(Self::index(number)), Some(Some(_)))
    }

    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Thread> {
        self.0.get_mut(Self::index(number))?.as_mut()
    }

    pub(super) fn put(&mut self, number: u32, thread: Thread) {
        let index = Self::index(number);
        if self.0.len() <= index {
            self.0.resize_with(index + 1, || None);
        }
        self.0[index] = Some(thread);
    }

    /// Takes a worker out. To be dropped outside of any borrow.
    pub(super) fn take(&mut self, number: u32) -> Option<Thread> {
        self.0.get_mut(Self::index(number))?.take()
    }

    fn numbers(&self) -> impl Iterator<Item = (u32, &Option<Thread>)> {
        (1..).zip(&self.0)
    }

    /// Returns the first worker that does nothing.
    pub(super) fn idle(&self) -> Option<u32> {
        self.numbers().find(|(_, it)| it.as_ref().is_some_and(|it| it.job.is_none())).map(|it| it.0)
    }

    /// Returns the number of the next worker to be made, if there may be one.
    pub(super) fn vacant(&self, limit: usize) -> Option<u32> {
        let next = self.0.len() as u32 + 1;
        let gap = self.numbers().find(|(_, it)| it.is_none()).map(|it| it.0);
        gap.or_else(|| (self.0.len() < limit).then_some(next))
    }

    /// Returns the worker that does a job.
    pub(super) fn of_job(&self, job: JobId) -> Option<u32> {
        let does = |it: &Option<Thread>| {
            it.as_ref().and_then(|it| it.job.as_ref()).is_some_and(|it| it.message.job == job)
        };
        self.numbers().find(|(_, it)| does(it)).map(|it| it.0)
    }
}
