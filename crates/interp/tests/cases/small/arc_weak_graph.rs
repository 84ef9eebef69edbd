use std::sync::{Arc, Mutex, Weak};

struct Node { name: &'static str, parent: Mutex<Weak<Node>>, children: Mutex<Vec<Arc<Node>>> }
impl Drop for Node { fn drop(&mut self) { println!("drop {}", self.name); } }
fn node(name: &'static str) -> Arc<Node> { Arc::new(Node { name, parent: Mutex::new(Weak::new()), children: Mutex::default() }) }
fn adopt(p: &Arc<Node>, c: Arc<Node>) { *c.parent.lock().unwrap() = Arc::downgrade(p); p.children.lock().unwrap().push(c); }

fn path(n: &Arc<Node>) -> String { match n.parent.lock().unwrap().upgrade() { Some(p) => format!("{}/{}", path(&p), n.name), None => n.name.to_string() } }

fn main() {
    let root = node("root");
    let usr = node("usr");
    adopt(&root, usr.clone());
    adopt(&usr, node("bin"));
    let bin = usr.children.lock().unwrap()[0].clone();
    println!("{} {} {}", path(&bin), Arc::strong_count(&usr), Arc::weak_count(&usr));
    drop(root);
    println!("{}", path(&bin));
    drop(usr);
    println!("{} {}", path(&bin), Arc::strong_count(&bin));
}
