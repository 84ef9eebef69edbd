//! Writes a plan: as few lines as it takes for every function to come to its place.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::module::Module;
use super::super::placing::Graph;
use super::super::plan::beginning;

/// A function in its place.
struct Placed<'a> {
    name: &'a str,
    place: usize,
    size: usize,
    /// Whether something of another part mentions it; otherwise it comes to its place by itself.
    is_mentioned: bool,
}

/// Returns the plan's lines, given each function's part.
pub(super) fn lines(module: &Module<'_>, graph: &Graph, places: &[usize]) -> String {
    let mentioned: BTreeSet<usize> = graph.mentioned_elsewhere(places);
    let functions = module.imported..module.functions.len();
    let mut placed: Vec<Placed<'_>> = functions
        .filter_map(|function| {
            Some(Placed {
                name: beginning(module.names.get(&function)?),
                place: places[function],
                size: module.body(function)?.len(),
                is_mentioned: mentioned.contains(&function),
            })
        })
        .collect();
    placed.sort_by_key(|it| it.name);
    let mut out = Vec::new();
    below(&placed, 0, 0, &mut out);
    out.sort();
    out.iter().fold(String::new(), |mut text, (place, path)| {
        let _ = writeln!(text, "{place} {path}");
        text
    })
}

/// Adds the lines for functions whose paths are the same up to here, for which a line says that they are in `outer`.
fn below<'a>(all: &[Placed<'a>], from: usize, outer: usize, out: &mut Vec<(usize, &'a str)>) {
    for same in all.chunk_by(|one, other| step(one.name, from) == step(other.name, from)) {
        let path = step(same[0].name, from);
        let is_needed = outer != 0 || same.iter().any(|it| it.is_mentioned);
        let ends = same.iter().take_while(|it| it.name == path).count();
        let place = match same.iter().all(|it| it.place == same[0].place) {
            true => same[0].place,
            false if ends > 0 => largest(&same[..ends]),
            false => {
                below(same, path.len(), outer, out);
                continue;
            }
        };
        let is_told = place != outer && is_needed;
        if is_told {
            out.push((place, path));
        }
        if same.iter().any(|it| it.place != place) {
            below(&same[ends..], path.len(), if is_told { place } else { outer }, out);
        }
    }
}

/// The path up to the end of its next word.
fn step(path: &str, from: usize) -> &str {
    let start = if path[from..].starts_with("::") { from + 2 } else { from };
    path[start..].find("::").map_or(path, |end| &path[..start + end])
}

/// Where most of what has the same name goes, which no line can tell apart.
fn largest(same: &[Placed<'_>]) -> usize {
    let size = |place: usize| same.iter().filter(|it| it.place == place).map(|it| it.size).sum::<usize>();
    same.iter().map(|it| it.place).max_by_key(|it| size(*it)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(functions: &[(&str, usize, bool)]) -> String {
        let placed = functions.iter().map(|(name, place, is_mentioned)| Placed {
            name,
            place: *place,
            size: 1,
            is_mentioned: *is_mentioned,
        });
        let mut out = Vec::new();
        below(&placed.collect::<Vec<_>>(), 0, 0, &mut out);
        out.iter().map(|(place, path)| format!("{place} {path}\n")).collect()
    }

    #[test]
    fn a_module_that_goes_together_is_one_line() {
        assert_eq!(plan(&[("a::b::c", 1, true), ("a::b::d", 1, false), ("a::e", 0, true)]), "1 a::b\n");
    }

    #[test]
    fn what_is_mentioned_only_by_its_own_part_has_no_line() {
        assert_eq!(plan(&[("a::b", 1, false), ("a::c", 0, true)]), "");
    }

    #[test]
    fn what_is_below_a_function_of_another_part_has_its_own_line() {
        assert_eq!(plan(&[("a::b", 1, true), ("a::b::c", 0, false)]), "1 a::b\n0 a::b::c\n");
    }
}
