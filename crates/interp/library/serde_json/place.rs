//! Members and elements by their names and numbers.

use super::{Map, Value};

/// What members and elements are found by.
pub trait Place {
    fn place_in<'v>(&self, v: &'v Value) -> Option<&'v Value>;
    fn place_mut_in<'v>(&self, v: &'v mut Value) -> Option<&'v mut Value>;

    /// Makes room for what is assigned: a member that is missing.
    fn make_in(&self, v: &mut Value) {}
}

impl Place for usize {
    fn place_in<'v>(&self, v: &'v Value) -> Option<&'v Value> {
        match v {
            Value::Array(all) => all.get(*self),
            _ => None,
        }
    }

    fn place_mut_in<'v>(&self, v: &'v mut Value) -> Option<&'v mut Value> {
        match v {
            Value::Array(all) => all.get_mut(*self),
            _ => None,
        }
    }
}

macro_rules! names {
    ($($of:ty)*) => {$(
        impl Place for $of {
            fn place_in<'v>(&self, v: &'v Value) -> Option<&'v Value> {
                match v {
                    Value::Object(all) => all.get(&self[..]),
                    _ => None,
                }
            }

            fn place_mut_in<'v>(&self, v: &'v mut Value) -> Option<&'v mut Value> {
                match v {
                    Value::Object(all) => all.get_mut(&self[..]),
                    _ => None,
                }
            }

            fn make_in(&self, v: &mut Value) {
                if v.is_null() {
                    *v = Value::Object(Map::new());
                }
                if let Value::Object(all) = v {
                    if !all.contains_key(&self[..]) {
                        all.insert(self.to_owned(), Value::Null);
                    }
                }
            }
        }
    )*};
}

names! { str String }

impl<T: ?Sized + Place> Place for &T {
    fn place_in<'v>(&self, v: &'v Value) -> Option<&'v Value> {
        (**self).place_in(v)
    }

    fn place_mut_in<'v>(&self, v: &'v mut Value) -> Option<&'v mut Value> {
        (**self).place_mut_in(v)
    }

    fn make_in(&self, v: &mut Value) {
        (**self).make_in(v)
    }
}
