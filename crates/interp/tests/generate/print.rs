//! Texts that say how a value is to be shown.

use super::chance::Chance;
use super::types::Ty;

/// A placeholder for a value of a type; `name` is empty, or that of the variable in it.
pub(super) fn placeholder(chance: &mut Chance, ty: &Ty, name: &str) -> String {
    let spec = spec(chance, ty);
    if spec.is_empty() { format!("{{{name}}}") } else { format!("{{{name}:{spec}}}") }
}

fn spec(chance: &mut Chance, ty: &Ty) -> String {
    let plain = chance.percent(40);
    match ty {
        Ty::Int(_) if plain => String::new(),
        Ty::Int(_) => {
            let kind = *chance.pick(&["", "", "", "x", "X", "b", "o", "#x", "#b", "?", "#010x", "08b", "e"]);
            if kind.len() > 1 { kind.to_owned() } else { format!("{}{kind}", layout(chance, true)) }
        }
        Ty::Float if plain => "?".to_owned(),
        Ty::Float => format!("{}.{}", layout(chance, true), chance.below(4)),
        Ty::Bool | Ty::Char if plain => String::new(),
        Ty::Bool | Ty::Char => layout(chance, false),
        Ty::Text if plain => "?".to_owned(),
        Ty::Text if chance.percent(30) => format!("{}.{}", layout(chance, false), chance.below(5)),
        Ty::Text => layout(chance, false),
        Ty::Opt(_) | Ty::List(_) | Ty::Pair(..) | Ty::Struct(_) | Ty::Enum(_) => {
            (*chance.pick(&["?", "?", "?", "#?", "3?", "02?"])).to_owned()
        }
    }
}

/// Fill, alignment, sign and width.
fn layout(chance: &mut Chance, number: bool) -> String {
    let mut out = String::new();
    if chance.percent(40) {
        if chance.percent(40) {
            out.push(*chance.pick(&['*', '-', '.', '0', ' ', 'é']));
        }
        out.push(*chance.pick(&['<', '>', '^']));
    }
    if number && chance.percent(20) {
        out.push('+');
    }
    if number && chance.percent(20) {
        out.push('0');
    }
    if chance.percent(70) {
        out.push_str(&(1 + chance.below(9)).to_string());
    }
    out
}
