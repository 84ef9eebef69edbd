fn adder(n: i32) -> impl Fn(i32) -> i32 {
    move |it| it + n
}

fn boxed(kind: &str) -> Box<dyn Fn(i32) -> i32> {
    match kind {
        "double" => Box::new(|it| it * 2),
        _ => Box::new(|it| it),
    }
}

fn call_mut(mut f: impl FnMut() -> i32) -> i32 {
    f();
    f()
}

fn call_once<F: FnOnce() -> String>(f: F) -> String {
    f()
}

fn square(n: i32) -> i32 {
    n * n
}

struct Button {
    handlers: Vec<Box<dyn FnMut(&str)>>,
}

fn main() {
    println!("{} {} {}", adder(2)(3), boxed("double")(4), boxed("")(4));
    let mut count = 0;
    println!("{}", call_mut(|| { count += 1; count }));
    println!("{count}");
    let text = String::from("moved");
    println!("{}", call_once(move || text + "!"));
    let operations: [(&str, fn(i32) -> i32); 2] = [("square", square), ("negate", |it| -it)];
    for (name, f) in operations {
        println!("{name} {}", f(3));
    }
    let mut log = Vec::new();
    let mut push = |it: &str| log.push(it.to_string());
    push("a");
    push("b");
    println!("{log:?}");
    let seen = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let inner = seen.clone();
    let mut button = Button { handlers: vec![] };
    button.handlers.push(Box::new(move |it| inner.borrow_mut().push(it.len())));
    for handler in button.handlers.iter_mut() {
        handler("click");
        handler("no");
    }
    println!("{:?}", seen.borrow());
    let compose = |f: fn(i32) -> i32, g: fn(i32) -> i32| move |it| g(f(it));
    println!("{}", compose(square, square)(2));
    println!("{:?}", [1, 2, 3].map(square));
    let maybe: Option<&str> = None;
    println!("{}", maybe.map_or_else(|| "none".to_string(), str::to_uppercase));
}
