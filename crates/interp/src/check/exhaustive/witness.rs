//! What no row of patterns matches.

use super::shape::{Made, Shape, bounds, field_types, length};
use crate::source::FileId;
use crate::tree::{IntTy, Program, Shape as Written, Ty};

/// A search for what is not matched.
pub(super) struct Search<'a> {
    pub(super) program: &'a Program,
    /// How many steps may still be taken.
    pub(super) steps: u32,
    /// Whether there was something of which is not known what it matches.
    pub(super) unsure: bool,
}

/// What are no characters, among the numbers of characters.
const SURROGATES: (i128, i128) = (0xd800, 0xdfff);

/// A pattern in words for each column.
type Witness = Vec<String>;

impl Search<'_> {
    /// Rows of patterns that no row matches; `None` if that takes too long, or the patterns are of different types.
    pub(super) fn missing(&mut self, rows: Vec<Vec<Shape>>, types: &[Ty], top: bool) -> Option<Vec<Witness>> {
        self.steps = self.steps.checked_sub(1)?;
        let Some((ty, others)) = types.split_first() else {
            return Some(if rows.is_empty() { vec![Vec::new()] } else { Vec::new() });
        };
        if is_empty(self.program, ty, 0) {
            return Some(Vec::new());
        }
        let rows = self.spread(rows);
        let heads: Vec<Made> = rows.iter().filter_map(|it| head(it)).cloned().collect();
        let all = match heads.first() {
            Some(first) => self.ways(first, &heads, ty)?,
            None if top => self.ways_of_enum(ty),
            None => Vec::new(),
        };
        let is_there = |it: &Made| heads.iter().any(|head| covers(head, it));
        let (present, absent): (Vec<Made>, Vec<Made>) = all.into_iter().partition(is_there);
        // Of a type that is not known: `Err(_)` may be one that no value has.
        self.unsure |= *ty == Ty::Unknown
            && absent.iter().any(|it| self.part_types(it, ty, &rows).contains(&Ty::Unknown));
        let mut found = Vec::new();
        for made in present {
            let mut parts = self.part_types(&made, ty, &rows);
            let count = parts.len();
            parts.extend(others.iter().cloned());
            let rows = rows.iter().filter_map(|it| specialised(it, &made, count)).collect();
            for mut witness in self.missing(rows, &parts, false)? {
                let rest = witness.split_off(count);
                found.push([vec![self.written(&made, &witness, ty)], rest].concat());
            }
        }
        if heads.is_empty() || !absent.is_empty() || matches!(heads[0], Made::Literal(_)) {
            let rows =
                rows.iter().filter(|it| matches!(it[0], Shape::Any)).map(|it| it[1..].to_vec()).collect();
            let names: Vec<String> = absent.iter().map(|it| self.written(it, &[], ty)).collect();
            let names = if names.is_empty() { vec!["_".to_owned()] } else { names };
            for rest in self.missing(rows, others, false)? {
                found.extend(names.iter().map(|it| [vec![it.clone()], rest.clone()].concat()));
            }
        }
        Some(found)
    }

    /// The rows with a row for each alternative of the first column. What may match anything is taken to match nothing.
    fn spread(&mut self, rows: Vec<Vec<Shape>>) -> Vec<Vec<Shape>> {
        let mut out = Vec::new();
        for row in rows {
            match &row[0] {
                Shape::Or(all) => {
                    let rows = all.iter().map(|it| [vec![it.clone()], row[1..].to_vec()].concat()).collect();
                    out.extend(self.spread(rows));
                }
                Shape::Some => self.unsure = true,
                _ => out.push(row),
            }
        }
        out
    }

    /// All ways in which values of a type are made, so fine that a pattern takes each whole or not at all.
    fn ways(&self, first: &Made, heads: &[Made], ty: &Ty) -> Option<Vec<Made>> {
        if heads.iter().any(|it| std::mem::discriminant(it) != std::mem::discriminant(first)) {
            return None;
        }
        Some(match first {
            Made::Variant(adt, _) => {
                if heads.iter().any(|it| !matches!(it, Made::Variant(other, _) if other == adt)) {
                    return None;
                }
                let count = self.program.adt(*adt).variants.len() as u32;
                let full = |it: &u32| {
                    let mut fields = field_types(self.program, (*adt, *it), ty).into_iter();
                    !fields.any(|it| is_empty(self.program, &it, 0))
                };
                (0..count).filter(full).map(|it| Made::Variant(*adt, it)).collect()
            }
            Made::Bool(_) => vec![Made::Bool(false), Made::Bool(true)],
            Made::Range(..) => ranges(heads, ty)?,
            Made::Slice(..) => lengths(heads, ty)?,
            Made::Literal(_) => {
                let mut all = heads.to_vec();
                all.dedup();
                all
            }
            Made::Tuple | Made::Ref => vec![first.clone()],
        })
    }

    /// The variants of an enum, where no pattern names one.
    fn ways_of_enum(&self, ty: &Ty) -> Vec<Made> {
        match ty {
            Ty::Adt(adt, _) if self.program.adt(*adt).is_enum => {
                (0..self.program.adt(*adt).variants.len() as u32).map(|it| Made::Variant(*adt, it)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn part_types(&self, made: &Made, ty: &Ty, rows: &[Vec<Shape>]) -> Vec<Ty> {
        match (made, ty) {
            (Made::Variant(adt, variant), ty) => field_types(self.program, (*adt, *variant), ty),
            (Made::Tuple, Ty::Tuple(members)) => members.to_vec(),
            // Patterns that leave out none of its parts tell how many it has.
            (Made::Tuple, _) => vec![Ty::Unknown; rows.iter().map(|it| arity(it)).max().unwrap_or_default()],
            (Made::Ref, Ty::Ref(_, of)) => vec![(**of).clone()],
            (Made::Ref, _) => vec![Ty::Unknown],
            (Made::Slice(front, back, _), Ty::Slice(of) | Ty::Array(of, _)) => {
                vec![(**of).clone(); front + back]
            }
            _ => Vec::new(),
        }
    }

    /// A value that is made in this way of parts; of any parts, if none are given.
    fn written(&self, made: &Made, parts: &[String], ty: &Ty) -> String {
        match made {
            Made::Variant(adt, variant) => self.written_variant((*adt, *variant), parts),
            Made::Tuple if parts.len() == 1 => format!("({},)", parts[0]),
            Made::Tuple => format!("({})", parts.join(", ")),
            Made::Ref => format!("&{}", parts.first().map_or("_", |it| it)),
            Made::Bool(value) => value.to_string(),
            Made::Literal(_) => "_".to_owned(),
            Made::Range(from, to) => written_range(*from, *to, ty),
            Made::Slice(front, back, rest) => {
                let mut all = parts.to_vec();
                all.resize(front + back, "_".to_owned());
                if *rest {
                    all.insert(*front, "..".to_owned());
                }
                format!("[{}]", all.join(", "))
            }
        }
    }

    fn written_variant(&self, (adt, variant): (crate::tree::AdtId, u32), parts: &[String]) -> String {
        let item = self.program.adt(adt);
        let Some(variant) = item.variants.get(variant as usize) else { return "_".to_owned() };
        let (of, own) = (self.program.names.text(item.name), self.program.names.text(variant.name));
        let in_prelude = ["Option", "Result"].iter().any(|it| self.program.lang.is(adt, it));
        let name = match () {
            () if !item.is_enum || in_prelude => own.to_string(),
            // Another type of the library has this name, too.
            () if self.program.lang.is(adt, "Ordering") => format!("std::cmp::{of}::{own}"),
            () => format!("{of}::{own}"),
        };
        match variant.shape {
            Written::Unit => name,
            Written::Tuple => {
                let mut all = parts.to_vec();
                all.resize(variant.fields.len(), "_".to_owned());
                format!("{name}({})", all.join(", "))
            }
            Written::Named => {
                let fields = variant.fields.iter().zip(parts).filter(|it| *it.1 != "_");
                let mut all: Vec<String> = fields
                    .map(|(field, it)| format!("{}: {it}", self.program.names.text(field.name)))
                    .collect();
                if all.len() < variant.fields.len() {
                    all.push("..".to_owned());
                }
                format!("{name} {{ {} }}", all.join(", "))
            }
        }
    }
}

fn head(row: &[Shape]) -> Option<&Made> {
    match row.first() {
        Some(Shape::Made(made, _)) => Some(made),
        _ => None,
    }
}

/// How many parts the first pattern of a row speaks of.
fn arity(row: &[Shape]) -> usize {
    match row.first() {
        Some(Shape::Made(_, parts)) => parts.len(),
        _ => 0,
    }
}

/// Whether a pattern takes all that is made in a way.
fn covers(pattern: &Made, made: &Made) -> bool {
    match (pattern, made) {
        (Made::Range(from, to), Made::Range(first, last)) => from <= first && last <= to,
        (Made::Slice(front, back, rest), Made::Slice(first, last, open)) => {
            let (least, count) = (front + back, first + last);
            if *rest { least <= count } else { least == count && !open }
        }
        _ => pattern == made,
    }
}

/// The rest of a row for values that are made in a way, after the parts of these.
fn specialised(row: &[Shape], made: &Made, count: usize) -> Option<Vec<Shape>> {
    let mut parts = match &row[0] {
        Shape::Any => vec![Shape::Any; count],
        Shape::Made(pattern, parts) if covers(pattern, made) => match pattern {
            Made::Slice(front, _, true) => {
                let mut all = parts.clone();
                let between = vec![Shape::Any; count - parts.len()];
                all.splice(*front..*front, between);
                all
            }
            _ => parts.clone(),
        },
        _ => return None,
    };
    parts.resize(count, Shape::Any);
    parts.extend_from_slice(&row[1..]);
    Some(parts)
}

/// Numbers cut where a pattern begins or ends.
fn ranges(heads: &[Made], ty: &Ty) -> Option<Vec<Made>> {
    let (least, greatest) = bounds(ty)?;
    let mut starts = vec![least];
    if *ty == Ty::Char {
        starts.extend([SURROGATES.0, SURROGATES.1 + 1]);
    }
    for head in heads {
        if let Made::Range(from, to) = head {
            starts.push(*from);
            starts.extend(to.checked_add(1));
        }
    }
    starts.retain(|it| (least..=greatest).contains(it));
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|it| it - 1).chain([greatest]);
    let all = starts.iter().zip(ends).map(|(from, to)| (*from, to));
    Some(all.filter(|it| *ty != Ty::Char || *it != SURROGATES).map(|it| Made::Range(it.0, it.1)).collect())
}

/// Slices of each length that a pattern tells from others, and all that are longer.
fn lengths(heads: &[Made], ty: &Ty) -> Option<Vec<Made>> {
    if let Ty::Array(..) = ty {
        return Some(vec![Made::Slice(length(ty)?, 0, false)]);
    }
    let (mut front, mut back, mut fixed) = (0, 0, 0);
    for head in heads {
        match head {
            Made::Slice(first, last, true) => (front, back) = (front.max(*first), back.max(*last)),
            Made::Slice(count, ..) => fixed = fixed.max(count + 1),
            _ => {}
        }
    }
    front = front.max(fixed.saturating_sub(back));
    let mut all: Vec<Made> = (0..front + back).map(|it| Made::Slice(it, 0, false)).collect();
    all.push(Made::Slice(front, back, true));
    Some(all)
}

fn written_range(from: i128, to: i128, ty: &Ty) -> String {
    let (least, greatest) = bounds(ty).unwrap_or((i128::MIN, i128::MAX));
    let Ty::Int(int) = ty else {
        let one = |it: i128| {
            u32::try_from(it).ok().and_then(char::from_u32).map_or("_".to_owned(), |it| format!("{it:?}"))
        };
        return if from == to { one(from) } else { format!("{}..={}", one(from), one(to)) };
    };
    let name = int.name();
    let open = matches!(int, IntTy::Usize | IntTy::Isize);
    let one = |it: i128| match it {
        it if it == least && it != 0 => format!("{name}::MIN"),
        it if it == greatest => format!("{name}::MAX"),
        it => format!("{it}_{name}"),
    };
    match (from, to) {
        _ if from == to => one(from),
        _ if open && to == greatest && from == least => "_".to_owned(),
        _ if open && to == greatest => format!("{}..", one(from)),
        _ if open && from == least && least != 0 => format!("..{}", one(to + 1)),
        _ => format!("{}..={}", one(from), one(to)),
    }
}

/// Whether a type has no values.
pub(super) fn is_empty(program: &Program, ty: &Ty, depth: u32) -> bool {
    match ty {
        Ty::Never => true,
        Ty::Tuple(members) => members.iter().any(|it| depth < 3 && is_empty(program, it, depth + 1)),
        Ty::Adt(adt, _) => {
            let item = program.adt(*adt);
            // What the library's structs are made of is its own affair.
            let is_seen = item.is_enum || item.span.file == FileId::PROGRAM;
            let is_empty_variant = |number: usize| {
                let fields = field_types(program, (*adt, number as u32), ty);
                depth < 3 && fields.iter().any(|it| is_empty(program, it, depth + 1))
            };
            is_seen && (0..item.variants.len()).all(is_empty_variant)
        }
        _ => false,
    }
}
