//! What may have been meant.

use super::module::{Def, ModuleKind, Ns};
use super::world::World;
use crate::names::Symbol;
use crate::tree::ModuleId;

/// The candidate that is most alike, if one is alike enough.
pub(super) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|it| *it != name)
        .map(|it| (distance(name, it), it))
        .filter(|it| it.0 <= most)
        .min()
        .map(|it| it.1)
}

/// How many characters have to be put in, left out, changed, or swapped with the next one.
fn distance(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > 3 || left.len() > 64 {
        return usize::MAX;
    }
    let lower = |it: char| it.to_ascii_lowercase();
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (i, &a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in right.iter().enumerate() {
            let change = rows[i][j] + usize::from(lower(a) != lower(b));
            let mut best = change.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a == right[j - 1] && left[i - 1] == b {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[left.len()][right.len()]
}

impl World {
    /// Names that could be meant by a name in a scope.
    pub(super) fn names_in_scope(&mut self, from: ModuleId, ns: Ns) -> Vec<Symbol> {
        let mut names = Vec::new();
        let mut at = Some(from);
        while let Some(id) = at {
            self.names_of(id, ns, true, &mut names);
            let here = self.modules.get(id);
            at = (here.kind == ModuleKind::Block).then_some(here.parent).flatten();
        }
        if let Some(prelude) = self.prelude {
            self.names_of(prelude, ns, false, &mut names);
        }
        names
    }

    /// Names in a module.
    pub(super) fn names_of(&mut self, module: ModuleId, ns: Ns, all: bool, into: &mut Vec<Symbol>) {
        self.read(module);
        let here = self.modules.get(module);
        into.extend(here.entries.iter().filter(|it| it.0.0 == ns && (all || it.1.public)).map(|it| it.0.1));
        let imports: Vec<_> = here.imports.iter().map(|(name, list)| (*name, list.clone())).collect();
        for (name, list) in imports {
            if list.iter().any(|&it| self.follow(it, ns).is_some()) {
                into.push(name);
            }
        }
    }

    /// Paths of public items with a name: what could be imported.
    pub(super) fn importable(&mut self, name: Symbol, ns: Ns) -> Option<String> {
        let crates: Vec<(Symbol, ModuleId)> =
            self.crates.iter().filter_map(|(name, module)| Some((*name, (*module)?))).collect();
        let mut found: Vec<String> = Vec::new();
        for (krate, root) in crates {
            let text = self.text(krate);
            if super::library::origin(&text) == &*text {
                self.search(root, name, ns, &text, 0, &mut found);
            }
        }
        found.sort_by_key(|it| (!it.starts_with("std::"), it.matches("::").count(), it.len()));
        found.into_iter().next()
    }

    fn search(
        &mut self,
        module: ModuleId,
        name: Symbol,
        ns: Ns,
        path: &str,
        depth: usize,
        found: &mut Vec<String>,
    ) {
        self.read(module);
        if self.in_own(module, name, ns) {
            found.push(format!("{path}::{}", self.text(name)));
        }
        if depth == 4 {
            return;
        }
        let here = self.modules.get(module);
        let inner: Vec<_> = here
            .entries
            .iter()
            .filter(|it| it.1.public)
            .filter_map(|(key, entry)| match entry.def {
                Def::Module(id) => Some((key.1, id)),
                _ => None,
            })
            .collect();
        for (inner_name, id) in inner {
            let path = format!("{path}::{}", self.text(inner_name));
            self.search(id, name, ns, &path, depth + 1, found);
        }
    }

    fn in_own(&self, module: ModuleId, name: Symbol, ns: Ns) -> bool {
        let here = self.modules.get(module);
        here.entries.get(&(ns, name)).is_some_and(|it| it.public && !matches!(it.def, Def::Module(_)))
            || here.imports.get(&name).is_some_and(|list| {
                ns == Ns::Type && list.iter().any(|&it| self.modules.imports[it as usize].public)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn alike_names_are_near() {
        assert_eq!(nearest("cuont", ["count", "amount"]), Some("count"));
        assert_eq!(nearest("prnitln", ["print", "println"]), Some("println"));
        assert_eq!(nearest("hashMap", ["HashMap"]), Some("HashMap"));
        assert_eq!(nearest("x", ["abc", "yz"]), None);
        assert_eq!(nearest("sleep", ["spawn"]), None);
    }
}
