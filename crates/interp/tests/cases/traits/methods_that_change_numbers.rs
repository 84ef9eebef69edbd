trait Tick: Sized {
    fn tick(&mut self) -> Self;
    fn twice(&mut self) {
        self.tick();
        self.tick();
    }
}
impl Tick for i32 {
    fn tick(&mut self) -> i32 {
        *self += 1;
        *self
    }
}
impl Tick for char {
    fn tick(&mut self) -> char {
        *self = char::from(*self as u8 + 1);
        *self
    }
}
struct Held {
    n: i32,
    c: char,
    a: [i32; 3],
}
impl Held {
    fn go(&mut self) {
        self.n.tick();
        self.c.twice();
        self.a[1].tick();
    }
}
trait Flip {
    fn flip(&mut self) -> &mut Self;
}
impl Flip for bool {
    fn flip(&mut self) -> &mut bool {
        *self = !*self;
        self
    }
}
fn any<T: Tick>(mut t: T) -> T {
    t.twice();
    t.tick()
}
fn by_ref(n: &mut i32) {
    n.tick();
    n.twice();
}
fn main() {
    let mut a = 1;
    a.tick();
    a.twice();
    println!("{a}");
    let mut c = 'x';
    c.tick();
    println!("{c}");
    let mut h = Held { n: 5, c: 'a', a: [1, 2, 3] };
    h.go();
    h.n.tick();
    h.a[0].twice();
    println!("{} {} {:?}", h.n, h.c, h.a);
    let mut b = true;
    b.flip().flip().flip();
    println!("{b}");
    println!("{} {}", any(1), any('a'));
    by_ref(&mut a);
    println!("{a}");
    let mut v = vec![1, 2];
    v[0].tick();
    for x in v.iter_mut() {
        x.twice();
    }
    for x in &mut v {
        x.tick();
    }
    println!("{v:?}");
    println!("{}", 5.tick());
    let mut counts = [0; 3];
    (0..9).for_each(|i| {
        counts[i % 3].tick();
    });
    println!("{counts:?}");
    let mut n = 0;
    let mut f = || {
        n.tick();
        n.twice()
    };
    f();
    f();
    println!("{n}");
    let mut o = Some(3);
    if let Some(x) = o.as_mut() {
        x.tick();
    }
    if let Some(x) = &mut o {
        x.tick();
    }
    println!("{o:?}");
    let mut t = (1, 'a');
    t.0.tick();
    t.1.tick();
    println!("{t:?}");
    let mut u = b'A';
    u.make_ascii_lowercase();
    let mut w = 'Q';
    w.make_ascii_lowercase();
    println!("{u} {w}");
    let mut m = std::collections::BTreeMap::new();
    m.entry("k").or_insert(1).tick();
    *m.get_mut("k").unwrap() += 1;
    m.get_mut("k").unwrap().tick();
    println!("{m:?}");
    let mut bx = Box::new(4);
    bx.tick();
    println!("{bx}");
    let cell = std::cell::RefCell::new(4);
    cell.borrow_mut().tick();
    println!("{}", cell.borrow());
    let lock = std::sync::Mutex::new(4);
    lock.lock().unwrap().twice();
    println!("{:?}", lock.lock().unwrap());
    let mut i = 0;
    while {
        i.tick();
        i < 4
    } {}
    println!("{i}");
}
