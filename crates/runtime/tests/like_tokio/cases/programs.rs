// Included twice: with `rt` for tokio, and with `rt` for this runtime.

use super::Said;
use rt::task::{self, JoinSet, LocalSet};
use rt::time::{Duration, sleep};

struct Tell(Said);

impl Drop for Tell {
    fn drop(&mut self) {
        self.0.say("dropped");
    }
}

async fn worker(name: &'static str, said: Said) {
    for turn in 1..=3 {
        said.say(format!("{name}{turn}"));
        task::yield_now().await;
    }
}

pub(super) async fn who_gives_up_a_turn_last_gets_it_back_first(said: Said) {
    let tasks = ["a", "b"].map(|it| task::spawn(worker(it, said.clone())));
    for task in tasks {
        task.await.unwrap();
    }
}

pub(super) async fn three_who_give_up_their_turns(said: Said) {
    let tasks = ["a", "b", "c"].map(|it| task::spawn(worker(it, said.clone())));
    for task in tasks {
        task.await.unwrap();
    }
}

pub(super) async fn a_yield_in_main_beside_a_task(said: Said) {
    let beside = said.clone();
    rt::join!(worker("x", said), async { task::spawn(worker("y", beside)).await.unwrap() });
}

pub(super) async fn main_that_is_woken_lets_others_go_first(said: Said) {
    let (sender, mut receiver) = rt::sync::mpsc::channel(4);
    let of_task = said.clone();
    task::spawn(async move {
        of_task.say("sends");
        sender.send("received").await.unwrap();
        let later = of_task.clone();
        task::spawn(async move { later.say("spawned") });
        task::yield_now().await;
        of_task.say("again");
    });
    said.say(receiver.recv().await.unwrap());
    task::yield_now().await;
    said.say("end");
}

pub(super) async fn main_comes_first_of_those_whose_timers_are_due(said: Said) {
    let tasks = ["a", "b"].map(|name| {
        let said = said.clone();
        task::spawn(async move {
            for turn in 1..=2 {
                sleep(Duration::from_millis(10)).await;
                said.say(format!("{name}{turn}"));
            }
        })
    });
    task::yield_now().await;
    for turn in 1..=2 {
        sleep(Duration::from_millis(10)).await;
        said.say(format!("main{turn}"));
    }
    for task in tasks {
        task.await.unwrap();
    }
}

pub(super) async fn a_task_that_ends_wakes_main_behind_the_others(said: Said) {
    let tasks = ["a", "b", "c"].map(|name| {
        let said = said.clone();
        task::spawn(async move {
            if name == "a" {
                let said = said.clone();
                task::spawn(async move { said.say("of a") });
            }
            said.say(name);
        })
    });
    for (number, task) in tasks.into_iter().enumerate() {
        task.await.unwrap();
        said.say(number);
    }
}

pub(super) async fn a_task_that_is_woken_in_its_last_poll_holds_nothing_up(said: Said) {
    let task = task::spawn(std::future::poll_fn(|cx| {
        cx.waker().wake_by_ref();
        std::task::Poll::Ready("over")
    }));
    said.say(task.await.unwrap());
    sleep(Duration::from_millis(10)).await;
    said.say("later");
}

