//! The grammar of format strings.

use crate::tree::{Align, FormatSpec, FormatTrait};

/// A part of a text.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Parsed {
    Text(String),
    Argument(Position, Spec),
}

/// Which argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Position {
    Next,
    Number(u32),
    Name(String),
}

/// A width or precision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Count {
    Is(u32),
    Of(Position),
}

/// What stands behind the colon.
pub(super) type Spec = FormatSpec<Count>;

/// What is wrong with a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) hint: String,
}

fn fault<T>(message: impl Into<String>, hint: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { message: message.into(), hint: hint.into() })
}

/// Takes a text apart.
pub(super) fn parse(text: &str) -> Result<Vec<Parsed>, Fault> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        plain.push_str(&rest[..at]);
        let brace = &rest[at..at + 1];
        let behind = &rest[at + 1..];
        if let Some(behind) = behind.strip_prefix(brace) {
            plain.push_str(brace);
            rest = behind;
            continue;
        }
        if brace == "}" {
            return fault(
                "invalid format string: unmatched `}` found",
                "if you intended to print `}`, write `}}`",
            );
        }
        let Some(end) = behind.find('}') else {
            return fault(
                "invalid format string: expected `}` but string was terminated",
                "if you intended to print `{`, write `{{`",
            );
        };
        if !plain.is_empty() {
            parts.push(Parsed::Text(std::mem::take(&mut plain)));
        }
        // A `}` may be what fills up.
        let end = if behind[..end].ends_with(':') && behind[end + 1..].starts_with(['<', '^', '>']) {
            end + 1 + behind[end + 1..].find('}').map_or(0, |it| it)
        } else {
            end
        };
        parts.push(argument(&behind[..end])?);
        rest = &behind[end + 1..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        parts.push(Parsed::Text(plain));
    }
    Ok(parts)
}

fn argument(text: &str) -> Result<Parsed, Fault> {
    let (position, spec) = text.split_once(':').unwrap_or((text, ""));
    let position = position_of(position.trim())?;
    Ok(Parsed::Argument(position, spec_of(spec.trim_end())?))
}

fn position_of(text: &str) -> Result<Position, Fault> {
    if text.is_empty() {
        return Ok(Position::Next);
    }
    if text.starts_with(|it: char| it.is_ascii_digit()) {
        return match text.parse() {
            Ok(number) => Ok(Position::Number(number)),
            Err(_) => fault(
                format!("invalid format string: expected `}}`, found `{text}`"),
                "between the braces stands a number, a name or nothing",
            ),
        };
    }
    if is_name(text) {
        return Ok(Position::Name(text.to_owned()));
    }
    if text.contains('.') && text.split('.').all(|it| is_name(it) || it.chars().all(|it| it.is_ascii_digit()))
    {
        return fault(
            "invalid format string: field access isn't supported",
            "consider using a positional formatting argument instead: `\"{}\", x.y`",
        );
    }
    fault(
        format!(
            "invalid format string: expected `}}`, found `{}`",
            text.chars().find(|it| !it.is_alphanumeric()).unwrap_or('?')
        ),
        "only a name may stand between the braces: give an expression as an argument, `\"{}\", a + b`",
    )
}

fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|it| it.is_alphabetic() || it == '_')
        && text.chars().all(|it| it.is_alphanumeric() || it == '_' || it == 'ˑ')
}

fn align_of(it: char) -> Option<Align> {
    match it {
        '<' => Some(Align::Left),
        '^' => Some(Align::Center),
        '>' => Some(Align::Right),
        _ => None,
    }
}

