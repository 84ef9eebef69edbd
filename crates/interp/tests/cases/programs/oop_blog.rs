// Objects as in the Book's chapter on them: a gui with trait objects, a post with states, and types for states.
use std::collections::HashMap;
use std::fmt::{self, Debug, Display};
use std::rc::{Rc, Weak};
use std::cell::{Cell, RefCell};

pub trait Draw {
    fn draw(&self, depth: usize) -> String;
    fn name(&self) -> &str { "unnamed" }
    fn boxed(self) -> Box<dyn Draw> where Self: Sized + 'static { Box::new(self) }
}

#[derive(Default)]
struct Panel { children: Vec<Box<dyn Draw>>, title: Option<String> }
struct Button { label: &'static str, pressed: Cell<u32> }
struct Text<T>(T);

impl Draw for Button {
    fn draw(&self, depth: usize) -> String {
        self.pressed.set(self.pressed.get() + 1);
        format!("{:indent$}[{}:{}]", "", self.label, self.pressed.get(), indent = depth * 2)
    }
    fn name(&self) -> &str { self.label }
}
impl<T: Display> Draw for Text<T> {
    fn draw(&self, depth: usize) -> String { format!("{}{}", "  ".repeat(depth), self.0) }
}
impl Draw for Panel {
    fn draw(&self, depth: usize) -> String {
        let mut lines = vec![format!("{:1$}<{2}>", "", depth * 2, self.name())];
        lines.extend(self.children.iter().map(|c| c.draw(depth + 1)));
        lines.join("\n")
    }
    fn name(&self) -> &str { self.title.as_deref().unwrap_or("panel") }
}
impl Panel {
    fn with(mut self, child: impl Draw + 'static) -> Self { self.children.push(child.boxed()); self }
    fn titled(self, title: &str) -> Self { Panel { title: Some(title.into()), ..self } }
}

trait State {
    fn request_review(self: Box<Self>) -> Box<dyn State>;
    fn approve(self: Box<Self>) -> Box<dyn State>;
    fn content<'a>(&self, _post: &'a Post) -> &'a str { "" }
}
struct Draft;
struct Pending { approvals: u8 }
struct Published;
impl State for Draft {
    fn request_review(self: Box<Self>) -> Box<dyn State> { Box::new(Pending { approvals: 0 }) }
    fn approve(self: Box<Self>) -> Box<dyn State> { self }
}
impl State for Pending {
    fn request_review(self: Box<Self>) -> Box<dyn State> { self }
    fn approve(mut self: Box<Self>) -> Box<dyn State> {
        self.approvals += 1;
        if self.approvals >= 2 { Box::new(Published) } else { self }
    }
}
impl State for Published {
    fn request_review(self: Box<Self>) -> Box<dyn State> { self }
    fn approve(self: Box<Self>) -> Box<dyn State> { self }
    fn content<'a>(&self, post: &'a Post) -> &'a str { &post.content }
}
pub struct Post { state: Option<Box<dyn State>>, content: String }
impl Post {
    fn new() -> Post { Post { state: Some(Box::new(Draft)), content: String::new() } }
    fn content(&self) -> &str { self.state.as_ref().unwrap().content(self) }
    fn step(&mut self, how: fn(Box<dyn State>) -> Box<dyn State>) {
        if let Some(s) = self.state.take() { self.state = Some(how(s)) }
    }
}

trait Observer { fn notify(&self, topic: &str, value: &dyn Debug); }
struct Recorder { id: u8, seen: RefCell<Vec<String>> }
impl Observer for Recorder {
    fn notify(&self, topic: &str, value: &dyn Debug) { self.seen.borrow_mut().push(format!("{}/{topic}={value:?}", self.id)); }
}
#[derive(Default)]
struct Bus { listeners: RefCell<HashMap<String, Vec<Weak<dyn Observer>>>> }
impl Bus {
    fn subscribe(&self, topic: &str, who: &Rc<dyn Observer>) {
        self.listeners.borrow_mut().entry(topic.to_string()).or_default().push(Rc::downgrade(who));
    }
    fn publish<V: Debug>(&self, topic: &str, value: V) -> usize {
        let mut listeners = self.listeners.borrow_mut();
        let Some(list) = listeners.get_mut(topic) else { return 0 };
        list.retain(|it| it.upgrade().is_some());
        list.iter().filter_map(Weak::upgrade).inspect(|it| it.notify(topic, &value)).count()
    }
}
struct Celsius(f64);
impl fmt::Display for Celsius { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{:+.1}°C", self.0) } }

fn main() {
    let screen = Panel::default()
        .titled("main")
        .with(Button { label: "OK", pressed: Cell::new(0) })
        .with(Text(Celsius(21.456)))
        .with(Panel::default().with(Text("deep")).with(Text(3)));
    println!("{}", screen.draw(0));
    println!("{}", screen.children[0].draw(0));
    println!("{:?}", screen.children.iter().map(|c| c.name()).collect::<Vec<_>>());

    let mut post = Post::new();
    post.content.push_str("I ate a salad today");
    for how in [State::approve as fn(Box<dyn State>) -> Box<dyn State>, State::request_review, |s| s.approve(), State::approve] {
        println!("{:?}", post.content());
        post.step(how);
    }
    println!("{:?}", post.content());

    let bus = Bus::default();
    let first = Rc::new(Recorder { id: 1, seen: RefCell::default() });
    let as_dyn: Rc<dyn Observer> = first.clone();
    bus.subscribe("temp", &as_dyn);
    {
        let second: Rc<dyn Observer> = Rc::new(Recorder { id: 2, seen: RefCell::new(vec![]) });
        bus.subscribe("temp", &second);
        println!("told {}", bus.publish("temp", 20.5));
    }
    println!("told {} {}", bus.publish("temp", Some("x")), bus.publish("none", ()));
    println!("{:?} strong {} weak {}", first.seen.borrow(), Rc::strong_count(&first), Rc::weak_count(&first));
}
