//! Circles of spans in which each waits for what the next one holds.

use crate::{Action, EventKind, ResourceId, SpanId, Trace};
use rustc_hash::FxHashMap;

/// Who waits and who holds, at one moment of the run.
#[derive(Default)]
struct Standing {
    /// What each waiting leaf waits for.
    waits: FxHashMap<SpanId, ResourceId>,
    /// The waiting leaves below each span.
    inside: FxHashMap<SpanId, Vec<SpanId>>,
    /// How many leaves below each span are not over, waiting or not.
    alive: FxHashMap<SpanId, usize>,
    /// The leaves whose guards hold each resource.
    holders: FxHashMap<ResourceId, Vec<SpanId>>,
}

/// Returns every circle that ever closed, as the leaves that wait in it. A circle closes with a wait, so only then is
/// there something to look for; it counts even if a timeout broke it later.
pub(super) fn find(trace: &Trace) -> Vec<Vec<SpanId>> {
    let mut standing = Standing::default();
    let mut cycles = Vec::new();
    for event in &trace.events {
        let span = event.span;
        match event.kind {
            EventKind::Use { resource, action: Action::Wait } => {
                standing.wait(trace, span, resource);
                let mut path = vec![span];
                if standing.leads_back(trace, span, &mut path) {
                    cycles.push(path);
                }
            }
            EventKind::Use { resource, action: Action::Acquire } => {
                standing.go_on(trace, span);
                standing.holders.entry(resource).or_default().push(span);
            }
            EventKind::Use { resource, action: Action::Release } => {
                standing.release(resource, span);
            }
            EventKind::Create { .. } if is_leaf(trace, span) => {
                with_ancestors(trace, span).for_each(|it| *standing.alive.entry(it).or_default() += 1);
            }
            EventKind::End(_) if is_leaf(trace, span) => {
                standing.go_on(trace, span);
                with_ancestors(trace, span).for_each(|it| *standing.alive.entry(it).or_default() -= 1);
            }
            _ => {}
        }
    }
    cycles
}

fn is_leaf(trace: &Trace, span: SpanId) -> bool {
    trace.span(span).is_some_and(crate::Span::is_leaf)
}

fn with_ancestors(trace: &Trace, span: SpanId) -> impl Iterator<Item = SpanId> + '_ {
    std::iter::successors(Some(span), |it| trace.span(*it)?.parent)
}

impl Standing {
    fn wait(&mut self, trace: &Trace, leaf: SpanId, resource: ResourceId) {
        if self.waits.insert(leaf, resource).is_none() {
            for above in with_ancestors(trace, leaf) {
                self.inside.entry(above).or_default().push(leaf);
            }
        }
    }

    fn go_on(&mut self, trace: &Trace, leaf: SpanId) {
        if self.waits.remove(&leaf).is_some() {
            for above in with_ancestors(trace, leaf) {
                if let Some(inside) = self.inside.get_mut(&above) {
                    inside.retain(|it| *it != leaf);
                }
            }
        }
    }

    fn release(&mut self, resource: ResourceId, leaf: SpanId) {
        if let Some(holders) = self.holders.get_mut(&resource)
            && let Some(at) = holders.iter().position(|it| *it == leaf)
        {
            holders.swap_remove(at);
        }
    }

    /// Whether what `leaf` waits for leads to the first leaf of `path` again, whichever of its holders one asks; `path`
    /// then is the circle.
    fn leads_back(&self, trace: &Trace, leaf: SpanId, path: &mut Vec<SpanId>) -> bool {
        let holders = self.waits.get(&leaf).and_then(|it| self.holders.get(it));
        let Some(holders) = holders.filter(|it| !it.is_empty()) else { return false };
        // One holder that can go on is enough to go on.
        holders.iter().all(|it| self.is_caught(trace, *it, path))
    }

    fn is_caught(&self, trace: &Trace, holder: SpanId, path: &mut Vec<SpanId>) -> bool {
        // Whoever asked for the lock holds it; it goes on when what it awaits now is done.
        let owner = trace.user(holder).map_or(holder, |it| it.id);
        let inside = self.inside.get(&owner).map(Vec::as_slice).unwrap_or_default();
        if self.alive.get(&owner).is_some_and(|alive| *alive > inside.len()) {
            // It awaits something else as well, which may make it let go.
            return false;
        }
        for next in inside {
            if path.first() == Some(next) {
                return true;
            }
            if path.contains(next) {
                continue;
            }
            path.push(*next);
            if self.leads_back(trace, *next, path) {
                return true;
            }
            path.pop();
        }
        false
    }
}