pub(super) async fn a_hundred_who_give_up_their_turns(said: Said) {
    let tasks = (0..100).map(|number| {
        let said = said.clone();
        task::spawn(async move {
            task::yield_now().await;
            if number % 20 == 0 || number == 61 {
                said.say(number);
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
}

pub(super) async fn a_waker_of_a_task_that_is_over_does_nothing(said: Said) {
    let task = task::spawn(std::future::poll_fn(|cx| std::task::Poll::Ready(cx.waker().clone())));
    task.await.unwrap().wake();
    task::yield_now().await;
    said.say("turn");
    sleep(Duration::from_millis(10)).await;
    said.say("later");
}

pub(super) async fn a_budget_ends_after_128(said: Said) {
    let (counting, beside) = (said.clone(), said);
    let first = task::spawn(async move {
        let mut count = 0;
        for _ in 0..300 {
            task::coop::consume_budget().await;
            count += 1;
        }
        counting.say(count);
    });
    let second = task::spawn(async move { beside.say("beside") });
    first.await.unwrap();
    second.await.unwrap();
}

pub(super) async fn unconstrained_futures_do_not_give_up_their_turn(said: Said) {
    let (counting, beside) = (said.clone(), said);
    let first = task::spawn(task::unconstrained(async move {
        for _ in 0..300 {
            task::consume_budget().await;
        }
        counting.say(300);
    }));
    let second = task::spawn(async move { beside.say("beside") });
    first.await.unwrap();
    second.await.unwrap();
}

pub(super) async fn tasks_have_ids_and_main_has_none(said: Said) {
    said.say(format!("{:?}", task::try_id()));
    let handle = task::spawn(async { task::id() });
    let id = handle.id();
    said.say(handle.await.unwrap() == id);
    let aborted = task::spawn(std::future::pending::<()>());
    let id = aborted.abort_handle().id();
    aborted.abort();
    let error = aborted.await.unwrap_err();
    said.say(error.to_string().matches(&format!("task {id} was cancelled")).count() - 1);
}

async fn after(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms * 10)).await;
    ms
}

pub(super) async fn a_set_is_joined_in_the_order_of_the_ends(said: Said) {
    let mut set = JoinSet::new();
    for ms in [3, 1, 2] {
        set.spawn(after(ms));
    }
    while let Some(result) = set.join_next().await {
        said.say(result.unwrap());
    }
    said.say(set.join_next().await.is_none());
    said.say(set.try_join_next().is_none());
}

pub(super) async fn a_set_can_be_joined_as_a_whole(said: Said) {
    let set: JoinSet<u64> = [3, 1, 2].into_iter().map(after).collect();
    said.say(format!("{:?}", set.join_all().await));
}

pub(super) async fn a_set_tells_who_ended(said: Said) {
    let mut set = JoinSet::new();
    let id = set.spawn(after(5)).id();
    let (ended, output) = set.join_next_with_id().await.unwrap().unwrap();
    said.say(ended == id);
    said.say(output);
}

pub(super) async fn a_set_that_is_shut_down_is_empty(said: Said) {
    let mut set = JoinSet::new();
    set.spawn(async { 1 });
    let tell = Tell(said.clone());
    set.spawn(async move {
        let _tell = tell;
        std::future::pending().await
    });
    said.say(set.len());
    task::yield_now().await;
    said.say(format!("{:?}", set.try_join_next().map(Result::unwrap)));
    said.say(set.try_join_next().is_none());
    set.shutdown().await;
    said.say(set.is_empty());
    said.say(set.len());
}

pub(super) async fn a_set_that_is_dropped_aborts_its_tasks(said: Said) {
    let mut set = JoinSet::new();
    let tell = Tell(said);
    set.spawn(async move {
        let _tell = tell;
        std::future::pending::<()>().await;
    });
    task::yield_now().await;
    drop(set);
    after(1).await;
}

pub(super) async fn a_set_that_is_detached_leaves_its_tasks_running(said: Said) {
    let mut set = JoinSet::new();
    let of_task = said.clone();
    set.spawn(async move {
        after(1).await;
        of_task.say("ran");
    });
    set.detach_all();
    said.say(set.len());
    drop(set);
    after(2).await;
}

pub(super) async fn an_aborted_member_is_cancelled(said: Said) {
    let mut set = JoinSet::new();
    set.spawn(std::future::pending::<()>()).abort();
    if set.join_next().await.unwrap().unwrap_err().is_cancelled() {
        said.say("cancelled");
    }
}

pub(super) async fn a_wait_for_the_next_that_is_dropped_takes_nothing_out(said: Said) {
    let mut set = JoinSet::new();
    set.spawn(after(7));
    let _ = rt::time::timeout(Duration::from_millis(5), set.join_next()).await;
    said.say(set.len());
    said.say(set.join_next().await.unwrap().unwrap());
}

pub(super) async fn a_local_set_waits_for_all_of_its_tasks(said: Said) {
    let local = LocalSet::new();
    let of_task = said.clone();
    let first = local.spawn_local(async move {
        of_task.say("l1");
        task::yield_now().await;
        of_task.say("l2");
        5
    });
    said.say("before");
    let inside = said.clone();
    let one = async move {
        task::spawn_local(async move { inside.say("in") }).await.unwrap();
        1
    };
    said.say(local.run_until(one).await);
    local.await;
    said.say(format!("{:?}", first.await));
}

pub(super) async fn a_dropped_local_set_aborts_its_tasks(said: Said) {
    let local = LocalSet::new();
    let tell = Tell(said);
    local.spawn_local(async move {
        let _tell = tell;
        std::future::pending::<()>().await;
    });
    local.run_until(task::yield_now()).await;
    drop(local);
    after(1).await;
}

rt::task_local! {
    static NUMBER: u32;
    /// Another one.
    static OTHER: u32;
}

pub(super) async fn a_variable_of_a_task_is_its_own(said: Said) {
    let inside = said.clone();
    let number: &'static task::LocalKey<u32> = &NUMBER;
    let first = number.scope(7, async move {
        inside.say(NUMBER.get());
        inside.say(NUMBER.scope(8, async { after(1).await as u32 + NUMBER.get() - 1 }).await);
        inside.say(NUMBER.with(|it| *it));
        let spawned = task::spawn(async { NUMBER.try_get().is_err() });
        inside.say(if spawned.await.unwrap() { "unset" } else { "handed on" });
    });
    rt::join!(first, OTHER.scope(1, after(1)));
    said.say(OTHER.sync_scope(9, || OTHER.get()));
    let mut scope = Box::pin(OTHER.scope(9, async {}));
    said.say(scope.as_mut().take_value().unwrap());
}

pub(super) async fn a_variable_that_is_not_set_is_an_error(said: Said) {
    let number: &'static task::LocalKey<u32> = &NUMBER;
    said.say(number.try_with(|it| *it).unwrap_err());
}
