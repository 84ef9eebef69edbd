fn greeting() -> &str {
    "hello"
}

fn of_value(text: String, numbers: Vec<i32>) -> &str {
    println!("{text} {numbers:?}");
    "none"
}

struct Cat {
    name: String,
}

impl Cat {
    fn name_of(cat: Cat) -> &str {
        println!("{}", cat.name);
        "Tom"
    }

    fn first<T>(self, _other: T, _number: u8) -> Option<&str> {
        None
    }
}

async fn later(count: u32) -> &str {
    println!("{count}");
    "later"
}

fn main() {
    println!("{}", greeting());
    println!("{}", of_value(String::new(), vec![1]));
    println!("{}", Cat::name_of(Cat { name: String::new() }));
    println!("{:?}", Cat { name: String::new() }.first(1, 2));
    drop(later(3));
}
