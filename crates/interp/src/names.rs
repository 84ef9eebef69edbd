//! Names as small numbers, so that comparing them and looking them up is quick.

use elsa::FrozenVec;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// A name: of an item, a method, a field, a variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Symbol(u32);

/// Every name of a program. Clones share them.
#[derive(Clone, Default)]
pub struct Names(Rc<Known>);

#[derive(Default)]
struct Known {
    numbers: RefCell<FxHashMap<Rc<str>, Symbol>>,
    texts: FrozenVec<Box<Rc<str>>>,
}

impl Names {
    /// Returns the symbol of a name.
    pub fn intern(&self, text: &str) -> Symbol {
        if let Some(symbol) = self.find(text) {
            return symbol;
        }
        let symbol = Symbol(self.0.texts.len() as u32);
        let text: Rc<str> = text.into();
        self.0.texts.push(Box::new(text.clone()));
        self.0.numbers.borrow_mut().insert(text, symbol);
        symbol
    }

    /// Returns the symbol of a name that has one.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.0.numbers.borrow().get(text).copied()
    }

    /// Returns the text of a symbol.
    pub fn text(&self, symbol: Symbol) -> &Rc<str> {
        &self.0.texts[symbol.0 as usize]
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").field("len", &self.0.texts.len()).finish_non_exhaustive()
    }
}
