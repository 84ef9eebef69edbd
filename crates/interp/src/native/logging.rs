//! What listens to the messages of `log` and `tracing`: their usual printers.

use super::surroundings::wall_clock;
use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::value::Value;
use meanwhile_runtime::print;
use meanwhile_trace::Stream;
use std::cell::Cell;

pub(super) const TABLE: Table = &[("host::listen", listen), ("host::listening_level", listening_level)];

const LEVELS: [&str; 6] = ["OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"];

/// How much of each crate's messages is printed: 0 is nothing, 5 all.
#[derive(Default)]
struct Listening {
    log: Cell<u8>,
    tracing: Cell<u8>,
    /// Whether tracing's lines are without the time, and without where they come from.
    plain: Cell<(bool, bool)>,
}

/// `(tracing, level, without time, without target)`.
fn listen(call: &mut Call<'_>) -> Result<Value, Trap> {
    let is = |index: usize| matches!(call.args[index], Value::Bool(true));
    let level = call.int(1)?.1 as u8;
    let state = call.machine.state.of::<Listening>();
    let of = if is(0) { &state.tracing } else { &state.log };
    of.set(level);
    if is(0) {
        state.plain.set((is(2), is(3)));
    }
    Ok(Value::Unit)
}

fn listening_level(call: &mut Call<'_>) -> Result<Value, Trap> {
    let state = call.machine.state.of::<Listening>();
    let of = if matches!(call.args[0], Value::Bool(true)) { &state.tracing } else { &state.log };
    Ok(Value::int(crate::tree::IntTy::U8, i128::from(of.get())))
}

/// Whether anybody listens to messages of this level.
pub(crate) fn enabled(machine: &Machine, tracing: bool, level: u8) -> bool {
    let state = machine.state.of::<Listening>();
    level <= if tracing { state.tracing.get() } else { state.log.get() }
}

/// Prints a message as `tracing_subscriber::fmt` or `env_logger` does.
pub(crate) fn message(machine: &Machine, tracing: bool, level: u8, target: &str, text: &str) {
    let name = LEVELS.get(level as usize).copied().unwrap_or_default();
    if !tracing {
        print::print(Stream::Err, format_args!("[{}Z {name:<5} {target}] {text}\n", time(machine, 0)));
        return;
    }
    let (no_time, no_target) = machine.state.of::<Listening>().plain.get();
    let time = if no_time { String::new() } else { format!("{}Z ", time(machine, 6)) };
    let target = if no_target { String::new() } else { format!("{target}: ") };
    print::print(Stream::Out, format_args!("{time}{name:>5} {target}{text}\n"));
}

/// The wall clock of the run, with so many digits behind the second.
fn time(machine: &Machine, digits: usize) -> String {
    let now = wall_clock(machine);
    let (days, seconds) = (now.as_secs() / 86_400, now.as_secs() % 86_400);
    let (year, month, day) = date(days as i64);
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let behind = format!(".{:06}", now.subsec_micros());
    let behind = if digits == 0 { "" } else { behind.as_str() };
    format!("{year:04}-{month:02}-{day:02}T{clock}{behind}")
}

/// The date of a day counted from 1970-01-01: in years that begin in March, so that the day that some have is the last.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
