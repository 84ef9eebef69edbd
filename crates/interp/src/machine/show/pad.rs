//! Width, fill, alignment, and the shape of lists.

use crate::tree::{Align, FormatSpec, FormatTrait};

/// A specification whose width and precision are known.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) of: FormatSpec,
    pub(crate) width: Option<usize>,
    pub(crate) precision: Option<usize>,
}

impl Spec {
    /// `{}` or its like, without anything.
    pub(crate) fn plain(by: FormatTrait) -> Self {
        Spec { of: FormatSpec::plain(by), width: None, precision: None }
    }

    pub(super) fn without_precision(&self) -> Self {
        Spec { precision: None, ..self.clone() }
    }
}

/// A text: cut to the precision, filled up to the width.
pub(crate) fn text(out: &mut String, text: &str, spec: &Spec) {
    let cut = match spec.precision {
        Some(most) => text.char_indices().nth(most).map_or(text, |it| &text[..it.0]),
        None => text,
    };
    fill(out, cut, spec, Align::Left);
}

/// A number: sign and prefix before zeros, else filled up as a text, to the right.
pub(crate) fn number(out: &mut String, sign: &str, prefix: &str, digits: &str, spec: &Spec) {
    let len = sign.len() + prefix.len() + digits.len();
    if spec.of.zero {
        let zeros = spec.width.unwrap_or(0).saturating_sub(len);
        out.push_str(sign);
        out.push_str(prefix);
        out.extend(std::iter::repeat_n('0', zeros));
        out.push_str(digits);
    } else {
        fill(out, &[sign, prefix, digits].concat(), spec, Align::Right);
    }
}

fn fill(out: &mut String, text: &str, spec: &Spec, otherwise: Align) {
    let room = spec.width.unwrap_or(0).saturating_sub(text.chars().count());
    let before = match spec.of.align.unwrap_or(otherwise) {
        Align::Left => 0,
        Align::Center => room / 2,
        Align::Right => room,
    };
    out.extend(std::iter::repeat_n(spec.of.fill, before));
    out.push_str(text);
    out.extend(std::iter::repeat_n(spec.of.fill, room - before));
}

/// Parts between brackets: on one line, or one to a line.
pub(crate) fn group(out: &mut String, open: &str, parts: &[String], close: &str, alternate: bool) {
    out.push_str(open);
    if alternate && !parts.is_empty() {
        out.push('\n');
        for part in parts {
            for line in part.split_inclusive('\n') {
                out.push_str("    ");
                out.push_str(line);
            }
            out.push_str(",\n");
        }
    } else {
        out.push_str(&parts.join(", "));
    }
    out.push_str(close);
}
