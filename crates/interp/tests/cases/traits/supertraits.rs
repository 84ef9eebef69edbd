use std::fmt;

trait Named { fn name(&self) -> String; }
trait Aged { fn age(&self) -> u32 { 0 } }
trait Person: Named + Aged + fmt::Debug { fn card(&self) -> String { format!("{} ({})", self.name(), self.age()) } }
trait Student: Person { fn school(&self) -> &str; fn id(&self) -> String { self.card() + " @ " + self.school() } }

#[derive(Debug)]
struct Ann;
impl Named for Ann { fn name(&self) -> String { "Ann".into() } }
impl Aged for Ann { fn age(&self) -> u32 { 30 } }
impl Person for Ann {}
impl Student for Ann { fn school(&self) -> &str { "MIT" } }

fn show(s: &dyn Student) -> String { format!("{} {} {:?}", s.name(), s.id(), s) }
fn up(p: &dyn Person) -> String { p.card() }

trait OutlinePrint: fmt::Display {
    fn outline(&self) -> String {
        let text = self.to_string();
        let bar = "*".repeat(text.len() + 4);
        format!("{bar}\n* {text} *\n{bar}")
    }
}

struct Point(i32, i32);
impl fmt::Display for Point { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "({}, {})", self.0, self.1) } }
impl OutlinePrint for Point {}

fn main() {
    println!("{}", show(&Ann));
    println!("{}", up(&Ann));
    let student: Box<dyn Student> = Box::new(Ann);
    let person: Box<dyn Person> = student;
    println!("{}", person.card());
    println!("{}", Point(1, -2).outline());
}
