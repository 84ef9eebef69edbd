use std::cell::RefCell;
use std::rc::{Rc, Weak};

trait Observer { fn notify(&self, topic: &str, value: i32); fn wants(&self, _topic: &str) -> bool { true } }

struct Printer { prefix: String }
struct Summer { total: RefCell<i32> }
impl Observer for Printer { fn notify(&self, topic: &str, value: i32) { println!("{}{topic}={value}", self.prefix); } fn wants(&self, topic: &str) -> bool { !topic.starts_with('_') } }
impl Observer for Summer { fn notify(&self, _: &str, value: i32) { *self.total.borrow_mut() += value; } }

#[derive(Default)]
struct Subject { observers: RefCell<Vec<Weak<dyn Observer>>> }
impl Subject {
    fn attach(&self, o: &Rc<dyn Observer>) { self.observers.borrow_mut().push(Rc::downgrade(o)); }
    fn emit(&self, topic: &str, value: i32) -> usize {
        self.observers.borrow_mut().retain(|o| o.strong_count() > 0);
        let live: Vec<Rc<dyn Observer>> = self.observers.borrow().iter().filter_map(Weak::upgrade).collect();
        live.iter().filter(|o| o.wants(topic)).map(|o| o.notify(topic, value)).count()
    }
}

fn main() {
    let s = Subject::default();
    let summer = Rc::new(Summer { total: RefCell::new(0) });
    let as_dyn: Rc<dyn Observer> = summer.clone();
    let printer: Rc<dyn Observer> = Rc::new(Printer { prefix: "> ".into() });
    s.attach(&as_dyn);
    s.attach(&printer);
    println!("{} {}", s.emit("a", 1), s.emit("_hidden", 10));
    drop(printer);
    println!("{} {} {}", s.emit("b", 100), s.observers.borrow().len(), summer.total.borrow());
}
