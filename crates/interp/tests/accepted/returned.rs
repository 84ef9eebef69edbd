use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard};

struct Parser<'a> {
    text: &'a str,
    parts: Vec<&'a str>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        let parts: Vec<&'a str> = text.split(' ').collect();
        Parser { text, parts }
    }

    fn first(&self) -> &'a str {
        self.parts[0]
    }

    fn trimmed(&self) -> &'a str {
        let part = self.parts[0];
        part.trim()
    }

    fn rest(&mut self) -> Option<&'a str> {
        let all = self.text;
        let (_, rest) = all.split_once(' ')?;
        self.text = rest;
        Some(rest)
    }
}

fn of_list<'a>(all: Vec<&'a str>) -> &'a str {
    all[0].trim()
}

fn of_share<'a>(text: Rc<&'a str>) -> &'a str {
    text.trim()
}

fn of_boxed<'a>(text: Box<&'a str>) -> &'a str {
    let inner = *text;
    inner.trim()
}

fn of_map<'a>(map: &'a HashMap<String, String>, key: &str) -> &'a str {
    let owned = key.to_string();
    match map.get(&owned) {
        Some(it) => it,
        None => "none",
    }
}

fn longest<'a>(all: &'a [String]) -> &'a str {
    let mut best = "";
    for it in all {
        if it.len() > best.len() {
            best = it.as_str();
        }
    }
    best
}

fn guard<'a>(lock: &'a Arc<Mutex<i32>>) -> MutexGuard<'a, i32> {
    let lock = &**lock;
    lock.lock().unwrap()
}

fn shown(n: i32) -> Cow<'static, str> {
    let text = format!("{n}");
    if n == 0 { Cow::Borrowed("zero") } else { Cow::Owned(text) }
}

fn counter() -> impl FnMut() -> i32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}

fn boxed(step: i32) -> Box<dyn Fn(i32) -> i32> {
    let twice = step * 2;
    Box::new(move |n| n + twice)
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let first = 1;
    text.split(' ').skip(first).map(|it| it.to_uppercase())
}

fn early<'a>(text: &'a str, own: String) -> Result<&'a str, String> {
    if own.is_empty() {
        return Err(own);
    }
    let at = own.len().min(text.len());
    let part = &text[..at];
    Ok(part)
}

fn leaked() -> &'static str {
    let text = String::from("leaked");
    text.leak()
}

fn number(text: &str) -> usize {
    let own = text.to_string();
    let view = own.as_str();
    view.len()
}

fn maximum(all: &[i32]) -> Option<&i32> {
    let found = all.iter().max_by_key(|it| **it);
    found
}

async fn length(text: &str) -> usize {
    let own = text.to_string();
    let view = &own;
    view.len()
}

fn copied(all: Vec<i32>) -> Option<i32> {
    all.iter().copied().max()
}

fn own(all: Vec<String>) -> String {
    let best = all.iter().max().unwrap();
    best.clone()
}

fn swap<'a>(mut pair: (&'a str, &'a str)) -> (&'a str, &'a str) {
    std::mem::swap(&mut pair.0, &mut pair.1);
    pair
}

fn through<'a>(text: &'a String) -> &'a str {
    let again = &text;
    again.as_str()
}

fn insert<'a>(map: &'a mut HashMap<String, Vec<i32>>, key: &str) -> &'a mut Vec<i32> {
    let key = key.to_string();
    let list = map.entry(key).or_default();
    list.push(1);
    list
}

#[tokio::main]
async fn main() {
    let text = String::from("a b c");
    let mut parser = Parser::new(&text);
    println!("{} {} {:?}", parser.first(), parser.trimmed(), parser.rest());
    println!("{} {} {}", of_list(vec![" x "]), of_share(Rc::new(" y ")), of_boxed(Box::new(" z ")));
    let mut map = HashMap::new();
    insert(&mut map, "k").push(2);
    let names = HashMap::from([("k".to_string(), "v".to_string())]);
    println!("{} {}", of_map(&names, "k"), longest(&["a".to_string(), "bb".to_string()]));
    println!("{} {}", guard(&Arc::new(Mutex::new(3))), shown(4));
    let mut next = counter();
    println!("{} {} {:?}", next(), boxed(1)(2), words(&text).collect::<Vec<_>>());
    println!("{:?} {} {} {:?}", early("abc", "x".into()), leaked(), number("n"), maximum(&[1, 2]));
    println!("{} {:?} {}", length("four").await, copied(vec![1]), own(vec![text.clone()]));
    println!("{:?} {}", swap(("a", "b")), through(&text));
}
