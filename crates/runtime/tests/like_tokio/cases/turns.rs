// Included twice, behind programs.rs: with `rt` for tokio, and with `rt` for this runtime.

use rt::time::{Instant, MissedTickBehavior, interval, interval_at, sleep_until, timeout, timeout_at};

const TEN: Duration = Duration::from_millis(10);

pub(super) async fn an_interval_is_set_anew_in_every_way(said: Said) {
    let start = Instant::now();
    let mut ticks = interval_at(start + TEN, TEN);
    said.say(format!("{:?} {:?}", ticks.period(), ticks.missed_tick_behavior()));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let next = async |ticks: &mut rt::time::Interval| {
        let at = ticks.tick().await;
        said.say(at.duration_since(start).as_millis());
    };
    next(&mut ticks).await;
    sleep(TEN * 3 + TEN / 2).await;
    next(&mut ticks).await;
    next(&mut ticks).await;
    ticks.reset();
    next(&mut ticks).await;
    ticks.reset_immediately();
    next(&mut ticks).await;
    ticks.reset_after(TEN * 2);
    next(&mut ticks).await;
    ticks.reset_at(Instant::now() + TEN * 3);
    next(&mut ticks).await;
    let polled = std::future::poll_fn(|cx| ticks.poll_tick(cx)).await;
    said.say(format!("{:?}", polled.checked_duration_since(start)));
    let mut at_once = interval(TEN);
    at_once.tick().await;
    said.say(start.elapsed().as_millis());
}

pub(super) async fn an_instant_is_reckoned_with(said: Said) {
    let start = Instant::now();
    let later = start.checked_add(TEN).unwrap();
    said.say(format!("{:?} {:?}", later.duration_since(start), start.saturating_duration_since(later)));
    said.say(format!("{:?} {:?}", start.checked_duration_since(later), later.checked_sub(TEN) == Some(start)));
    sleep_until(later).await;
    said.say(format!("{:?}", start.elapsed() == TEN));
    let mut pause = Box::pin(sleep(TEN));
    said.say(format!("{} {}", pause.deadline() == later + TEN, pause.is_elapsed()));
    pause.as_mut().reset(later + TEN * 2);
    pause.as_mut().await;
    said.say(format!("{:?} {}", start.elapsed(), pause.is_elapsed()));
}

pub(super) async fn what_is_too_late_is_given_up(said: Said) {
    let error: rt::time::error::Elapsed = timeout(TEN, sleep(TEN * 2)).await.unwrap_err();
    said.say(error);
    said.say(format!("{:?}", timeout_at(Instant::now() + TEN, after(1)).await.is_ok()));
    said.say(format!("{:?}", timeout_at(Instant::now() + TEN, async { 5 }).await));
}

pub(super) async fn a_set_takes_tasks_of_every_kind(said: Said) {
    let local = LocalSet::new();
    let inner = said.clone();
    local
        .run_until(async move {
            let said = inner;
            let mut set = JoinSet::new();
            set.spawn_local(async { 1 });
            said.say(set.join_next().await.unwrap().unwrap());
            set.spawn_blocking(|| 2);
            said.say(set.join_next().await.unwrap().unwrap());
            let id = set.spawn(async { 3 }).id();
            task::yield_now().await;
            let (ended, output) = set.try_join_next_with_id().unwrap().unwrap();
            said.say(format!("{} {output}", ended == id));
            set.spawn(std::future::pending());
            set.abort_all();
            let polled = std::future::poll_fn(|cx| set.poll_join_next(cx)).await;
            said.say(polled.unwrap().unwrap_err().is_cancelled());
        })
        .await;
    let handle = task::spawn(after(1));
    let abort = handle.abort_handle();
    said.say(format!("{} {}", handle.is_finished(), abort.is_finished()));
    let _ = handle.await;
    said.say(abort.is_finished());
    said.say(task::coop::unconstrained(async { task::coop::has_budget_remaining() }).await);
}
