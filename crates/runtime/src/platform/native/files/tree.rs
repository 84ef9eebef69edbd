//! Which names there are, and what they stand for.

use super::node::Node;
use super::space::Space;
use crate::fs::Stat;
use crate::io::os_error;
use crate::platform::How;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::io::{ErrorKind, Result};
use std::sync::Arc;

type Folder = BTreeMap<String, Entry>;

enum Entry {
    Dir(Folder),
    File(Arc<Node>),
}

/// The directory of a run.
#[derive(Default)]
pub(super) struct Tree(Folder);

impl Tree {
    fn folder(&mut self, names: &[String]) -> Result<&mut Folder> {
        let mut folder = &mut self.0;
        for name in names {
            folder = match folder.get_mut(name) {
                Some(Entry::Dir(it)) => it,
                Some(Entry::File(_)) => return Err(os_error(ErrorKind::NotADirectory)),
                None => return Err(os_error(ErrorKind::NotFound)),
            };
        }
        Ok(folder)
    }

    /// Returns the directory in which something is, and its name there.
    fn slot(&mut self, names: &[String]) -> Result<Slot<'_, String, Entry>> {
        let (name, above) = names.split_last().ok_or_else(|| os_error(ErrorKind::ResourceBusy))?;
        Ok(self.folder(above)?.entry(name.clone()))
    }

    fn entry(
        &mut self,
        names: &[String],
    ) -> Result<std::collections::btree_map::OccupiedEntry<'_, String, Entry>> {
        match self.slot(names)? {
            Slot::Occupied(it) => Ok(it),
            Slot::Vacant(_) => Err(os_error(ErrorKind::NotFound)),
        }
    }

    pub(super) fn stat(&mut self, names: &[String]) -> Result<Stat> {
        Ok(match self.entry(names)?.get() {
            Entry::Dir(_) => Stat::DIR,
            Entry::File(node) => node.stat_now(),
        })
    }

    pub(super) fn list(&mut self, names: &[String]) -> Result<Vec<(String, bool)>> {
        let folder = self.folder(names)?.iter();
        Ok(folder.map(|(name, it)| (name.clone(), matches!(it, Entry::Dir(_)))).collect())
    }

    pub(super) fn create_dir(&mut self, names: &[String]) -> Result<()> {
        match self.slot(names)? {
            Slot::Occupied(_) => Err(os_error(ErrorKind::AlreadyExists)),
            Slot::Vacant(slot) => {
                slot.insert(Entry::Dir(Folder::new()));
                Ok(())
            }
        }
    }

    pub(super) fn remove_file(&mut self, names: &[String]) -> Result<()> {
        let entry = self.entry(names)?;
        if matches!(entry.get(), Entry::Dir(_)) {
            return Err(os_error(ErrorKind::IsADirectory));
        }
        entry.remove();
        Ok(())
    }

    pub(super) fn remove_dir(&mut self, names: &[String], with_contents: bool) -> Result<()> {
        let entry = self.entry(names)?;
        match entry.get() {
            Entry::File(_) => Err(os_error(ErrorKind::NotADirectory)),
            Entry::Dir(folder) if !with_contents && !folder.is_empty() => {
                Err(os_error(ErrorKind::DirectoryNotEmpty))
            }
            Entry::Dir(_) => {
                entry.remove();
                Ok(())
            }
        }
    }

    pub(super) fn rename(&mut self, from: &[String], to: &[String]) -> Result<()> {
        let is_dir = matches!(self.entry(from)?.get(), Entry::Dir(_));
        if from == to {
            return Ok(());
        }
        if let Slot::Occupied(target) = self.slot(to)? {
            match (is_dir, target.get()) {
                (false, Entry::Dir(_)) => return Err(os_error(ErrorKind::IsADirectory)),
                (true, Entry::File(_)) => return Err(os_error(ErrorKind::NotADirectory)),
                (true, Entry::Dir(it)) if !it.is_empty() => {
                    return Err(os_error(ErrorKind::DirectoryNotEmpty));
                }
                _ => {}
            }
        }
        let moved = self.entry(from)?.remove();
        self.slot(to)?.insert_entry(moved);
        Ok(())
    }

    pub(super) fn open(&mut self, names: &[String], how: How, space: &Arc<Space>) -> Result<Arc<Node>> {
        match self.slot(names)? {
            Slot::Occupied(_) if how.create_new => Err(os_error(ErrorKind::AlreadyExists)),
            Slot::Occupied(it) => match it.get() {
                Entry::Dir(_) => Err(os_error(ErrorKind::IsADirectory)),
                Entry::File(node) => Ok(node.clone()),
            },
            Slot::Vacant(slot) if how.create => {
                let node = Node::new(space);
                slot.insert(Entry::File(node.clone()));
                Ok(node)
            }
            Slot::Vacant(_) => Err(os_error(ErrorKind::NotFound)),
        }
    }
}
