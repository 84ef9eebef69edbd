// Traits, generics and dynamic dispatch: an event bus, an inventory, a cache.
use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt::{self, Debug, Display};
use std::hash::Hash;
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Sub};
use std::rc::{Rc, Weak};

trait Event: Any + Debug { fn name(&self) -> Cow<'static, str>; }
#[derive(Debug, Clone, PartialEq)] struct UserCreated { id: u32, name: String }
#[derive(Debug, Clone, Copy)] struct OrderPlaced { user: u32, cents: u64 }
impl Event for UserCreated { fn name(&self) -> Cow<'static, str> { Cow::Owned(format!("user.{}", self.id)) } }
impl Event for OrderPlaced { fn name(&self) -> Cow<'static, str> { "order".into() } }
#[derive(Default)]
struct Bus { handlers: HashMap<TypeId, Vec<Box<dyn Fn(&dyn Any)>>>, log: RefCell<Vec<String>> }
impl Bus {
    fn on<E: Event>(&mut self, handler: impl Fn(&E) + 'static) -> &mut Self {
        self.handlers.entry(TypeId::of::<E>()).or_default().push(Box::new(move |event| { if let Some(event) = event.downcast_ref::<E>() { handler(event) } }));
        self
    }
    fn emit<E: Event>(&self, event: E) -> usize {
        self.log.borrow_mut().push(event.name().into_owned());
        let handlers = self.handlers.get(&TypeId::of::<E>()).map(Vec::as_slice).unwrap_or(&[]);
        handlers.iter().for_each(|handler| handler(&event));
        handlers.len()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)] struct V2<T> { x: T, y: T }
impl<T: Add<Output = T>> Add for V2<T> { type Output = V2<T>; fn add(self, o: Self) -> Self { V2 { x: self.x + o.x, y: self.y + o.y } } }
impl<T: Sub<Output = T>> Sub for V2<T> { type Output = V2<T>; fn sub(self, o: Self) -> Self { V2 { x: self.x - o.x, y: self.y - o.y } } }
impl<T: Mul<Output = T> + Copy> Mul<T> for V2<T> { type Output = V2<T>; fn mul(self, k: T) -> Self { V2 { x: self.x * k, y: self.y * k } } }
impl<T: Neg<Output = T>> Neg for V2<T> { type Output = Self; fn neg(self) -> Self { V2 { x: -self.x, y: -self.y } } }
impl<T: AddAssign> AddAssign for V2<T> { fn add_assign(&mut self, o: Self) { self.x += o.x; self.y += o.y; } }
impl<T: Add<Output = T> + Default> std::iter::Sum for V2<T> { fn sum<I: Iterator<Item = Self>>(iter: I) -> Self { iter.fold(V2::default(), |a, b| a + b) } }

struct Grid<T> { cells: Vec<T>, width: usize }
impl<T: Clone + Default> Grid<T> { fn new(width: usize, height: usize) -> Self { Grid { cells: vec![T::default(); width * height], width } } }
impl<T> Index<(usize, usize)> for Grid<T> { type Output = T; fn index(&self, (x, y): (usize, usize)) -> &T { &self.cells[y * self.width + x] } }
impl<T> IndexMut<(usize, usize)> for Grid<T> { fn index_mut(&mut self, (x, y): (usize, usize)) -> &mut T { &mut self.cells[y * self.width + x] } }
impl<T: Display> Display for Grid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.cells.chunks(self.width) { writeln!(f, "{}", row.iter().map(|c| format!("{c:>3}")).collect::<Vec<_>>().join("|"))?; }
        Ok(())
    }
}

struct Lru<K, V> { map: HashMap<K, V>, order: VecDeque<K>, capacity: usize }
impl<K: Hash + Eq + Clone, V> Lru<K, V> {
    fn new(capacity: usize) -> Self { Self { map: HashMap::with_capacity(capacity), order: VecDeque::new(), capacity } }
    fn touch(&mut self, key: &K) { self.order.retain(|k| k != key); self.order.push_back(key.clone()); }
    fn get(&mut self, key: &K) -> Option<&V> { if self.map.contains_key(key) { self.touch(key); } self.map.get(key) }
    fn put(&mut self, key: K, value: V) -> Option<(K, V)> {
        let mut out = None;
        if !self.map.contains_key(&key) && self.map.len() == self.capacity && let Some(old) = self.order.pop_front() { out = self.map.remove_entry(&old); }
        self.touch(&key);
        self.map.insert(key, value);
        out
    }
}

#[derive(Debug)]
struct TreeNode { value: i32, parent: RefCell<Weak<TreeNode>>, children: RefCell<Vec<Rc<TreeNode>>> }
impl TreeNode {
    fn new(value: i32) -> Rc<Self> { Rc::new(TreeNode { value, parent: RefCell::default(), children: RefCell::default() }) }
    fn add(self: &Rc<Self>, child: Rc<TreeNode>) -> &Rc<Self> { *child.parent.borrow_mut() = Rc::downgrade(self); self.children.borrow_mut().push(child); self }
    fn depth(&self) -> usize { self.parent.borrow().upgrade().map_or(0, |p| p.depth() + 1) }
    fn total(&self) -> i32 { self.value + self.children.borrow().iter().map(|c| c.total()).sum::<i32>() }
}

fn main() {
    let mut bus = Bus::default();
    let totals = Rc::new(RefCell::new(BTreeMap::<u32, u64>::new()));
    let inner = Rc::clone(&totals);
    bus.on(|e: &UserCreated| println!("welcome {}", e.name)).on(move |e: &OrderPlaced| *inner.borrow_mut().entry(e.user).or_insert(0) += e.cents);
    bus.on::<OrderPlaced>(|e| println!("order of {}.{:02}", e.cents / 100, e.cents % 100));
    println!("{} {} {}", bus.emit(UserCreated { id: 1, name: "ann".into() }), bus.emit(OrderPlaced { user: 1, cents: 1205 }), bus.emit(OrderPlaced { user: 1, cents: 95 }));
    println!("{:?} {:?}", totals.borrow(), bus.log.borrow());
    let mut v = V2 { x: 1.5, y: -2.0 } + V2 { x: 0.5, y: 1.0 } * 2.0;
    v += -V2 { x: 1.0, y: 1.0 };
    println!("{v:?} {:?}", [V2 { x: 1, y: 2 }, V2 { x: 3, y: 4 }].into_iter().sum::<V2<i32>>() - V2 { x: 1, y: 1 });
    let mut grid = Grid::<i32>::new(3, 2);
    for y in 0..2 { for x in 0..3 { grid[(x, y)] = (x * 10 + y) as i32; } }
    grid[(2, 1)] *= -1;
    print!("{grid}");
    let mut cache = Lru::new(2);
    println!("{:?} {:?}", cache.put("a", 1), cache.put("b", 2));
    println!("{:?} {:?} {:?} {:?}", cache.get(&"a").copied(), cache.put("c", 3), cache.get(&"b").copied(), cache.order);
    let root = TreeNode::new(1);
    let leaf = TreeNode::new(5);
    root.add(TreeNode::new(2).add(leaf.clone()).clone()).add(TreeNode::new(3));
    println!("{} {} {} {}", root.total(), leaf.depth(), Rc::strong_count(&leaf), Rc::weak_count(&root));
    drop(root);
    println!("{:?}", leaf.parent.borrow().upgrade().map(|p| p.value));
}
