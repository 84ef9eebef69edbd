use std::rc::{Rc, Weak};

struct Owner { name: String, gadgets: std::cell::RefCell<Vec<Weak<Gadget>>> }
struct Gadget { id: i32, owner: Rc<Owner> }
impl Drop for Owner { fn drop(&mut self) { println!("owner {} gone", self.name); } }
impl Drop for Gadget { fn drop(&mut self) { println!("gadget {} gone", self.id); } }

fn main() {
    let a = Rc::new(5);
    let b = Rc::clone(&a);
    let w = Rc::downgrade(&a);
    println!("{} {} {}", Rc::strong_count(&a), Rc::weak_count(&a), *a + *b);
    println!("{} {}", Rc::ptr_eq(&a, &b), Rc::ptr_eq(&a, &Rc::new(5)));
    drop(a);
    println!("{:?} {}", w.upgrade(), Weak::strong_count(&w));
    println!("{:?}", Rc::try_unwrap(b));
    println!("{:?}", w.upgrade());
    let owner = Rc::new(Owner { name: "Man".into(), gadgets: Default::default() });
    let g1 = Rc::new(Gadget { id: 1, owner: owner.clone() });
    let g2 = Rc::new(Gadget { id: 2, owner: Rc::clone(&owner) });
    owner.gadgets.borrow_mut().push(Rc::downgrade(&g1));
    owner.gadgets.borrow_mut().push(Rc::downgrade(&g2));
    drop(g1);
    for g in owner.gadgets.borrow().iter() {
        match g.upgrade() { Some(g) => println!("{} of {}", g.id, g.owner.name), None => println!("lost") }
    }
    println!("{} {}", Rc::strong_count(&owner), Rc::weak_count(&owner));
    let mut m = Rc::new(vec![1]);
    Rc::get_mut(&mut m).unwrap().push(2);
    let shared = m.clone();
    println!("{:?}", Rc::get_mut(&mut m));
    Rc::make_mut(&mut m).push(3);
    println!("{m:?} {shared:?}");
    println!("{:?}", Rc::into_inner(m));
    let text: Rc<str> = "abc".into();
    let list: Rc<[i32]> = vec![1, 2].into();
    println!("{} {:?} {}", text.len(), list, Rc::unwrap_or_clone(Rc::new(7)));
    let cyclic = Rc::new_cyclic(|me: &Weak<(i32, Weak<i32>)>| { println!("{}", me.upgrade().is_none()); (1, Weak::new()) });
    println!("{} {:?}", cyclic.0, cyclic.1.upgrade());
}
