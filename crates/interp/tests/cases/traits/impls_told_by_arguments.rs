//! Impls for one type with different arguments, where a value tells nothing of them.

use std::fmt::{self, Debug, Display};
struct W<T>(T);
impl Display for W<Option<i32>> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.0 {
            Some(n) => write!(f, "i{n}"),
            None => write!(f, "no int"),
        }
    }
}
impl Display for W<Option<&str>> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.0 {
            Some(n) => write!(f, "s{n}"),
            None => write!(f, "no str"),
        }
    }
}
impl Debug for W<Option<i32>> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "di")
    }
}
impl Debug for W<Option<&str>> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "ds")
    }
}
trait Name {
    fn name(&self) -> &'static str;
}
impl Name for Vec<i32> {
    fn name(&self) -> &'static str {
        "ints"
    }
}
impl Name for Vec<String> {
    fn name(&self) -> &'static str {
        "strings"
    }
}
impl Name for Option<i32> {
    fn name(&self) -> &'static str {
        "int"
    }
}
impl Name for Option<String> {
    fn name(&self) -> &'static str {
        "string"
    }
}
fn p(x: impl Display) {
    println!("p {x}");
}
fn q<T: Display + ?Sized>(x: &T) -> String {
    x.to_string()
}
fn d<T: Debug>(x: T) -> String {
    format!("{x:?}")
}
fn n<T: Name>(x: T) -> &'static str {
    x.name()
}
fn m<T>() -> &'static str
where
    Vec<T>: Name,
{
    Vec::<T>::new().name()
}
fn main() {
    println!("{} {}", W(None::<i32>), W(None::<&str>));
    println!("{} {}", W(Some(1)), W(Some("a")));
    p(W(None::<i32>));
    p(W(None::<&str>));
    println!("{} {}", q(&W(None::<i32>)), q(&W(None::<&str>)));
    println!("{} {}", W(None::<i32>).to_string(), W(None::<&str>).to_string());
    println!("{:?} {:?}", vec![W(None::<i32>)], vec![W(None::<&str>)]);
    println!("{:?} {:?}", Some(W(None::<i32>)), Some(W(None::<&str>)));
    println!("{} {}", d(W(None::<i32>)), d(W(None::<&str>)));
    println!("{} {}", d([W(None::<i32>)]), d([W(None::<&str>)]));
    println!("{} {}", d((1, W(None::<i32>))), d((1, W(None::<&str>))));
    let a: Vec<Box<dyn Display>> = vec![Box::new(W(None::<i32>)), Box::new(W(None::<&str>))];
    for a in &a {
        print!("{a} ");
    }
    println!();
    println!("{} {}", n(Vec::<i32>::new()), n(Vec::<String>::new()));
    println!("{} {}", n(None::<i32>), n(None::<String>));
    println!("{} {}", m::<i32>(), m::<String>());
    let v: Vec<String> = vec![];
    println!("{} {}", v.name(), Vec::<i32>::new().name());
    #[derive(Debug)]
    struct Outer {
        a: W<Option<i32>>,
        b: W<Option<&'static str>>,
    }
    println!("{:?}", Outer { a: W(None), b: W(None) });
}
