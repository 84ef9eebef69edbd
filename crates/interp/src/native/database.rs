//! The runtime's databases: values go in and out as JSON.

use super::task::plain_native;
use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped, text_of};
use crate::tree::IntTy;
use crate::value::{Head, Native, Obj, Value};
use meanwhile_runtime::db::{Database, Error, Queries, Schema, Store, Stores, Transaction};
use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future;
use std::ops::Bound;
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("host::host_open_database", open),
    ("HostQueries::begin_stores", begin),
    ("HostQueries::commit_changes", commit),
    ("HostQueries::put_json", put),
    ("HostQueries::get_json", get),
    ("HostQueries::delete_key", delete),
    ("HostQueries::clear_store", clear),
    ("HostQueries::scan_json", scan),
];

/// What can be asked: a database, or a transaction until it is committed.
enum Open {
    Database(Database),
    Transaction(Option<Transaction>),
}

plain_native!(Open);

struct Names(Vec<&'static str>);

impl Stores for Names {
    fn names(self) -> Vec<&'static str> {
        self.0
    }
}

enum Key {
    Number(f64),
    Text(String),
}

type Json = serde_json::Value;

/// A name for ever: there are no more of them than programs have names of stores.
fn name(text: &str) -> &'static str {
    thread_local! {
        static NAMES: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }
    NAMES.with_borrow_mut(|names| {
        if let Some(known) = names.get(text) {
            return *known;
        }
        let made: &'static str = Box::leak(text.to_owned().into_boxed_str());
        names.insert(made);
        made
    })
}

fn names(call: &Call<'_>, index: usize) -> Result<Vec<&'static str>, Trap> {
    let (object, start, len) = call.elements(index)?;
    let text = |at: usize| text_of(&stripped(&object.get(at as u32))).unwrap_or_default();
    Ok((start..start + len).map(|at| name(&text(at))).collect())
}

fn store<K>(call: &Call<'_>, index: usize) -> Result<Store<K, Json>, Trap> {
    Ok(Store::new(name(&call.text(index)?)))
}

fn key(call: &Call<'_>, index: usize) -> Result<Key, Trap> {
    let mut value = stripped(&call.args[index]);
    // One that may be there is there.
    if let Value::Obj(some) = &value
        && some.head == Head::Adt(call.machine.known().option)
    {
        value = stripped(&some.get(0));
    }
    match (&value, text_of(&value)) {
        (_, Some(text)) => Ok(Key::Text(text)),
        (Value::F64(number), _) => Ok(Key::Number(*number)),
        (value, _) => match value.as_int() {
            Some(number) => Ok(Key::Number(number as f64)),
            None => Err(Trap::unsupported(call.span, "keys other than numbers and texts are not supported")),
        },
    }
}

/// An error by the name of its kind, and what it is about.
fn failure(machine: &Machine, error: &Error) -> Value {
    let (kind, about) = match error {
        Error::NoStore(it) => ("NoStore", it.clone()),
        Error::Constraint(it) => ("Constraint", it.clone()),
        Error::Quota => ("Quota", String::new()),
        Error::Version(it) => ("Version", it.to_string()),
        Error::Closed => ("Closed", String::new()),
        Error::Data(it) => ("Data", it.clone()),
        Error::Key(it) => ("Key", it.clone()),
        Error::ReadOnly => ("ReadOnly", String::new()),
        Error::NotInTransaction(it) => ("NotInTransaction", it.clone()),
        other => ("Other", other.to_string()),
    };
    Value::tuple([Value::str(kind), machine.string(about)])
}

fn later<T: 'static>(
    call: &Call<'_>,
    work: impl Future<Output = Result<T, Error>> + 'static,
    value: impl FnOnce(&Rc<Machine>, T) -> Value + 'static,
) -> Result<Value, Trap> {
    let machine = call.machine.clone();
    Ok(call.future(async move {
        let done = work.await;
        machine.result(done.map(|it| value(&machine, it)).map_err(|it| failure(&machine, &it)))
    }))
}

fn object(machine: &Machine, open: Open) -> Value {
    let adt = machine.program().lang.adts.get("HostQueries").copied();
    adt.map_or(Value::Unit, |it| Value::Obj(Obj::native(it, open)))
}

fn asked<R>(call: &Call<'_>, work: impl FnOnce(&Queries) -> R) -> Result<R, Trap> {
    let gone = Trap::fault(call.span, "a transaction that is over");
    call.host(0, |it: &mut Open| match it {
        Open::Database(it) => Some(work(it)),
        Open::Transaction(it) => it.as_ref().map(|it| work(it)),
    })?
    .ok_or(gone)
}

/// `(name, version, stores, removed)`.
fn open(call: &mut Call<'_>) -> Result<Value, Trap> {
    let mut schema = Schema::new(call.int(1)?.1 as u32);
    for name in names(call, 2)? {
        schema = schema.store(Store::<f64, Json>::new(name));
    }
    for name in names(call, 3)? {
        schema = schema.without(name);
    }
    let opened = Database::open(&call.text(0)?, schema);
    later(call, opened, |machine, it| object(machine, Open::Database(it)))
}

