//! How much memory an enum takes: rustc writes which variant it is into values that the largest one's fields do not have,
//! if there are enough of them and the others fit beside, or else before the fields.

use super::{Layout, Niche};

/// How the discriminants of an enum are written.
#[derive(Clone, Copy)]
pub(super) struct Tag {
    /// Bytes.
    pub(super) size: usize,
    /// How many of their values the discriminants leave.
    pub(super) free: u128,
    /// Whether an attribute says so: then the fields are in their order.
    pub(super) fixed: bool,
}

impl Tag {
    /// What discriminants from one to another need, at least as many bytes as that.
    pub(super) fn of(first: i128, last: i128, fixed: Option<usize>) -> Option<Self> {
        let fits = |size: &usize| {
            let bits = size * 8;
            (first >= 0 && last < 1 << bits) || (first >= -(1 << (bits - 1)) && last < 1 << (bits - 1))
        };
        let size = fixed.or_else(|| [1, 2, 4, 8].into_iter().find(fits))?;
        let free = (1 << (size * 8)) - (last - first + 1).unsigned_abs();
        Some(Tag { size, free, fixed: fixed.is_some() })
    }
}

/// The layout of an enum with these fields in its variants; none where that depends on where rustc puts a field.
pub(super) fn of_variants(variants: &[Vec<Layout>], tag: Tag) -> Option<Layout> {
    if let ([only], false) = (variants, tag.fixed) {
        return Some(Layout::of_fields(only));
    }
    let tagged = tagged(variants, tag);
    if tag.fixed {
        return Some(tagged);
    }
    let free = |it: &Layout| it.niche.map_or(0, |it| it.free);
    Some(match filled(variants)? {
        Some(it) if it.size < tagged.size || (it.size == tagged.size && free(&it) > tag.free) => it,
        _ => tagged,
    })
}

/// The discriminant stands before the fields.
fn tagged(variants: &[Vec<Layout>], tag: Tag) -> Layout {
    let align = variants.iter().flatten().map(|it| it.align).max().unwrap_or(1).max(tag.size);
    let size = variants.iter().map(|it| behind(tag, it)).max().unwrap_or(tag.size);
    let niche = Some(Niche { at: None, size: tag.size, free: tag.free });
    Layout { size: size.next_multiple_of(align), align, niche }
}

/// Where fields behind a discriminant end: those first that need the least alignment.
fn behind(tag: Tag, fields: &[Layout]) -> usize {
    let mut fields = fields.to_vec();
    let align = fields.iter().map(|it| it.align).max().unwrap_or(1);
    let has_niche = fields.iter().any(|it| it.niche.is_some());
    // What is longer than its alignment asks for is put among what needs as much.
    let group = |it: &Layout| {
        let as_align = 1 << it.align.max(it.size).trailing_zeros();
        if has_niche { align.min(as_align) } else { as_align }
    };
    if !tag.fixed {
        fields.sort_by_key(|it| (group(it), it.niche.map_or(0, |it| it.free)));
    }
    fields.iter().fold(tag.size, |end, it| end.next_multiple_of(it.align) + it.size)
}

/// The discriminant is what the fields of the largest variant never are. `None` inside says that this cannot be.
fn filled(variants: &[Vec<Layout>]) -> Option<Option<Layout>> {
    let all: Vec<Layout> = variants.iter().map(|it| Layout::of_fields(it)).collect();
    let Some((largest, most)) = all.iter().enumerate().max_by_key(|it| it.1.size) else { return Some(None) };
    let Some(niche) = most.niche else { return Some(None) };
    let others = || all.iter().enumerate().filter(|it| it.0 != largest);
    let numbers = others().map(|it| it.0);
    let count = numbers.clone().max().unwrap_or(0) + 1 - numbers.min().unwrap_or(0);
    let Some(free) = niche.free.checked_sub(count as u128) else { return Some(None) };
    let align = all.iter().map(|it| it.align).max().unwrap_or(1);
    let size = most.size.next_multiple_of(align);
    for (_, other) in others().filter(|it| it.1.size > 0) {
        let fits = match niche.at {
            _ if other.size + niche.size > size => false,
            Some(at) => {
                other.size <= at || (at + niche.size).next_multiple_of(other.align) + other.size <= size
            }
            None => return None,
        };
        if !fits {
            return Some(None);
        }
    }
    Some(Some(Layout { size, align, niche: Some(Niche { free, ..niche }).filter(|it| it.free > 0) }))
}
