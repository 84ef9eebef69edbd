struct Person {
    name: String,
}

enum Kind {
    One,
}

trait Speaks {
    fn speak(&self) -> String;
}

impl Speaks for Kind {
    fn speak(&self) -> String {
        "one".into()
    }
}

fn main() {
    let person = Person { name: "Ada".to_string() };
    let other = person.clone();
    println!("{} {}", person.name, other.name);
    println!("{}", Kind::One.speak());
    println!("{}", person.speak());
    let kind = Kind::One.clone();
    println!("{}", kind.speak());
    let made = Person::default();
    let boxed = Box::new(person);
    println!("{}", boxed.speak());
    let shared = &boxed;
    println!("{}", shared.speak());
}
