// Smart pointers and memory: own Rc, own Box-like arena, Weak graphs, drop order, mem::*

use std::cell::{Cell, OnceCell, Ref, RefCell, RefMut};
use std::collections::HashMap;
use std::mem::{self, ManuallyDrop};
use std::ops::{ControlFlow, Deref};
use std::ptr::{self, NonNull};
use std::rc::{Rc, Weak};

struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

struct RcBox<T: ?Sized> {
    strong: Cell<usize>,
    value: T,
}
struct MyRc<T: ?Sized> {
    ptr: NonNull<RcBox<T>>,
}
impl<T> MyRc<T> {
    fn new(value: T) -> Self {
        let boxed = Box::new(RcBox { strong: Cell::new(1), value });
        MyRc { ptr: NonNull::new(Box::into_raw(boxed)).unwrap() }
    }
    fn count(this: &Self) -> usize {
        unsafe { this.ptr.as_ref().strong.get() }
    }
    fn ptr_eq(a: &Self, b: &Self) -> bool {
        ptr::eq(a.ptr.as_ptr(), b.ptr.as_ptr())
    }
}
impl<T: ?Sized> Deref for MyRc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &unsafe { self.ptr.as_ref() }.value
    }
}
impl<T: ?Sized> Clone for MyRc<T> {
    fn clone(&self) -> Self {
        let inner = unsafe { self.ptr.as_ref() };
        inner.strong.set(inner.strong.get() + 1);
        MyRc { ptr: self.ptr }
    }
}
impl<T: ?Sized> Drop for MyRc<T> {
    fn drop(&mut self) {
        unsafe {
            let inner = self.ptr.as_ref();
            if inner.strong.get() == 1 {
                drop(Box::from_raw(self.ptr.as_ptr()));
            } else {
                inner.strong.set(inner.strong.get() - 1);
            }
        }
    }
}

#[derive(Debug)]
struct TreeNode {
    value: i32,
    parent: RefCell<Weak<TreeNode>>,
    children: RefCell<Vec<Rc<TreeNode>>>,
}
impl TreeNode {
    fn new(value: i32) -> Rc<Self> {
        Rc::new(TreeNode { value, parent: RefCell::new(Weak::new()), children: RefCell::default() })
    }
    fn add(self: &Rc<Self>, child: Rc<TreeNode>) -> &Rc<Self> {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
        self
    }
    fn path(&self) -> String {
        match self.parent.borrow().upgrade() {
            Some(p) => format!("{}/{}", p.path(), self.value),
            None => self.value.to_string(),
        }
    }
    fn visit(&self, f: &mut dyn FnMut(&TreeNode) -> ControlFlow<i32>) -> ControlFlow<i32> {
        f(self)?;
        self.children.borrow().iter().try_for_each(|c| c.visit(f))
    }
}
struct Owner {
    name: String,
    gadgets: RefCell<Vec<Weak<Gadget>>>,
}
struct Gadget {
    id: i32,
    owner: Rc<Owner>,
}
struct Lazy<T, F = fn() -> T> {
    cell: OnceCell<T>,
    init: Cell<Option<F>>,
}
impl<T, F: FnOnce() -> T> Lazy<T, F> {
    const fn new(f: F) -> Self {
        Lazy { cell: OnceCell::new(), init: Cell::new(Some(f)) }
    }
    fn force(&self) -> &T {
        self.cell.get_or_init(|| self.init.take().expect("poisoned")())
    }
}
struct Pair {
    _second: D,
    _first: D,
}
struct Bank {
    accounts: RefCell<HashMap<u8, i64>>,
}
impl Bank {
    fn account(&self, id: u8) -> RefMut<'_, i64> {
        RefMut::map(self.accounts.borrow_mut(), |m| m.entry(id).or_default())
    }
    fn peek(&self, id: u8) -> Option<Ref<'_, i64>> {
        Ref::filter_map(self.accounts.borrow(), |m| m.get(&id)).ok()
    }
}
fn make(name: &'static str) -> D {
    println!("  make {name}");
    D(name)
}

