// A job scheduler: priorities in a heap, cancellation by abort handles, progress by watch, a report with local time.
use futures::future::{AbortHandle, Abortable, Aborted};
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::fmt::{self, Write};
use std::sync::{atomic::{self, AtomicU64}, Arc};
use std::time::Duration;
use tokio::select;
use tokio::sync::{mpsc::{self, error::TrySendError}, oneshot, watch, Mutex};
use tokio::time::{self, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(u64);
impl TaskId { fn fresh() -> Self { static NEXT: AtomicU64 = AtomicU64::new(1); TaskId(NEXT.fetch_add(1, atomic::Ordering::Relaxed)) } }
impl fmt::Display for TaskId { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_char('T')?; fmt::Display::fmt(&self.0, f) } }

#[derive(Debug, PartialEq, Eq)]
struct Entry { priority: u8, order: u64, id: TaskId, steps: u32 }
impl Ord for Entry { fn cmp(&self, other: &Self) -> Ordering { self.priority.cmp(&other.priority).then_with(|| other.order.cmp(&self.order)) } }
impl PartialOrd for Entry { fn partial_cmp(&self, other: &Self) -> Option<Ordering> { Some(self.cmp(other)) } }

#[derive(Debug, Clone, Default, PartialEq)]
enum Status { #[default] Queued, Running { done: u32, of: u32 }, Finished(Duration), Cancelled }
impl Status { fn is_final(&self) -> bool { matches!(self, Self::Finished(..) | Self::Cancelled) } }

enum Request { Submit { priority: u8, steps: u32, reply: oneshot::Sender<(TaskId, watch::Receiver<Status>)> }, Cancel(TaskId, oneshot::Sender<bool>), Drain { done: oneshot::Sender<Vec<TaskId>> } }

struct Scheduler { queue: BinaryHeap<Entry>, status: HashMap<TaskId, watch::Sender<Status>>, aborts: Arc<Mutex<HashMap<TaskId, AbortHandle>>>, finished: Vec<TaskId>, order: u64, slots: usize }
impl Scheduler {
    fn new(slots: usize) -> Self { Scheduler { queue: BinaryHeap::new(), status: HashMap::new(), aborts: Default::default(), finished: vec![], order: 0, slots } }
    async fn run(mut self, mut requests: mpsc::Receiver<Request>) {
        let (done_tx, mut done_rx) = mpsc::unbounded_channel::<(TaskId, Result<Duration, Aborted>)>();
        let mut draining: Option<oneshot::Sender<Vec<TaskId>>> = None;
        let mut running = 0usize;
        loop {
            while running < self.slots {
                let Some(Entry { id, steps, .. }) = self.queue.pop() else { break };
                let Some(status) = self.status.get(&id).filter(|s| !s.borrow().is_final()).cloned() else { continue };
                let (handle, registration) = AbortHandle::new_pair();
                self.aborts.lock().await.insert(id, handle);
                let (done, job) = (done_tx.clone(), Abortable::new(job(steps, status), registration));
                tokio::spawn(async move { let _ = done.send((id, job.await)); });
                running += 1;
            }
            if running == 0 && self.queue.is_empty() { if let Some(done) = draining.take() { done.send(self.finished).ok(); return; } }
            select! {
                Some((id, result)) = done_rx.recv() => {
                    running -= 1;
                    self.aborts.lock().await.remove(&id);
                    self.status[&id].send_replace(result.map_or(Status::Cancelled, Status::Finished));
                    self.finished.push(id);
                }
                Some(request) = requests.recv(), if draining.is_none() => match request {
                    Request::Submit { priority, steps, reply } => {
                        let (id, (tx, rx)) = (TaskId::fresh(), watch::channel(Status::default()));
                        self.status.insert(id, tx);
                        self.order += 1;
                        self.queue.push(Entry { priority, order: self.order, id, steps });
                        let _ = reply.send((id, rx));
                    }
                    Request::Cancel(id, reply) => {
                        let known = match self.aborts.lock().await.get(&id) {
                            Some(handle) => { handle.abort(); true }
                            None => self.status.get(&id).is_some_and(|s| s.send_if_modified(|s| { let open = !s.is_final(); if open { *s = Status::Cancelled } open })),
                        };
                        let _ = reply.send(known);
                    }
                    Request::Drain { done } => draining = Some(done),
                },
                else => return,
            }
        }
    }
}
async fn job(steps: u32, status: watch::Sender<Status>) -> Duration {
    let start = Instant::now();
    for done in 1..=steps { time::sleep(Duration::from_millis(10)).await; status.send_replace(Status::Running { done, of: steps }); }
    start.elapsed()
}
async fn submit(tx: &mpsc::Sender<Request>, priority: u8, steps: u32) -> Option<(TaskId, watch::Receiver<Status>)> {
    let (reply, rx) = oneshot::channel();
    tx.send(Request::Submit { priority, steps, reply }).await.ok()?;
    rx.await.ok()
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, rx) = mpsc::channel(16);
    let scheduler = tokio::spawn(Scheduler::new(2).run(rx));
    let mut tasks = Vec::new();
    for (priority, steps) in [(1, 3), (1, 2), (0, 1), (9, 1), (5, 50), (5, 2)] { tasks.push(submit(&tx, priority, steps).await.unwrap()); }
    let (first, progress) = &mut tasks[0];
    let mut seen = vec![progress.borrow().clone()];
    while !seen.last().unwrap().is_final() { progress.changed().await.unwrap(); seen.push(progress.borrow_and_update().clone()); }
    println!("{first} {seen:?}");
    for id in [tasks[4].0, tasks[2].0, TaskId(99)] {
        let (reply, answer) = oneshot::channel();
        tx.send(Request::Cancel(id, reply)).await.unwrap_or_else(|_| panic!("gone"));
        println!("cancel {id:>4}: {:?}", answer.await);
    }
    let (done, finished) = oneshot::channel();
    tx.send(Request::Drain { done }).await.ok().unwrap();
    println!("{:?}", finished.await.map(|ids| ids.iter().map(TaskId::to_string).collect::<Vec<_>>().join(" ")));
    scheduler.await.unwrap();
    for (id, status) in &tasks { println!("{id:<3}| {:?}", *status.borrow()); }
    println!("{:?} {}", submit(&tx, 0, 0).await.is_none(), matches!(tx.try_send(Request::Cancel(TaskId(1), oneshot::channel().0)), Err(TrySendError::Closed(Request::Cancel(TaskId(1), _)))));
    let heap: BinaryHeap<_> = [3, 1, 2].map(|p| Entry { priority: p % 2, order: p.into(), id: TaskId(0), steps: 0 }).into();
    println!("{:?}", heap.into_sorted_vec().iter().map(|e| (e.priority, e.order)).collect::<Vec<_>>());
}
