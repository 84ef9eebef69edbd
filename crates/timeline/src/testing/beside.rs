//! Runs in which something is at work besides the loop, or something is held.

use super::Run;
use meanwhile_trace::{Action, Cause, End, ResourceKind, SpanId, SpanKind, Trace};

/// Two requests with phases: one as a browser reports it, one that has not been answered yet.
pub(crate) fn requests() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let get = run.make(SpanKind::Http, "GET /data/todos/1.json", Some(main), 4);
    run.poll(get);
    let slow = run.make(SpanKind::Http, "GET /data/todos/2.json", Some(main), 5);
    run.poll(slow);
    run.pending(main);
    for (at_ms, name) in [(0, "queued"), (40, "connecting"), (70, "waiting"), (260, "downloading")] {
        run.at(at_ms);
        run.phase(get, name);
    }
    run.phase(slow, "queued");
    run.at(380);
    run.wake(get, Cause::Io);
    run.wake(main, Cause::Span(get));
    run.begin(main);
    run.begin(get);
    run.ready(get);
    run.pending(main);
    run.at(400);
    run.trace()
}

/// Five jobs on two workers: the second worker dies at its first, the fifth job is still at work.
pub(crate) fn jobs() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let jobs: Vec<SpanId> = (0..5)
        .map(|it| run.make(SpanKind::Job, &format!("count_primes({it})"), Some(main), 20 + it))
        .collect();
    for job in &jobs {
        run.phase(*job, "queued");
    }
    run.at(1);
    for job in &jobs {
        run.poll(*job);
    }
    run.pending(main);
    run.at(5);
    run.phase(jobs[0], "worker 1");
    run.at(8);
    run.phase(jobs[1], "worker 2");
    run.at(60);
    run.phase(jobs[1], "lost");
    over(&run, main, jobs[1], End::Panicked);
    run.at(90);
    run.phase(jobs[0], "returned");
    run.phase(jobs[2], "worker 1");
    run.at(92);
    over(&run, main, jobs[0], End::Completed);
    run.at(100);
    run.phase(jobs[3], "worker 2");
    run.at(150);
    run.cancel(jobs[2]);
    run.at(190);
    run.phase(jobs[3], "returned");
    over(&run, main, jobs[3], End::Completed);
    run.phase(jobs[4], "worker 2");
    run.at(240);
    run.trace()
}

/// Three that want one lock, and one that waits for a message.
pub(crate) fn locks() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let till = run.resource(main, ResourceKind::Mutex, "mutex till");
    let channel = run.resource(main, ResourceKind::Channel, "channel sums");
    let people = ["ann", "bob", "cid"].map(|it| run.call(main, it, 12));
    let locks = people.map(|it| run.make(SpanKind::Lock, "lock", Some(it), 13));
    for (number, (person, lock)) in people.iter().zip(locks).enumerate() {
        run.begin(*person);
        run.begin(lock);
        if number == 0 {
            run.uses(lock, till, Action::Acquire);
            run.ready(lock);
        } else {
            run.uses(lock, till, Action::Wait);
            run.pending(lock);
        }
        run.pending(*person);
    }
    let recv = run.make(SpanKind::Recv, "recv", Some(main), 30);
    run.begin(recv);
    run.uses(recv, channel, Action::Wait);
    run.pending(recv);
    run.pending(main);
    for (number, at_ms) in [(1, 100), (2, 180)] {
        run.at(at_ms);
        let [before, next] = [number - 1, number];
        run.begin(main);
        run.begin(people[before]);
        run.uses(people[before], channel, Action::Put);
        run.uses(locks[before], till, Action::Release);
        run.wake(locks[next], Cause::Span(people[before]));
        run.ready(people[before]);
        run.begin(locks[next]);
        run.uses(locks[next], till, Action::Acquire);
        run.ready(locks[next]);
        if number == 1 {
            run.wake(recv, Cause::Span(people[before]));
            run.begin(recv);
            run.uses(recv, channel, Action::Take);
            run.ready(recv);
        }
        run.pending(main);
    }
    run.at(240);
    run.trace()
}

/// The job's end, as the loop learns of it.
fn over(run: &Run, main: SpanId, job: SpanId, end: End) {
    run.wake(job, Cause::Io);
    run.begin(main);
    run.begin(job);
    run.over(job, end);
    run.pending(main);
}
