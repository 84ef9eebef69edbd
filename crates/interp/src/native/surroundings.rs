//! What is around a program: its clock, its output and input, its variables, its process.

use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::tree::IntTy;
use crate::value::Value;
use meanwhile_runtime::{print, support, time};
use meanwhile_trace::Stream;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("instant::run_time", run_time),
    ("instant::wall_time", wall_time),
    ("stdio::print_bytes", print_bytes),
    ("stdio::input_line", input_line),
    ("host::random_u64", random),
    ("env::variables", variables),
    ("env::set_variable", set_variable),
    ("env::remove_variable", remove_variable),
    ("env::arguments", arguments),
    ("process::exit", exit),
    ("process::abort", abort),
    ("fs::read_file", read_file),
    ("fs::write_file", write_file),
    ("fs::take_file", take_file),
];

/// When this run was first asked for the time, by its clock: a day after what interpreted instants count from, so that
/// one can look back.
#[derive(Default)]
struct Start(OnceCell<time::Instant>);

const DAY: Duration = Duration::from_secs(86_400);

/// The beginning of the wall clock of a run: of use only to be compared, and the same in every run.
const EPOCH: Duration = Duration::from_secs(1_767_225_600);

/// Variables that the program has set, or removed.
#[derive(Default)]
struct Variables(RefCell<BTreeMap<String, Option<String>>>);

/// Files that the program has written.
#[derive(Default)]
struct Files(RefCell<BTreeMap<String, Vec<u8>>>);

fn elapsed(machine: &Machine) -> Duration {
    let start = machine.state.of::<Start>();
    let now = time::Instant::now();
    now.saturating_duration_since(*start.0.get_or_init(|| now))
}

/// The wall clock of the run.
pub(super) fn wall_clock(machine: &Machine) -> Duration {
    EPOCH + elapsed(machine)
}

fn parts(duration: Duration) -> Value {
    let nanos = Value::int(IntTy::U32, i128::from(duration.subsec_nanos()));
    Value::tuple([Value::u64(duration.as_secs()), nanos])
}

fn run_time(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(parts(DAY + elapsed(call.machine)))
}

fn wall_time(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(parts(EPOCH + elapsed(call.machine)))
}

fn print_bytes(call: &mut Call<'_>) -> Result<Value, Trap> {
    let bytes = call.bytes(0)?;
    let stream = if matches!(call.args[1], Value::Bool(true)) { Stream::Err } else { Stream::Out };
    call.machine.printed(bytes.len(), call.span)?;
    print::print(stream, format_args!("{}", String::from_utf8_lossy(&bytes)));
    Ok(Value::Unit)
}

/// There is nobody who types: the input is at its end.
fn input_line(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(call.machine.string(""))
}

/// Of the run's chance, which its seed decides.
fn random(_: &mut Call<'_>) -> Result<Value, Trap> {
    let parts = [0; 4].map(|_: u8| u64::from(support::pick(1 << 16)));
    Ok(Value::u64(parts.into_iter().fold(0, |all, it| all << 16 | it)))
}

fn variables(call: &mut Call<'_>) -> Result<Value, Trap> {
    let set = call.machine.state.of::<Variables>();
    let mut all = BTreeMap::new();
    if let Ok(site) = meanwhile_runtime::env::var("SITE") {
        all.insert("SITE".to_owned(), Some(site));
    }
    all.extend(set.0.borrow().clone());
    let pair = |(name, value): (String, Option<String>)| {
        Some(Value::tuple([call.machine.string(name), call.machine.string(value?)]))
    };
    Ok(call.vec(all.into_iter().filter_map(pair).collect::<Vec<_>>()))
}

fn set_variable(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (name, value) = (call.text(0)?, call.text(1)?);
    let set = call.machine.state.of::<Variables>();
    set.0.borrow_mut().insert(name.to_string(), Some(value.to_string()));
    Ok(Value::Unit)
}

fn remove_variable(call: &mut Call<'_>) -> Result<Value, Trap> {
    let name = call.text(0)?;
    call.machine.state.of::<Variables>().0.borrow_mut().insert(name.to_string(), None);
    Ok(Value::Unit)
}

fn arguments(call: &mut Call<'_>) -> Result<Value, Trap> {
    let name = call.machine.string("main");
    Ok(call.vec([name]))
}

fn exit(call: &mut Call<'_>) -> Result<Value, Trap> {
    Err(Trap::Exit(call.int(0)?.1 as i32))
}

/// As a process that ends by `SIGABRT`.
fn abort(_: &mut Call<'_>) -> Result<Value, Trap> {
    Err(Trap::Exit(134))
}

fn read_file(call: &mut Call<'_>) -> Result<Value, Trap> {
    let path = call.text(0)?;
    let files = call.machine.state.of::<Files>();
    let bytes = files.0.borrow().get(&**path).cloned();
    let values = bytes.map(|it| call.vec(super::text::byte_values(&it).collect::<Vec<_>>()));
    Ok(call.machine.option(values))
}

fn take_file(call: &mut Call<'_>) -> Result<Value, Trap> {
    let path = call.text(0)?;
    let taken = call.machine.state.of::<Files>().0.borrow_mut().remove(&**path);
    Ok(Value::Bool(taken.is_some()))
}

fn write_file(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (path, bytes) = (call.text(0)?, call.bytes(1)?);
    call.machine.state.of::<Files>().0.borrow_mut().insert(path.to_string(), bytes);
    Ok(Value::Unit)
}
