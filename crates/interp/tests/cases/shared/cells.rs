use std::cell::{Cell, OnceCell, Ref, RefCell, RefMut};
use std::rc::Rc;

struct Meter { reads: Cell<u32>, log: RefCell<Vec<String>>, cached: OnceCell<String> }

impl Meter {
    fn read(&self) -> u32 { self.reads.set(self.reads.get() + 1); self.log.borrow_mut().push(format!("read {}", self.reads.get())); self.reads.get() }
    fn cached(&self) -> &str { self.cached.get_or_init(|| { self.read(); "made".to_string() }) }
    fn first(&self) -> Ref<'_, String> { Ref::map(self.log.borrow(), |l| &l[0]) }
    fn last(&self) -> RefMut<'_, String> { RefMut::map(self.log.borrow_mut(), |l| l.last_mut().unwrap()) }
}

fn main() {
    let m = Meter { reads: Cell::new(0), log: RefCell::default(), cached: OnceCell::new() };
    println!("{} {} {} {}", m.read(), m.cached(), m.cached(), m.read());
    m.last().push('!');
    println!("{} {:?}", m.first(), m.log);
    println!("{:?} {:?}", m.cached.get(), m.cached.set("again".into()));
    let c = Cell::new(5);
    println!("{} {} {}", c.replace(6), c.get(), c.take());
    c.swap(&Cell::new(9));
    println!("{c:?}");
    println!("{}", c.into_inner());
    let r = RefCell::new(String::from("a"));
    {
        let one = r.borrow();
        println!("{} {:?}", one, r.try_borrow().is_ok());
        println!("{:?}", r.try_borrow_mut().map(|_| ()).map_err(|e| e.to_string()));
    }
    {
        let mut w = r.borrow_mut();
        w.push('b');
        println!("{:?} {:?}", r, r.try_borrow().map(|_| ()).map_err(|e| e.to_string()));
    }
    println!("{:?} {}", r.replace("c".into()), r.take());
    println!("{}", r.into_inner().len());
    let shared = Rc::new(RefCell::new(vec![1, 2]));
    let other = Rc::clone(&shared);
    other.borrow_mut().push(3);
    let n = shared.borrow().len();
    shared.borrow_mut().push(n);
    println!("{:?} {}", shared, shared.borrow().iter().sum::<usize>());
    let grid = RefCell::new([[0; 2]; 2]);
    grid.borrow_mut()[1][0] = 4;
    println!("{:?}", grid.borrow()[1]);
}
