//! Programs that have to say the same on tokio as on this runtime: the same source, compiled against both.
#![expect(clippy::unwrap_used, clippy::needless_pass_by_value, reason = "short programs that only test")]

use meanwhile_runtime::RunConfig;
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use std::sync::{Arc, Mutex};
use worlds::run_to_end;

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// What a program says, word by word.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<Vec<String>>>);

impl Said {
    fn say(&self, word: impl ToString) {
        self.0.lock().unwrap().push(word.to_string());
    }
}

/// Compares what a program says on both: natively side by side, in a browser with what tokio said natively.
macro_rules! same {
    ($($name:ident, $expected:expr;)*) => { both! { $(
        async fn $name() {
            #[cfg(not(target_family = "wasm"))]
            assert_eq!(said_on_tokio(on_tokio::$name), $expected);

            let said = Said::default();
            let of_run = said.clone();
            let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
            let main = async move {
                here::$name(of_run).await;
                Ok(())
            };
            assert_eq!(run_to_end(config, || Box::pin(main)).await.status, Status::Completed);
            assert_eq!(said.0.lock().unwrap().join(" "), $expected);
        }
    )* } };
}

#[cfg(not(target_family = "wasm"))]
fn said_on_tokio<F: Future<Output = ()>>(program: impl FnOnce(Said) -> F) -> String {
    let said = Said::default();
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(program(said.clone()));
    let words = said.0.lock().unwrap();
    words.join(" ")
}

#[cfg(not(target_family = "wasm"))]
mod on_tokio {
    use tokio as rt;
    include!("like_tokio/cases/programs.rs");
    include!("like_tokio/cases/selects.rs");
    include!("like_tokio/cases/channels.rs");
    include!("like_tokio/cases/locks.rs");
    include!("like_tokio/cases/turns.rs");
}

mod here {
    use meanwhile_runtime as rt;
    include!("like_tokio/cases/programs.rs");
    include!("like_tokio/cases/selects.rs");
    include!("like_tokio/cases/channels.rs");
    include!("like_tokio/cases/locks.rs");
    include!("like_tokio/cases/turns.rs");
}

same! {
    who_gives_up_a_turn_last_gets_it_back_first, "a1 b1 b2 a2 a3 b3";
    three_who_give_up_their_turns, "a1 b1 c1 c2 b2 a2 a3 b3 c3";
    a_yield_in_main_beside_a_task, "x1 y1 x2 y2 x3 y3";
    main_that_is_woken_lets_others_go_first, "sends spawned received again end";
    main_comes_first_of_those_whose_timers_are_due, "main1 a1 b1 main2 a2 b2";
    a_task_that_ends_wakes_main_behind_the_others, "a b c of a 0 1 2";
    a_task_that_is_woken_in_its_last_poll_holds_nothing_up, "over later";
    a_hundred_who_give_up_their_turns, "60 40 20 0 80 61";
    a_waker_of_a_task_that_is_over_does_nothing, "turn later";
    a_budget_ends_after_128, "beside 300";
    tasks_have_ids_and_main_has_none, "None true 0";
    a_set_is_joined_in_the_order_of_the_ends, "1 2 3 true true";
    a_set_can_be_joined_as_a_whole, "[1, 2, 3]";
    a_set_tells_who_ended, "true 5";
    a_set_that_is_shut_down_is_empty, "2 Some(1) true dropped true 0";
    a_set_that_is_dropped_aborts_its_tasks, "dropped";
    a_set_that_is_detached_leaves_its_tasks_running, "0 ran";
    an_aborted_member_is_cancelled, "cancelled";
    a_wait_for_the_next_that_is_dropped_takes_nothing_out, "1 7";
    a_local_set_waits_for_all_of_its_tasks, "before l1 in 1 l2 Ok(5)";
    a_dropped_local_set_aborts_its_tasks, "dropped";
    a_variable_of_a_task_is_its_own, "7 8 7 unset 9 9";
    a_variable_that_is_not_set_is_an_error, "task-local value not set";
    unconstrained_futures_do_not_give_up_their_turn, "300 beside";
    a_branch_binds_by_mut_at_any_depth, "(1, 2) ab [\"soup\", \"cake\"] 2";
    a_branch_binds_by_reference, "4[\"soup\"] teas 7";
    a_branch_is_any_other_pattern, "range 4 Order { table: 2, dishes: [\"soup\"] } 3";
    an_output_that_does_not_match_is_dropped_and_its_branch_left_out, "dropped other else";
    an_output_that_matches_is_moved_once, "handler rest dropped end";
    a_handler_may_leave_its_loop, "Err(4)";
    a_bounded_channel_counts_its_room, "1/3 true 1/3 2 Ok(1) false Ok(\"room\") 1 [2] true";
    a_channel_that_is_closed_is_drained, "false false true true channel closed Ready(Some(\"left\")) None receiving on a closed channel";
    weak_senders_keep_no_channel_open, "1 1 2 1 Some(1) None true 0";
    weak_unbounded_senders_keep_no_channel_open, "1 2 Some(1) None true 0 1";
    an_unbounded_channel_that_is_closed_is_drained, "3 false true Ok(\"a\") true true channel closed Ready(Some(\"b\")) 1 0";
    a_channel_whose_receiver_is_gone_loses_nothing_silently, "waiting late hasty patient true unbounded broadcast watch oneshot";
    a_oneshot_knows_of_its_other_end, "true false true Err(1) channel closed told true false Ok(7) true";
    a_broadcast_counts_its_receivers, "2 true true true 2 3 false channel lagged by 1 Ok(2) false true Err(Closed)";
    a_watch_marks_what_was_seen, "Ok(false) 1 1 false Ok(false) Ok(false) 8 2 true 8 true channel closed channel closed";
    a_mutex_is_taken_in_every_way, "2 true true operation would block 3 2 true";
    a_read_write_lock_is_taken_in_every_way, "2 5 true operation would block true 6 6 1 true 2 7";
    permits_are_counted_taken_together_and_forgotten, "2 3 1 no permits available true true 2 1 true 2 1 3 2 1 false semaphore closed true 2";
    the_last_who_waits_can_be_notified_first, "b a";
    a_cell_is_set_once_and_taken, "false Ok(()) AlreadyInitializedError Some(5) None Some(3) 6";
    an_interval_is_set_anew_in_every_way, "10ms Burst 10 20 50 60 60 80 110 Some(120ms) 120";
    an_instant_is_reckoned_with, "10ms 0ns None true true true false 30ms true";
    what_is_too_late_is_given_up, "deadline has elapsed true Ok(5)";
    a_set_takes_tasks_of_every_kind, "1 2 true 3 true false false true true";
}
