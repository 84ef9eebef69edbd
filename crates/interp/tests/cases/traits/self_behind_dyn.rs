//! What `Self` is in a method that a trait provides, behind `dyn` too, and sizes of generic types.
use std::any::type_name;
use std::marker::{PhantomData, PhantomPinned};
use std::mem::{align_of, size_of};

trait Named {
    fn name(&self) -> String {
        short::<Self>()
    }

    fn id(&self) -> &'static str {
        type_name::<Self>().rsplit("::").next().unwrap()
    }

    fn of_type() -> String
    where
        Self: Sized,
    {
        short::<Self>()
    }
}

fn short<T: ?Sized>() -> String {
    type_name::<T>().rsplit("::").next().unwrap().to_string()
}

struct Lamp;
struct Door(#[allow(dead_code)] u8);

impl Named for Lamp {}
impl Named for Door {}
impl Named for i32 {}

fn generic<T: Named>(it: T) {
    println!("{} {} {}", it.name(), it.id(), T::of_type());
}

#[allow(dead_code)]
struct Quantity<U, T = f64> {
    value: T,
    unit: PhantomData<U>,
}

#[allow(dead_code)]
struct Pair<A, B>(A, B, PhantomPinned);

fn main() {
    let all: Vec<Box<dyn Named>> = vec![Box::new(Lamp), Box::new(Door(1)), Box::new(3)];
    for it in &all {
        println!("{} {}", it.name(), it.id());
    }
    let one: &dyn Named = &Lamp;
    println!("{} {}", one.name(), one.id());
    generic(Lamp);
    generic(5);
    println!("{} {}", size_of::<Quantity<Lamp>>(), size_of::<Quantity<Lamp, u8>>());
    println!("{} {}", size_of::<Pair<u8, u32>>(), align_of::<Pair<u8, u16>>());
    println!("{} {}", size_of::<Pair<char, [u8; 3]>>(), size_of::<PhantomData<String>>());
    println!("{} {}", type_name::<std::collections::BTreeMap<u8, Vec<bool>>>(), type_name::<std::cell::RefCell<char>>());
}
