// Included twice, behind programs.rs: with `rt` for tokio, and with `rt` for this runtime.

#[derive(Debug)]
struct Order {
    table: u32,
    dishes: Vec<&'static str>,
}

async fn order(table: u32) -> Order {
    after(1).await;
    Order { table, dishes: vec!["soup"] }
}

pub(super) async fn a_branch_binds_by_mut_at_any_depth(said: Said) {
    let pair = rt::select! {
        (table, mut total) = async { (after(1).await, 1) } => {
            total += 1;
            (table, total)
        }
    };
    said.say(format!("{pair:?}"));
    rt::select! {
        Some((Ok(mut nested), _)) = async { Some((Ok::<_, ()>(String::from("a")), 2)) } => {
            nested.push('b');
            said.say(nested);
        }
        else => said.say("no match"),
    }
    rt::select! {
        Order { table: 4, mut dishes } = order(4) => {
            dishes.push("cake");
            said.say(format!("{dishes:?}"));
        }
        else => said.say("no match"),
    }
    rt::select! {
        mut dishes = async { vec![1] } => {
            dishes.push(2);
            said.say(dishes.len());
        }
    }
}

pub(super) async fn a_branch_binds_by_reference(said: Said) {
    rt::select! {
        Order { ref dishes, table: ref number @ 1..=9 } = order(4) => said.say(format!("{number}{dishes:?}")),
        else => said.say("no match"),
    }
    rt::select! {
        Some(ref mut word) = async { Some(String::from("tea")) } => {
            word.push('s');
            said.say(word);
        }
        else => said.say("no match"),
    }
    let shared = 7;
    rt::select! {
        &number = async { &shared } => said.say(number),
    }
}

pub(super) async fn a_branch_is_any_other_pattern(said: Said) {
    rt::select! {
        1 | 2 | 8.. = after(8) => said.say("range"),
        _ = after(9) => said.say("late"),
    }
    rt::select! {
        [mut first, .., last] = async { [1, 2, 3] } => {
            first += last;
            said.say(first);
        }
    }
    rt::select! {
        whole @ Order { .. } = order(2) => said.say(format!("{whole:?}")),
    }
    rt::select! {
        [] | [_] = async { &[1, 2][..] } => said.say("short"),
        &[.., mut last] = async { after(1).await; &[1_u32, 2][..] } => {
            last += 1;
            said.say(last);
        }
        else => said.say("no match"),
    }
}

pub(super) async fn an_output_that_does_not_match_is_dropped_and_its_branch_left_out(said: Said) {
    let tell = Tell(said.clone());
    rt::select! {
        biased;
        (2, mut _other) = async { (1, tell) } => said.say("matched"),
        () = async { after(1).await; } => said.say("other"),
    }
    rt::select! {
        Some(mut it) = async { None::<u32> } => {
            it += 1;
            said.say(it);
        }
        Err(ref it) = async { Ok::<u32, u32>(1) } => said.say(it),
        else => said.say("else"),
    }
}

/// What is matched is moved into the handler, once, and dropped by it.
pub(super) async fn an_output_that_matches_is_moved_once(said: Said) {
    let tell = Tell(said.clone());
    let (kept, rest) = rt::select! {
        (mut boxes, it) = async { (Vec::new(), tell) } => {
            said.say("handler");
            boxes.push(it);
            (boxes, "rest")
        }
    };
    said.say(rest);
    drop(kept);
    said.say("end");
}

async fn jobs() -> Result<u32, u32> {
    let mut count = 0;
    loop {
        rt::select! {
            (mut number, _) = async { (count, ()) } => {
                number += 1;
                count = number;
                if number == 2 {
                    continue;
                }
                if number > 3 {
                    return Err(number);
                }
            }
        }
    }
}

pub(super) async fn a_handler_may_leave_its_loop(said: Said) {
    said.say(format!("{:?}", jobs().await));
}
