// Methods that only references have, and what derefs to something that has them.
use std::cell::RefCell;
use std::ops::Deref;
struct Tree(Vec<i32>);
impl<'a> IntoIterator for &'a Tree { type Item = &'a i32; type IntoIter = std::slice::Iter<'a, i32>; fn into_iter(self) -> Self::IntoIter { self.0.iter() } }
trait Pipe: Sized { fn pipe<R>(self, f: impl FnOnce(Self) -> R) -> R { f(self) } }
impl<T> Pipe for T {}
struct View<'a, T> { value: &'a T }
impl<T> Deref for View<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
fn name(name: impl Into<String>) -> String { name.into() }
fn main() {
    let tree = Tree(vec![1, 2, 3]);
    println!("{:?} {}", tree.into_iter().collect::<Vec<_>>(), (&tree).into_iter().count());
    let words = vec!["a".to_string(), "b".to_string()];
    println!("{:?} {}", words.iter().map(|it| name(it)).collect::<Vec<_>>(), name(&words[0]));
    println!("{} {}", (&words).pipe(|it| it.len()), words.pipe(|it| it.concat()));
    let (number, text) = (5, "text".to_string());
    println!("{} {}", View { value: &number }.clone() + 1, View { value: &text }.clone() + "!");
    let cell = RefCell::new(vec![1]);
    let mut copy = cell.borrow().clone();
    copy.push(2);
    println!("{copy:?} {cell:?}");
    let (_sender, receiver) = tokio::sync::watch::channel(String::from("seen"));
    let seen = vec![receiver.borrow().clone()];
    println!("{seen:?}");
    let mut keys = vec![("k", 1)];
    let (key, _) = &mut keys[0];
    let kept = key.clone();
    keys.clear();
    println!("{kept}");
}