fn spec_of(text: &str) -> Result<Spec, Fault> {
    let mut spec = Spec::plain(FormatTrait::Display);
    let mut chars = text.chars();
    let mut rest = text;
    match (chars.next(), chars.next().and_then(align_of)) {
        (Some(fill), Some(align)) => {
            spec.fill = fill;
            spec.align = Some(align);
            rest = chars.as_str();
        }
        (Some(first), None) => {
            if let Some(align) = align_of(first) {
                spec.align = Some(align);
                rest = &text[1..];
            }
        }
        _ => {}
    }
    if let Some(behind) = rest.strip_prefix(['+', '-']) {
        spec.plus = rest.starts_with('+');
        rest = behind;
    }
    if let Some(behind) = rest.strip_prefix('#') {
        spec.alternate = true;
        rest = behind;
    }
    // `0$` is a width, the zero alone a flag.
    if rest.starts_with('0') && !rest.starts_with("0$") {
        spec.zero = true;
        rest = &rest[1..];
    }
    (spec.width, rest) = count(rest)?;
    if let Some(behind) = rest.strip_prefix('.') {
        if let Some(behind) = behind.strip_prefix('*') {
            spec.precision = Some(Count::Of(Position::Next));
            rest = behind;
        } else {
            (spec.precision, rest) = count(behind)?;
        }
    }
    trait_of(rest.trim(), &mut spec)?;
    Ok(spec)
}

/// `5`, `1$`, `width$`, and what stands behind it.
fn count(text: &str) -> Result<(Option<Count>, &str), Fault> {
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    if digits > 0 {
        let Ok(number) = text[..digits].parse::<u32>() else {
            return fault("invalid format string: integer is too large", "");
        };
        let rest = &text[digits..];
        return Ok(match rest.strip_prefix('$') {
            Some(rest) => (Some(Count::Of(Position::Number(number))), rest),
            None if number > u32::from(u16::MAX) => {
                return fault(
                    format!(
                        "invalid format string: integer `{number}` does not fit into the type `u16` whose range is `0..=65535`"
                    ),
                    "",
                );
            }
            None => (Some(Count::Is(number)), rest),
        });
    }
    let end = text.find(|it: char| !(it.is_alphanumeric() || it == '_' || it == 'ˑ')).unwrap_or(text.len());
    match text[end..].strip_prefix('$') {
        Some(rest) if end > 0 => Ok((Some(Count::Of(Position::Name(text[..end].to_owned()))), rest)),
        _ => Ok((None, text)),
    }
}

const TRAITS: &[(&str, FormatTrait)] = &[
    ("", FormatTrait::Display),
    ("?", FormatTrait::Debug),
    ("x?", FormatTrait::Debug),
    ("X?", FormatTrait::Debug),
    ("x", FormatTrait::LowerHex),
    ("X", FormatTrait::UpperHex),
    ("b", FormatTrait::Binary),
    ("o", FormatTrait::Octal),
    ("e", FormatTrait::LowerExp),
    ("E", FormatTrait::UpperExp),
    ("p", FormatTrait::Pointer),
];

