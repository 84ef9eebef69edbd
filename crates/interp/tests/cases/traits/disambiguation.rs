trait Pilot { fn fly(&self) -> String; fn new() -> String { "pilot".into() } }
trait Wizard { fn fly(&self) -> String; fn new() -> String { "wizard".into() } }

struct Human;

impl Pilot for Human { fn fly(&self) -> String { "captain".into() } }
impl Wizard for Human { fn fly(&self) -> String { "up".into() } fn new() -> String { "human wizard".into() } }
impl Human { fn fly(&self) -> String { "waving".into() } fn new() -> Self { Human } }

trait Len { fn len(&self) -> usize; }
impl Len for Vec<i32> { fn len(&self) -> usize { 1000 } }
impl Len for i32 { fn len(&self) -> usize { 4 } }

struct Wrapper(Vec<i32>);
impl std::ops::Deref for Wrapper { type Target = Vec<i32>; fn deref(&self) -> &Vec<i32> { &self.0 } }
impl Wrapper { fn first(&self) -> &'static str { "wrapper's own" } }

fn main() {
    let h = Human::new();
    println!("{} {} {} {}", h.fly(), Pilot::fly(&h), <Human as Wizard>::fly(&h), Wizard::fly(&h));
    println!("{} {}", <Human as Pilot>::new(), <Human as Wizard>::new());
    let v = vec![1, 2];
    println!("{} {} {}", v.len(), Len::len(&v), 7.len());
    let w = Wrapper(vec![5, 6]);
    println!("{} {:?} {}", w.first(), w.last(), w.len());
    println!("{:?}", (*w).first());
    let text: &&&str = &&"abc";
    println!("{} {}", text.len(), text.to_string());
    println!("{}", std::rc::Rc::new(String::from("inner")).len());
}