/// `(stores, writes)`.
fn begin(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (stores, writes) = (Names(names(call, 1)?), matches!(call.args[2], Value::Bool(true)));
    let begun = call.host(0, |it: &mut Open| match it {
        Open::Database(it) if writes => Some(it.begin(stores)),
        Open::Database(it) => Some(it.begin_read(stores)),
        Open::Transaction(_) => None,
    })?;
    let begun = begun.ok_or_else(|| Trap::fault(call.span, "a transaction within a transaction"))?;
    later(call, begun, |machine, it| object(machine, Open::Transaction(Some(it))))
}

fn commit(call: &mut Call<'_>) -> Result<Value, Trap> {
    let taken = call.host(0, |it: &mut Open| match it {
        Open::Transaction(it) => it.take(),
        Open::Database(_) => None,
    })?;
    let taken = taken.ok_or_else(|| Trap::fault(call.span, "a transaction that is over"))?;
    later(call, taken.commit(), |_, ()| Value::Unit)
}

/// `(store, key, json, fresh)`.
fn put(call: &mut Call<'_>) -> Result<Value, Trap> {
    let json: Json = serde_json::from_str(&call.text(3)?).unwrap_or_default();
    let fresh = matches!(call.args[4], Value::Bool(true));
    let (numbers, texts) = (store::<f64>(call, 1)?, store::<String>(call, 1)?);
    let key = key(call, 2)?;
    let work = asked(call, |it| match (&key, fresh) {
        (Key::Number(key), false) => it.put(numbers, key, &json),
        (Key::Number(key), true) => it.add(numbers, key, &json),
        (Key::Text(key), false) => it.put(texts, key, &json),
        (Key::Text(key), true) => it.add(texts, key, &json),
    })?;
    later(call, work, |_, ()| Value::Unit)
}

/// `(store, key)`.
fn get(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (numbers, texts) = (store::<f64>(call, 1)?, store::<String>(call, 1)?);
    let key = key(call, 2)?;
    let work = asked(call, |it| match &key {
        Key::Number(key) => it.get(numbers, key),
        Key::Text(key) => it.get(texts, key),
    })?;
    later(call, work, |machine, it| machine.option(it.map(|it| machine.string(it.to_string()))))
}

fn delete(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (numbers, texts) = (store::<f64>(call, 1)?, store::<String>(call, 1)?);
    let key = key(call, 2)?;
    let work = asked(call, |it| match &key {
        Key::Number(key) => it.delete(numbers, key),
        Key::Text(key) => it.delete(texts, key),
    })?;
    later(call, work, |_, ()| Value::Unit)
}

fn clear(call: &mut Call<'_>) -> Result<Value, Trap> {
    let numbers = store::<f64>(call, 1)?;
    let work = asked(call, |it| it.clear(numbers))?;
    later(call, work, |_, ()| Value::Unit)
}

fn rows<K>(machine: &Machine, rows: Vec<(K, Json)>, key: impl Fn(K) -> Value) -> Value {
    let pair = |(it, json): (K, Json)| Value::tuple([key(it), machine.string(json.to_string())]);
    Value::Obj(Obj::new(Head::Adt(machine.known().vec), 0, rows.into_iter().map(pair).collect()))
}

/// `(store, texts, start, start key, end, end key)`: a bound is none (0), with its key (1) or without it (2). Numbers
/// come back as whole ones, if they are.
fn scan(call: &mut Call<'_>) -> Result<Value, Trap> {
    let bound = |call: &Call<'_>, at: usize| -> Result<Bound<Key>, Trap> {
        Ok(match call.int(at)?.1 {
            0 => Bound::Unbounded,
            1 => Bound::Included(key(call, at + 1)?),
            _ => Bound::Excluded(key(call, at + 1)?),
        })
    };
    let (start, end) = (bound(call, 3)?, bound(call, 5)?);
    if matches!(call.args[2], Value::Bool(true)) {
        let text = |it: Key| match it {
            Key::Text(it) => it,
            Key::Number(it) => it.to_string(),
        };
        let (store, range) = (store::<String>(call, 1)?, (start.map(text), end.map(text)));
        let work = asked(call, |it| it.scan(store, range))?;
        return later(call, work, |machine, it| rows(machine, it, |key| machine.string(key)));
    }
    let number = |it: Key| match it {
        Key::Number(it) => it,
        Key::Text(_) => 0.0,
    };
    let (store, range) = (store::<f64>(call, 1)?, (start.map(number), end.map(number)));
    let work = asked(call, |it| it.scan(store, range))?;
    later(call, work, |machine, it| rows(machine, it, |key| Value::int(IntTy::I128, key as i128)))
}
