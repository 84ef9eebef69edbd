use std::cell::RefCell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

struct MyBox<T>(T);
impl<T> Deref for MyBox<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
impl<T> DerefMut for MyBox<T> { fn deref_mut(&mut self) -> &mut T { println!("deref_mut"); &mut self.0 } }

#[derive(Debug)]
enum Expr { Num(f64), Neg(Box<Expr>), Add(Rc<Expr>, Rc<Expr>) }

struct Reply { code: u16 }
impl fmt::Display for Reply { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "<{}>", self.code) } }

fn hello(name: &str) { println!("Hello, {name}!"); }
fn shown(expr: &Expr) -> String {
    match expr { Expr::Num(n) => n.to_string(), Expr::Neg(e) => format!("-({})", shown(e)), Expr::Add(a, b) => format!("{} + {}", shown(a), shown(b)) }
}
fn code(reply: &Reply) -> String { format!("{reply:>5} {}", reply.code) }
fn up(reply: &mut Reply) { reply.code += 1; }
fn option(found: &Option<u8>) -> u8 { match found { Some(n) => *n, None => 0 } }
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() >= b.len() { a } else { b } }
fn inner(of: &MyBox<String>) -> &str { of }

struct Tree { children: Vec<Rc<RefCell<Tree>>>, name: MyBox<String> }
fn names(tree: &Tree, depth: usize) {
    println!("{}{}", " ".repeat(depth), longest(&tree.name, ""));
    for it in &tree.children { names(&it.borrow(), depth + 1); }
}

fn main() {
    let name = MyBox(String::from("Rust"));
    hello(&name);
    hello(&MyBox(MyBox(Rc::new(String::from("deep")))));
    let text: &str = &name;
    println!("{text} {} {}", text == "Rust", match text { "Rust" => 1, _ => 2 });
    println!("{}", inner(&name));
    println!("{}", longest(&name, "ab"));
    println!("{}", shown(&Expr::Neg(Box::new(Expr::Add(Rc::new(Expr::Num(1.5)), Rc::new(Expr::Neg(Box::new(Expr::Num(2.0)))))))));
    let mut reply = MyBox(Reply { code: 200 });
    up(&mut reply);
    println!("{}", code(&reply));
    let shared = Arc::new(Mutex::new(Reply { code: 404 }));
    up(&mut shared.lock().unwrap());
    println!("{}", code(&shared.lock().unwrap()));
    println!("{} {}", option(&Rc::new(Some(3))), option(&RefCell::new(None).borrow()));
    let leaf = Rc::new(RefCell::new(Tree { children: vec![], name: MyBox("leaf".to_string()) }));
    names(&Tree { children: vec![leaf.clone(), leaf], name: MyBox("root".to_string()) }, 0);
}
