use std::fmt;

trait Animal {
    fn name(&self) -> String;
    fn speak(&self) -> String {
        format!("{} speaks", self.name())
    }
}

struct Dog;
struct Cat {
    lives: u32,
}

impl Animal for Dog {
    fn name(&self) -> String {
        "dog".to_string()
    }
}

impl Animal for Cat {
    fn name(&self) -> String {
        format!("cat with {} lives", self.lives)
    }
    fn speak(&self) -> String {
        "meow".into()
    }
}

impl fmt::Display for Cat {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "<{}>", self.lives)
    }
}

fn loud<T: Animal + ?Sized>(animal: &T) -> String {
    animal.speak().to_uppercase()
}

trait Zero {
    const ZERO: Self;
    fn is_zero(&self) -> bool;
}

impl Zero for i32 {
    const ZERO: i32 = 0;
    fn is_zero(&self) -> bool {
        *self == 0
    }
}

fn sum<T: Zero + Copy + std::ops::Add<Output = T>>(values: &[T]) -> T {
    let mut total = T::ZERO;
    for value in values {
        total = total + *value;
    }
    total
}

fn main() {
    let zoo: Vec<Box<dyn Animal>> = vec![Box::new(Dog), Box::new(Cat { lives: 9 })];
    for animal in zoo.iter() {
        println!("{} / {}", animal.speak(), loud(animal.as_ref()));
    }
    println!("{:>6}|{:<6}|{}", Cat { lives: 3 }.to_string(), format!("{}", Cat { lives: 4 }), Cat { lives: 5 });
    println!("{} {}", sum(&[1, 2, 3]), 0.is_zero());
}
