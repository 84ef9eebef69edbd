//! `std::fmt`: formatters, and how values print.

use super::{Call, Formatter, Table};
use crate::machine::{Spec, Trap, pad};
use crate::tree::{Align, FormatTrait};
use crate::value::Value;
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("Formatter::write_str", write_str),
    ("Formatter::write_char", write_char),
    ("Formatter::pad", pad_text),
    ("Formatter::pad_integral", pad_integral),
    ("Formatter::width", |call| count(call, |it| it.width)),
    ("Formatter::precision", |call| count(call, |it| it.precision)),
    ("Formatter::fill", fill),
    ("Formatter::alignment", alignment),
    ("Formatter::sign_plus", |call| flag(call, |it| it.of.plus)),
    ("Formatter::alternate", |call| flag(call, |it| it.of.alternate)),
    ("Formatter::sign_aware_zero_pad", |call| flag(call, |it| it.of.zero)),
    ("fmt::pointer", pointer),
    ("fmt::arguments_text", arguments_text),
    ("builders::shown", shown),
    ("builders::group", group),
    ("impls::show", show),
    ("duration::show_duration", duration),
];

fn formatter(call: &Call<'_>, index: usize) -> Result<Formatter, Trap> {
    let found = call.args.get(index).and_then(Formatter::of);
    found.ok_or_else(|| Trap::fault(call.span, "a formatter that is none"))
}

/// The text of a format: itself, or what `format_args!` has made of it.
fn arguments_text(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(match call.take(0) {
        Value::Obj(object) => object.get(0),
        text => text,
    })
}

fn done(call: &Call<'_>) -> Value {
    call.machine.result(Ok(Value::Unit))
}

fn write_str(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 0)?;
    call.with_text(1, |text| to.push(text))?;
    Ok(done(call))
}

fn write_char(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 0)?;
    if let Some(Value::Char(char)) = call.args.get(1) {
        to.push(char.encode_utf8(&mut [0; 4]));
    }
    Ok(done(call))
}

fn pad_text(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 0)?;
    let mut out = String::new();
    call.with_text(1, |text| pad::text(&mut out, text, to.spec()))?;
    to.push(&out);
    Ok(done(call))
}

fn pad_integral(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 0)?;
    let positive = matches!(call.args[1], Value::Bool(true));
    let (prefix, digits) = (call.text(2)?, call.text(3)?);
    let sign = match (positive, to.spec().of.plus) {
        (false, _) => "-",
        (true, true) => "+",
        (true, false) => "",
    };
    let prefix = if to.spec().of.alternate { &**prefix } else { "" };
    let mut out = String::new();
    pad::number(&mut out, sign, prefix, &digits, to.spec());
    to.push(&out);
    Ok(done(call))
}

fn count(call: &mut Call<'_>, of: fn(&Spec) -> Option<usize>) -> Result<Value, Trap> {
    let count = of(formatter(call, 0)?.spec());
    Ok(call.machine.option(count.map(Value::usize)))
}

fn flag(call: &mut Call<'_>, of: fn(&Spec) -> bool) -> Result<Value, Trap> {
    Ok(Value::Bool(of(formatter(call, 0)?.spec())))
}

fn fill(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Char(formatter(call, 0)?.spec().of.fill))
}

fn alignment(call: &mut Call<'_>) -> Result<Value, Trap> {
    let number = match formatter(call, 0)?.spec().of.align {
        None => 0,
        Some(Align::Left) => 1,
        Some(Align::Right) => 2,
        Some(Align::Center) => 3,
    };
    Ok(Value::int(crate::tree::IntTy::U8, number))
}

fn pointer(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 1)?;
    let mut out = String::new();
    pad::number(&mut out, "", "0x", &format!("{:x}", call.usize(0)), to.spec());
    to.push(&out);
    Ok(done(call))
}

fn shown(call: &mut Call<'_>) -> Result<Value, Trap> {
    let mut spec = formatter(call, 1)?.spec().clone();
    spec.of.by = FormatTrait::Debug;
    let mut out = String::new();
    call.machine.show(&mut out, &call.args[0].clone(), &spec, call.span)?;
    Ok(call.machine.string(out))
}

fn group(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 0)?;
    let (open, close) = (call.text(1)?, call.text(3)?);
    let (object, start, len) = call.elements(2)?;
    let parts = (start..start + len).map(|slot| crate::machine::text_of(&object.get(slot as u32)));
    let parts: Vec<String> = parts.map(Option::unwrap_or_default).collect();
    let mut out = String::new();
    pad::group(&mut out, &open, &parts, &close, to.spec().of.alternate);
    to.push(&out);
    Ok(done(call))
}

/// The trait of a name.
fn trait_of(name: &str) -> FormatTrait {
    match name {
        "Debug" => FormatTrait::Debug,
        "LowerHex" => FormatTrait::LowerHex,
        "UpperHex" => FormatTrait::UpperHex,
        "Binary" => FormatTrait::Binary,
        "Octal" => FormatTrait::Octal,
        "LowerExp" => FormatTrait::LowerExp,
        "UpperExp" => FormatTrait::UpperExp,
        "Pointer" => FormatTrait::Pointer,
        _ => FormatTrait::Display,
    }
}

fn show(call: &mut Call<'_>) -> Result<Value, Trap> {
    let to = formatter(call, 2)?;
    let mut spec = to.spec().clone();
    spec.of.by = call.with_text(1, trait_of)?;
    let mut out = String::new();
    call.machine.show(&mut out, &call.args[0].clone(), &spec, call.span)?;
    to.push(&out);
    Ok(done(call))
}

/// A duration as std prints it. Width is applied to the whole text; a sign is printed if asked for.
fn duration(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (secs, nanos) = (call.int(0)?.1 as u64, call.int(1)?.1 as u32);
    let to = formatter(call, 2)?;
    let (duration, spec) = (Duration::new(secs, nanos), to.spec());
    let text = match (spec.precision, spec.of.plus) {
        (None, false) => format!("{duration:?}"),
        (None, true) => format!("{duration:+?}"),
        (Some(digits), false) => format!("{duration:.digits$?}"),
        (Some(digits), true) => format!("{duration:+.digits$?}"),
    };
    let mut out = String::new();
    pad::text(&mut out, &text, &Spec { precision: None, ..spec.clone() });
    to.push(&out);
    Ok(done(call))
}
