use std::cell::{Cell, RefCell};
use std::rc::Rc;

struct Config<'a> {
    name: &'a str,
    hits: Cell<u32>,
    log: RefCell<Vec<String>>,
}

impl<'a> Config<'a> {
    fn name(&self) -> &'a str {
        self.name
    }

    fn hit(&self) {
        self.hits.set(self.hits.get() + 1);
        self.log.borrow_mut().push(format!("hit {}", self.hits.get()));
    }
}

fn pick<'a>(left: &'a str, _right: &str) -> &'a str {
    left
}

fn fixed(_: &str) -> &'static str {
    "fixed"
}

fn main() {
    let mut text = String::from("a");
    let config = Config { name: "static", hits: Cell::new(0), log: RefCell::new(vec![]) };
    let name = config.name();
    config.hit();
    drop(config);
    println!("{name}");
    let other = String::from("b");
    let picked = pick(&other, &text);
    text.push('c');
    println!("{picked}");
    let fix = fixed(&text);
    text.push('d');
    println!("{fix} {text}");
    let shared = Rc::new(RefCell::new(vec![1]));
    let own = Rc::clone(&shared);
    own.borrow_mut().push(2);
    shared.borrow_mut().push(3);
    let length = shared.borrow().len();
    shared.borrow_mut().push(length as i32);
    println!("{:?}", own.borrow());
    let moved = text;
    let text = moved.clone() + &moved;
    println!("{text}");
    let boxed = Box::new(String::from("boxed"));
    let unboxed = *boxed;
    println!("{unboxed}");
    let mut maybe = Some(String::from("m"));
    if let Some(it) = maybe.take() {
        maybe = Some(it + "!");
    }
    println!("{maybe:?}");
    let base = (1, String::from("z"));
    let (number, ref letters) = base;
    println!("{number} {letters} {}", base.1);
}
