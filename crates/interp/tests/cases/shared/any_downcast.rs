// What is shared as `dyn Any` is told what it is again, and goes on being shared.
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

struct Registry {
    all: HashMap<TypeId, Rc<dyn Any>>,
}

impl Registry {
    fn get<T: 'static>(&self) -> Result<Rc<T>, &'static str> {
        let found = self.all.get(&TypeId::of::<T>()).cloned().ok_or("nothing of that type")?;
        found.downcast::<T>().map_err(|_| "something else")
    }
}

fn main() {
    let mut registry = Registry { all: HashMap::new() };
    registry.all.insert(TypeId::of::<String>(), Rc::new("text".to_string()));
    registry.all.insert(TypeId::of::<u8>(), Rc::new(1.5));
    println!("{:?} {:?} {:?}", registry.get::<String>(), registry.get::<u8>(), registry.get::<i32>());

    let shared: Rc<dyn Any> = Rc::new(vec![1, 2]);
    let again = shared.clone().downcast::<Vec<i32>>().unwrap();
    println!("{} {}", again.len(), Rc::strong_count(&again));
    println!("{}", shared.downcast::<String>().is_err());

    let message: Arc<dyn Any + Send + Sync> = Arc::new(7u32);
    println!("{:?} {:?}", message.clone().downcast::<u32>(), message.downcast::<u64>().is_err());
}
