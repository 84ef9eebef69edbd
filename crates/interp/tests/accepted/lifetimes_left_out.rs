use std::collections::HashMap;
use std::fmt::{self, Debug, Display};
use std::pin::Pin;
use std::rc::Rc;

const NAME: &str = "Ada";
static PARTS: [&str; 2] = ["a", "b"];
type Callback = Box<dyn Fn(&str) -> &str>;
type Text = &'static str;

struct Words<'a> {
    text: &'a str,
    by: fn(&str) -> &str,
    each: Box<dyn Fn(&str, &str) -> bool>,
    callback: Callback,
    known: HashMap<&'static str, &'a [&'a str]>,
    name: Text,
}

impl<'a> Words<'a> {
    fn first(&self, _other: &str) -> &str {
        self.text
    }

    fn rest(self: &Rc<Self>, _other: &str) -> &str {
        self.text
    }

    fn pinned(self: Pin<&Self>, _n: &str) -> &str {
        let _ = self;
        "pinned"
    }

    fn of(words: Words) -> &str {
        words.text
    }

    fn own(words: Words<'_>) -> &str {
        words.text
    }

    const KIND: &'static str = "words";
}

trait Named {
    const WHAT: &'static str;

    fn name(&self, other: &str) -> &str;

    fn made(text: &str) -> Option<&str> {
        Some(text)
    }
}

impl Named for Words<'_> {
    const WHAT: &'static str = "words";

    fn name(&self, _other: &str) -> &str {
        (self.by)(self.text)
    }
}

fn trimmed(text: &str, _count: usize) -> &str {
    text.trim()
}

fn chosen(by: impl Fn(&str) -> &str, text: &str) -> &str {
    let _ = by("x");
    text
}

fn pick<'a>(a: &'a str, _b: &str) -> &'a str {
    a
}

fn all(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ')
}

fn shown<T: Display + ?Sized>(it: &T) -> Box<dyn Display + '_> {
    Box::new(it.to_string())
}

fn adder(_a: &str, _b: &str) -> Box<dyn Fn(&str) -> &str> {
    Box::new(|it| it)
}

fn function(_a: &str, _b: &str) -> fn(&str) -> &str {
    str::trim
}

fn nothing() -> Option<&'static str> {
    None
}

fn text(it: Text) -> Text {
    it
}

fn of_text(it: Text) -> Option<Text> {
    Some(it)
}

async fn later(text: &str) -> &str {
    text
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.text)
    }
}

fn debug<T: Debug>(it: &T) -> String {
    let inner = |a: &str, _b: &str| -> usize { a.len() };
    format!("{it:?}{}", inner("a", "b"))
}

macro_rules! getter {
    ($name:ident) => {
        fn $name(text: &str) -> &str {
            text
        }
    };
}

getter!(got);

fn main() {
    let words = Rc::new(Words {
        text: NAME,
        by: str::trim,
        each: Box::new(|a, b| a == b),
        callback: Box::new(|it| it),
        known: HashMap::new(),
        name: PARTS[0],
    });
    println!("{} {} {}", words.first("x"), words.rest("y"), words.name("z"));
    println!("{} {}", (words.each)("a", "a"), (words.callback)("b"));
    println!("{} {} {}", words.known.len(), words.name, Pin::new(&*words).pinned("p"));
    println!("{} {}", Words::KIND, <Words as Named>::WHAT);
    println!("{:?} {}", Words::made("m"), trimmed(" t ", 1));
    println!("{} {}", chosen(|it| it, "c"), pick("a", "b"));
    println!("{} {}", all("a b c").count(), shown("s"));
    println!("{} {}", adder("a", "b")("c"), function("a", "b")(" d "));
    println!("{:?} {} {:?}", nothing(), text("t"), of_text("u"));
    drop(later("x"));
    println!("{} {} {}", debug(&1), got("g"), words);
    if let Ok(words) = Rc::try_unwrap(words) {
        println!("{}", Words::of(words));
    }
    let _ = Words::own;
}
