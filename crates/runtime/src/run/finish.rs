//! Native runs from start to end.

#[cfg(not(target_family = "wasm"))]
pub use native::{Finished, run_to_end};

#[cfg(not(target_family = "wasm"))]
mod native {
    use crate::run::{MainFuture, Run, RunConfig};
    use meanwhile_trace::Trace;
    use meanwhile_trace::report::Status;

    /// A native run that is over.
    #[derive(Debug)]
    pub struct Finished {
        /// How it ended.
        pub status: Status,
        /// What happened.
        pub trace: Trace,
    }

    impl Finished {
        /// Returns everything the program printed, both streams in order.
        pub fn output(&self) -> String {
            self.trace.output().iter().map(|it| self.trace.text(it.text)).collect()
        }
    }

    /// Runs a program to its end on this thread and returns its whole trace.
    ///
    /// On the virtual clock it takes no time to speak of. A program that waits for something that can never happen
    /// ends with [`Status::Limit`] and a line on its standard error that names what still waits.
    ///
    /// ```
    /// use meanwhile_runtime::{RunConfig, println, run_to_end, time};
    /// use meanwhile_trace::ClockKind;
    ///
    /// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    /// let finished = run_to_end(config, || {
    ///     Box::pin(async {
    ///         time::sleep(time::Duration::from_secs(3600)).await;
    ///         println!("an hour later");
    ///         Ok(())
    ///     })
    /// });
    /// assert_eq!(finished.output(), "an hour later\n");
    /// assert_eq!(finished.trace.now_ns(), 3_600_000_000_000);
    /// ```
    pub fn run_to_end(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Finished {
        let clock = config.clock;
        let run = Run::start(config, main);
        let status = run.drive();
        let mut trace = Trace::default();
        trace.clock = clock;
        let applied = trace.apply(&run.recorder().drain());
        debug_assert!(applied.is_ok(), "the only batch of a run: {applied:?}");
        Finished { status, trace }
    }
}