fn trait_of(text: &str, spec: &mut Spec) -> Result<(), Fault> {
    // `{:?#}` was never right, but `{:#?}` is.
    match TRAITS.iter().find(|it| it.0 == text) {
        Some((name, by)) => {
            spec.by = *by;
            spec.debug_hex = match *name {
                "x?" => Some(false),
                "X?" => Some(true),
                _ => None,
            };
            Ok(())
        }
        None => fault(
            format!("unknown format trait `{text}`"),
            "there are: nothing for Display, `?` for Debug, `x`, `X`, `b`, `o` for numbers, `e`, `E` for exponents, `p` for pointers",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        let shown = match parse(text) {
            Ok(parts) => parts.iter().map(|it| format!("{it:?}\n")).collect(),
            Err(fault) => format!("{} ({})\n", fault.message, fault.hint),
        };
        expected.assert_eq(&shown);
    }

    #[test]
    fn everything_a_text_can_say() {
        check(
            "a {} b {{}} {0} {name} {x:?}",
            &expect![[r#"
                Text("a ")
                Argument(Next, FormatSpec { by: Display, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: None })
                Text(" b {} ")
                Argument(Number(0), FormatSpec { by: Display, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: None })
                Text(" ")
                Argument(Name("name"), FormatSpec { by: Display, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: None })
                Text(" ")
                Argument(Name("x"), FormatSpec { by: Debug, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: None })
            "#]],
        );
        check(
            "{:>8.3}|{:^+#010x}|{:*<w$.p$}|{:1$.*e}|{:.prec$}|{:-^5}",
            &expect![[r#"
                Argument(Next, FormatSpec { by: Display, fill: ' ', align: Some(Right), plus: false, alternate: false, zero: false, width: Some(Is(8)), precision: Some(Is(3)), debug_hex: None })
                Text("|")
                Argument(Next, FormatSpec { by: LowerHex, fill: ' ', align: Some(Center), plus: true, alternate: true, zero: true, width: Some(Is(10)), precision: None, debug_hex: None })
                Text("|")
                Argument(Next, FormatSpec { by: Display, fill: '*', align: Some(Left), plus: false, alternate: false, zero: false, width: Some(Of(Name("w"))), precision: Some(Of(Name("p"))), debug_hex: None })
                Text("|")
                Argument(Next, FormatSpec { by: LowerExp, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: Some(Of(Number(1))), precision: Some(Of(Next)), debug_hex: None })
                Text("|")
                Argument(Next, FormatSpec { by: Display, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: Some(Of(Name("prec"))), debug_hex: None })
                Text("|")
                Argument(Next, FormatSpec { by: Display, fill: '-', align: Some(Center), plus: false, alternate: false, zero: false, width: Some(Is(5)), precision: None, debug_hex: None })
            "#]],
        );
        check(
            "{:#?} {:x?} {:02X?} {:}<3} {0:>1$} { } {: >5}",
            &expect![[r#"
                Argument(Next, FormatSpec { by: Debug, fill: ' ', align: None, plus: false, alternate: true, zero: false, width: None, precision: None, debug_hex: None })
                Text(" ")
                Argument(Next, FormatSpec { by: Debug, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: Some(false) })
                Text(" ")
                Argument(Next, FormatSpec { by: Debug, fill: ' ', align: None, plus: false, alternate: false, zero: true, width: Some(Is(2)), precision: None, debug_hex: Some(true) })
                Text(" ")
                Argument(Next, FormatSpec { by: Display, fill: '}', align: Some(Left), plus: false, alternate: false, zero: false, width: Some(Is(3)), precision: None, debug_hex: None })
                Text(" ")
                Argument(Number(0), FormatSpec { by: Display, fill: ' ', align: Some(Right), plus: false, alternate: false, zero: false, width: Some(Of(Number(1))), precision: None, debug_hex: None })
                Text(" ")
                Argument(Next, FormatSpec { by: Display, fill: ' ', align: None, plus: false, alternate: false, zero: false, width: None, precision: None, debug_hex: None })
                Text(" ")
                Argument(Next, FormatSpec { by: Display, fill: ' ', align: Some(Right), plus: false, alternate: false, zero: false, width: Some(Is(5)), precision: None, debug_hex: None })
            "#]],
        );
    }

    #[test]
    fn everything_that_can_be_wrong() {
        for (text, expected) in [
            (
                "{",
                expect![[r#"
                invalid format string: expected `}` but string was terminated (if you intended to print `{`, write `{{`)
            "#]],
            ),
            (
                "}",
                expect![[r#"
                invalid format string: unmatched `}` found (if you intended to print `}`, write `}}`)
            "#]],
            ),
            (
                "{:?",
                expect![[r#"
                invalid format string: expected `}` but string was terminated (if you intended to print `{`, write `{{`)
            "#]],
            ),
            (
                "{:q}",
                expect![[r#"
                unknown format trait `q` (there are: nothing for Display, `?` for Debug, `x`, `X`, `b`, `o` for numbers, `e`, `E` for exponents, `p` for pointers)
            "#]],
            ),
            (
                "{x.y}",
                expect![[r#"
                invalid format string: field access isn't supported (consider using a positional formatting argument instead: `"{}", x.y`)
            "#]],
            ),
            (
                "{a+b}",
                expect![[r#"
                invalid format string: expected `}`, found `+` (only a name may stand between the braces: give an expression as an argument, `"{}", a + b`)
            "#]],
            ),
            (
                "{1x}",
                expect![[r#"
                invalid format string: expected `}`, found `1x` (between the braces stands a number, a name or nothing)
            "#]],
            ),
            (
                "{:99999}",
                expect![[r#"
                invalid format string: integer `99999` does not fit into the type `u16` whose range is `0..=65535` ()
            "#]],
            ),
            (
                "{:99999999999}",
                expect![[r#"
                invalid format string: integer is too large ()
            "#]],
            ),
        ] {
            check(text, &expected);
        }
    }
}
