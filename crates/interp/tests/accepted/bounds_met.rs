use std::fmt::{self, Debug, Display};
use std::ops::Deref;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Person {
    name: String,
}

struct Cat;

struct Silent;

trait Speaks {
    fn speak(&self) -> String;

    fn twice(self) -> String
    where
        Self: Sized,
    {
        self.speak() + &self.speak()
    }
}

trait Loud: Speaks + Debug {}

trait Counted {
    fn count() -> usize;

    fn clone(&self) -> u8 {
        1
    }
}

impl Counted for Silent {
    fn count() -> usize {
        3
    }
}

impl Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)
    }
}

impl<T: Display> Speaks for T {
    fn speak(&self) -> String {
        format!("{self}!")
    }
}

impl Loud for Person {}

trait Named {
    fn name(self) -> String;
}

impl Named for &Cat {
    fn name(self) -> String {
        "cat".into()
    }
}

impl Named for &mut Silent {
    fn name(self) -> String {
        "silent".into()
    }
}

struct Wrapped(Person);

impl Deref for Wrapped {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.0
    }
}

macro_rules! named {
    ($($ty:ident),*) => {$(
        impl Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($ty))
            }
        }
    )*};
}

named!(Cat, Silent);

fn show<T: Display>(it: T) -> String {
    format!("{it}")
}

fn inspect(it: &(impl Debug + ?Sized)) -> String {
    format!("{it:?}")
}

fn name_of<T: Named>(it: T) -> String {
    it.name()
}

fn is_sorted<T: Ord + Clone>(all: &[T]) -> bool {
    let mut sorted = all.to_vec();
    sorted.sort();
    sorted == all
}

fn boxed<T: Debug + 'static>(it: T) -> Box<dyn Debug> {
    Box::new(it)
}

fn apply<F: Fn(&Person) -> String>(it: &Person, by: F) -> String {
    by(it)
}

fn main() {
    let person = Person { name: "Ada".into() };
    println!("{} {} {}", show(&person), show(&&person), show(Box::new(person.clone())));
    println!("{} {} {}", inspect(&person), inspect(&Cat), inspect("text"));
    println!("{} {}", person.speak(), person.clone().twice());
    println!("{} {}", name_of(&Cat), name_of(&mut Silent));
    println!("{} {}", Cat.name(), Silent.name());
    println!("{} {}", Silent::count(), Silent.clone());
    println!("{}", is_sorted(&[person.clone(), Person::default()]));
    let wrapped = Wrapped(person.clone());
    println!("{} {} {:?}", wrapped.speak(), wrapped.to_string(), wrapped.clone());
    let rc = Rc::new(Silent);
    println!("{:?} {}", Rc::clone(&rc), (*rc).clone());
    let borrowed = &Cat;
    let again = <&Cat as Clone>::clone(&borrowed);
    println!("{again:?} {:?}", boxed(Cat));
    let all: Vec<Box<dyn Display>> = vec![Box::new(person.clone()), Box::new(1), Box::new("x")];
    for it in &all {
        print!("{it} ");
    }
    let loud: &dyn Loud = &person;
    println!("{loud:?} {}", apply(&person, |it| it.speak()));
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum Local {
        One,
        Two,
    }
    impl Display for Local {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "local {self:?}")
        }
    }
    let mut locals = vec![Local::Two, Local::One];
    locals.sort();
    println!("{} {}", show(locals[0]), is_sorted(&locals));
    let mut parts = vec![vec![2], vec![1]];
    parts.sort();
    let mut floats = vec![2.5, 1.5];
    floats.sort_by(|a, b| a.partial_cmp(b).unwrap());
    println!("{parts:?} {floats:?}");
}