fn main() {
    println!("own rc");
    let a = MyRc::new(D("shared"));
    let b = a.clone();
    println!("{} {} {}", MyRc::count(&a), b.0, MyRc::ptr_eq(&a, &b));
    drop(a);
    println!("{}", MyRc::count(&b));
    drop(b);

    println!("drop order");
    {
        let _x = make("x");
        let _ = make("ignored");
        let _y = make("y");
        let t = (make("t0"), make("t1"));
        let (moved, _) = t;
        let _pair = Pair { _first: make("first"), _second: make("second") };
        let arr = [make("a0"), make("a1")];
        match make("scrutinee").0.len() {
            9 => println!("  in match"),
            _ => unreachable!(),
        }
        let mut slot = make("old");
        slot = make("new");
        println!("  end {}", moved.0);
        mem::drop(arr);
        let _ = &slot;
    }
    println!("mem");
    let mut v = vec![1, 2, 3];
    let old = mem::replace(&mut v, vec![4]);
    let taken = mem::take(&mut v);
    println!("{old:?} {taken:?} {v:?}");
    let (mut p, mut q) = ("p", "q");
    mem::swap(&mut p, &mut q);
    println!("{p}{q} {} {} {}", mem::size_of::<u64>(), mem::align_of::<u16>(), mem::needs_drop::<D>());
    let mut kept = ManuallyDrop::new(D("by hand"));
    println!("{}", kept.0);
    unsafe { ManuallyDrop::drop(&mut kept) };
    mem::forget(D("forgotten"));
    println!("{}", mem::discriminant(&Some(1)) == mem::discriminant(&Some(2)));

    println!("tree");
    let root = TreeNode::new(1);
    let (mid, leaf) = (TreeNode::new(2), TreeNode::new(3));
    mid.add(leaf.clone()).add(TreeNode::new(4));
    root.add(mid);
    println!("{} strong={} weak={}", leaf.path(), Rc::strong_count(&leaf), Rc::weak_count(&root));
    let mut seen = vec![];
    let r = root.visit(&mut |n| {
        seen.push(n.value);
        if n.value == 3 { ControlFlow::Break(n.value * 10) } else { ControlFlow::Continue(()) }
    });
    println!("{seen:?} {r:?}");
    drop(root);
    println!("{} {:?}", leaf.path(), leaf);
    let owner = Rc::new(Owner { name: "Gizmo".to_string(), gadgets: RefCell::new(vec![]) });
    let gadgets: Vec<_> = (1..3).map(|id| Rc::new(Gadget { id, owner: Rc::clone(&owner) })).collect();
    owner.gadgets.borrow_mut().extend(gadgets.iter().map(Rc::downgrade));
    drop(gadgets.into_iter().next());
    for g in owner.gadgets.borrow().iter() {
        println!("{:?}", g.upgrade().map(|g| (g.id, g.owner.name.clone())));
    }
    let lazy = Lazy::new(|| {
        println!("  computing");
        vec![1; 3]
    });
    println!("{} {}", lazy.force().len(), lazy.force()[0]);
    let bank = Bank { accounts: Default::default() };
    *bank.account(1) += 50;
    *bank.account(1) -= 8;
    println!(
        "{:?} {:?} {}",
        bank.peek(1).as_deref(),
        bank.peek(2).is_none(),
        bank.accounts.try_borrow_mut().is_ok()
    );
    let cyclic = Rc::new_cyclic(|me: &Weak<(u8, Weak<()>)>| {
        println!("  {}", me.upgrade().is_none());
        (7, Weak::new())
    });
    println!("{}", cyclic.0);
    let mut rc = Rc::new(String::from("cow"));
    let other = Rc::clone(&rc);
    Rc::make_mut(&mut rc).push_str("bell");
    println!("{rc} {other} {:?}", Rc::get_mut(&mut rc).is_some());
    println!("{:?}", Rc::try_unwrap(other));
}
