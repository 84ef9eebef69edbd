//! Types that have themselves in them, without a box or a reference between.

use crate::diagnostic::Diagnostic;
use crate::lower::world::World;
use crate::source::FileId;
use crate::tree::{AdtId, Ty};

/// Types of the library that have what they are made of in them.
const HOLDERS: [&str; 7] = ["Option", "Result", "Cell", "RefCell", "Mutex", "RwLock", "ManuallyDrop"];

impl World {
    /// Says which of the program's types would have no end.
    pub(in crate::lower) fn check_infinite(&mut self) {
        let mut told: Vec<AdtId> = Vec::new();
        for index in 0..self.program.adts.len() {
            let id = AdtId(index as u32);
            let adt = self.program.adt(id).clone();
            if adt.span.file != FileId::PROGRAM || told.contains(&id) {
                continue;
            }
            let mut way = vec![id];
            if !self.leads_back(id, &mut way, &mut Vec::new()) {
                continue;
            }
            let names: Vec<_> =
                way.iter().map(|it| format!("`{}`", self.text(self.program.adt(*it).name))).collect();
            let message = match &names[..] {
                [one] => format!("recursive type {one} has infinite size"),
                [first @ .., last] => {
                    format!("recursive types {} and {last} have infinite size", first.join(", "))
                }
                [] => continue,
            };
            let hint = "insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle";
            self.report(Diagnostic::error(adt.span, message).code("E0072").hint(hint));
            told.append(&mut way);
        }
    }

    /// Whether the last type of a way has the first one in it; then the way is the one there.
    fn leads_back(&self, first: AdtId, way: &mut Vec<AdtId>, seen: &mut Vec<AdtId>) -> bool {
        let Some(last) = way.last() else { return false };
        let adt = self.program.adt(*last).clone();
        let mut held = Vec::new();
        adt.variants.iter().flat_map(|it| &*it.fields).for_each(|it| self.held(&it.ty, &mut held));
        for next in held {
            if next == first {
                return true;
            }
            if !seen.contains(&next) {
                seen.push(next);
                way.push(next);
                if self.leads_back(first, way, seen) {
                    return true;
                }
                way.pop();
            }
        }
        false
    }

    /// The program's types that are in a value of this one.
    fn held(&self, ty: &Ty, found: &mut Vec<AdtId>) {
        match ty {
            Ty::Tuple(parts) => parts.iter().for_each(|it| self.held(it, found)),
            Ty::Array(of, _) => self.held(of, found),
            Ty::Adt(id, args) => {
                let adt = self.program.adt(*id);
                if adt.span.file == FileId::PROGRAM {
                    found.push(*id);
                } else if HOLDERS.contains(&&*self.text(adt.name)) {
                    args.iter().for_each(|it| self.held(it, found));
                }
            }
            _ => {}
        }
    }
}
