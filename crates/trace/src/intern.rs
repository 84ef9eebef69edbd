//! The tables that events point into: texts, places and what many spans share.

use crate::{MetaId, PlaceId, SpanKind, TextId};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A place in the source, counted from 1 as compilers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file's name; `None` for the program itself, which is one file.
    pub file: Option<TextId>,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// Makes a place in the program itself.
    pub const fn new(line: u32, column: u32) -> Self {
        Place { file: None, line, column }
    }
}

/// What many spans share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meta {
    /// The kind of future.
    pub kind: SpanKind,
    /// What it is called: `download("a.pdf", 300)`.
    pub name: TextId,
    /// Where it is defined, where that is known.
    pub defined: Option<PlaceId>,
}

/// The texts, places and metas of a run, each entry once.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    texts: Vec<Arc<str>>,
    places: Vec<Place>,
    metas: Vec<Meta>,
}

impl Tables {
    /// Returns a text; `None` for an id of another run.
    pub fn text(&self, id: TextId) -> Option<&str> {
        self.texts.get(id.index()).map(AsRef::as_ref)
    }

    /// Returns a place; `None` for an id of another run.
    pub fn place(&self, id: PlaceId) -> Option<Place> {
        self.places.get(id.index()).copied()
    }

    /// Returns what many spans share; `None` for an id of another run.
    pub fn meta(&self, id: MetaId) -> Option<Meta> {
        self.metas.get(id.index()).copied()
    }

    /// Returns how many texts, places and metas there are.
    pub fn lens(&self) -> (usize, usize, usize) {
        (self.texts.len(), self.places.len(), self.metas.len())
    }

    /// Appends the entries of `more` behind ours, as a recorder made them.
    pub(crate) fn extend(&mut self, more: &Tables) {
        self.texts.extend_from_slice(&more.texts);
        self.places.extend_from_slice(&more.places);
        self.metas.extend_from_slice(&more.metas);
    }

    pub(crate) fn push_text(&mut self, text: Arc<str>) -> TextId {
        self.texts.push(text);
        TextId::from_index(self.texts.len() - 1)
    }

    pub(crate) fn push_place(&mut self, place: Place) -> PlaceId {
        self.places.push(place);
        PlaceId::from_index(self.places.len() - 1)
    }

    pub(crate) fn push_meta(&mut self, meta: Meta) -> MetaId {
        self.metas.push(meta);
        MetaId::from_index(self.metas.len() - 1)
    }

    pub(crate) fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }

    pub(crate) fn metas(&self) -> &[Meta] {
        &self.metas
    }
}

/// Gives every distinct entry one id, and keeps the entries that have not been handed over yet.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    texts: FxHashMap<Arc<str>, TextId>,
    places: FxHashMap<Place, PlaceId>,
    metas: FxHashMap<Meta, MetaId>,
    /// Entries since the last hand-over.
    fresh: Tables,
}

impl Interner {
    pub(crate) fn text(&mut self, text: &str) -> TextId {
        if let Some(&id) = self.texts.get(text) {
            return id;
        }
        let id = TextId::from_index(self.texts.len());
        let text: Arc<str> = text.into();
        self.fresh.push_text(text.clone());
        self.texts.insert(text, id);
        id
    }

    pub(crate) fn place(&mut self, place: Place) -> PlaceId {
        if let Some(&id) = self.places.get(&place) {
            return id;
        }
        let id = PlaceId::from_index(self.places.len());
        self.fresh.push_place(place);
        self.places.insert(place, id);
        id
    }

    pub(crate) fn meta(&mut self, kind: SpanKind, name: &str, defined: Option<Place>) -> MetaId {
        let meta = Meta { kind, name: self.text(name), defined: defined.map(|it| self.place(it)) };
        if let Some(&id) = self.metas.get(&meta) {
            return id;
        }
        let id = MetaId::from_index(self.metas.len());
        self.fresh.push_meta(meta);
        self.metas.insert(meta, id);
        id
    }

    /// Returns the entries made since the last call.
    pub(crate) fn take_fresh(&mut self) -> Tables {
        std::mem::take(&mut self.fresh)
    }
}
