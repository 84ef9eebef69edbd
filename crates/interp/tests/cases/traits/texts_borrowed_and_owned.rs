trait E {
    fn e(&self) -> String;
}
impl E for str {
    fn e(&self) -> String {
        format!("str {self}")
    }
}
impl E for String {
    fn e(&self) -> String {
        format!("String {self}")
    }
}
fn g<T: E + ?Sized>(t: &T) -> String {
    t.e()
}
fn h<T: E>(t: T) -> String {
    t.e()
}
fn main() {
    let string = String::from("a");
    let x: &str = &string;
    println!("{}", g(x));
    println!("{}", g(&string));
    println!("{}", x.e());
    println!("{}", string.e());
    println!("{}", h(string.clone()));
    println!("{}", g("lit"));
    println!("{}", g(string.as_str()));
    println!("{}", g(&string[..]));
    println!("{}", g(&*string));
    println!("{}", E::e(x));
    println!("{}", E::e(&string));
    println!("{}", <str as E>::e(&string));
    println!("{}", <String as E>::e(&string));
    println!("{}", str::e(&string));
    let b: Box<str> = string.clone().into_boxed_str();
    println!("{}", b.e());
    println!("{}", g(&*b));
    let v: Vec<&str> = string.split(',').collect();
    for s in &v {
        println!("{}", g(*s));
        println!("{}", s.e());
    }
    let v = vec![String::from("q")];
    for s in &v {
        println!("{}", g(s));
        println!("{}", s.e());
        println!("{}", g(s.as_str()));
    }
    let c: std::borrow::Cow<str> = std::borrow::Cow::Owned(string.clone());
    println!("{}", g(&*c));
    println!("{}", c.e());
}
