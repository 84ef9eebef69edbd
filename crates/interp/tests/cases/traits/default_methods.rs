trait Animal {
    fn name(&self) -> String;
    fn noise(&self) -> &str { "..." }
    fn speak(&self) -> String { format!("{} says {}", self.name(), self.noise()) }
    fn kind() -> &'static str where Self: Sized { "animal" }
    fn boxed(self) -> Box<dyn Animal> where Self: Sized + 'static { Box::new(self) }
}

struct Dog { name: &'static str }
struct Cat;
struct Quiet<A>(A);

impl Animal for Dog {
    fn name(&self) -> String { self.name.to_string() }
    fn noise(&self) -> &str { "woof" }
    fn kind() -> &'static str { "dog" }
}

impl Animal for Cat {
    fn name(&self) -> String { "Cat".into() }
    fn speak(&self) -> String { "(ignores you)".into() }
}

impl<A: Animal> Animal for Quiet<A> {
    fn name(&self) -> String { self.0.name().to_lowercase() }
}

fn introduce(a: &impl Animal) -> String { a.speak() }
fn generic<T: Animal>(_: &T) -> &'static str { T::kind() }

fn main() {
    let dog = Dog { name: "Rex" };
    println!("{} | {} | {}", introduce(&dog), introduce(&Cat), introduce(&Quiet(Dog { name: "Max" })));
    println!("{} {} {}", Dog::kind(), <Cat as Animal>::kind(), generic(&dog));
    let all: Vec<Box<dyn Animal>> = vec![dog.boxed(), Cat.boxed(), Box::new(Quiet(Cat))];
    for a in &all { println!("{}: {}", a.name(), a.speak()); }
    println!("{}", all.iter().map(|a| a.noise()).collect::<Vec<_>>().join("/"));
    println!("{}", Animal::name(&Cat));
}
