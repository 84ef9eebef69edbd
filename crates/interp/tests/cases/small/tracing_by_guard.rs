use std::cell::RefCell;
use std::rc::Rc;

#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);
struct Span { log: Log, name: String, depth: usize }
impl Log {
    fn enter(&self, name: impl Into<String>) -> Span { let name = name.into(); let depth = self.0.borrow().iter().filter(|l| l.contains('>')).count() - self.0.borrow().iter().filter(|l| l.contains('<')).count(); self.0.borrow_mut().push(format!("{}> {name}", "  ".repeat(depth))); Span { log: self.clone(), name, depth } }
}
impl Drop for Span { fn drop(&mut self) { self.log.0.borrow_mut().push(format!("{}< {}", "  ".repeat(self.depth), self.name)); } }

fn work(log: &Log, n: u32) -> u32 { let _s = log.enter(format!("work {n}")); if n == 0 { return 1; } work(log, n - 1) * 2 }

fn main() {
    let log = Log::default();
    let r = { let _outer = log.enter("main"); let a = work(&log, 2); let _ = log.enter("ignored"); a + 1 };
    println!("{r} {}", Rc::strong_count(&log.0));
    for l in log.0.borrow().iter() { println!("{l}"); }
}
