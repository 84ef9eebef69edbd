// let patterns by reference: false borrow errors?
use std::sync::Mutex; use std::cell::RefCell; use std::collections::HashMap;
struct Guard<'a>(&'a mut Vec<i32>); impl Drop for Guard<'_> { fn drop(&mut self) { self.0.push(0) } } impl Guard<'_> { fn take(&mut self) -> Option<i32> { self.0.pop() } }
#[derive(Debug)] struct Item { name: String, n: i32 }
fn main() {
 let mut v = vec![1, 2, 3]; let Some(ref x) = Guard(&mut v).take() else { return }; v.push(*x); println!("{v:?}");
 let ref y = Guard(&mut v).take().unwrap(); v.push(*y); println!("{v:?}");
 let m = Mutex::new(vec![Some(1)]); let Some(ref z) = m.lock().unwrap().pop().flatten() else { return }; m.lock().unwrap().push(Some(*z)); println!("{:?}", m.lock().unwrap());
 let mut h: HashMap<i32, Item> = HashMap::from([(1, Item { name: "a".into(), n: 1 })]); let Item { ref name, ref mut n } = *h.get_mut(&1).unwrap(); *n += 1; println!("{name} {n}"); h.clear();
 let (ref a, ref b) = (v.len(), v.iter().sum::<i32>()); v.clear(); println!("{a} {b}");
 let c = RefCell::new(vec![5]);
 let &mut ref mut r = &mut v; r.push(1); println!("{v:?}");
 let mut s = String::from("x"); let t @ ref _u = s.len(); s.push('y'); println!("{t} {s}"); let Some(ref w) = s.pop() else { return }; s.push(*w); println!("{s}"); let ref k = s.clone(); s.clear(); println!("{k}");
 let mut o = Some(Item { name: "b".into(), n: 2 }); let Some(Item { ref mut name, .. }) = o else { return }; name.push('!'); println!("{o:?}"); if let Some(ref mut i) = o { i.n = 4 } println!("{o:?}"); let taken = o.take(); let Some(Item { name, ref n }) = taken else { return }; println!("{name}{n} {o:?}");
}
