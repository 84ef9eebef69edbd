//! What natives keep for as long as the program runs.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

/// Things of the host's, one of each type.
#[derive(Default)]
pub struct State(RefCell<HashMap<TypeId, Rc<dyn Any>>>);

impl State {
    /// Returns the thing of a type, made when first asked for.
    pub fn of<T: Any + Default>(&self) -> Rc<T> {
        let found = self.0.borrow().get(&TypeId::of::<T>()).cloned();
        let thing = found.unwrap_or_else(|| {
            let made: Rc<dyn Any> = Rc::new(T::default());
            self.0.borrow_mut().insert(TypeId::of::<T>(), made.clone());
            made
        });
        thing.downcast().unwrap_or_default()
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").finish_non_exhaustive()
    }
}
