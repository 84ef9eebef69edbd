trait Tr {
    fn r(&self) -> String;
}
impl Tr for i32 {
    fn r(&self) -> String {
        format!("i32 {self}")
    }
}
impl<T: Tr> Tr for &T {
    fn r(&self) -> String {
        format!("&({})", (**self).r())
    }
}
impl<T: Tr> Tr for &mut T {
    fn r(&self) -> String {
        format!("&mut({})", (**self).r())
    }
}
impl<T: Tr> Tr for Box<T> {
    fn r(&self) -> String {
        format!("Box({})", (**self).r())
    }
}
impl<T: Tr> Tr for Option<T> {
    fn r(&self) -> String {
        match self {
            Some(x) => format!("Some({})", x.r()),
            None => "None".into(),
        }
    }
}
fn r<T: Tr>(t: T) -> String {
    t.r()
}
fn by<T: Tr>(t: &T) -> String {
    t.r()
}
fn path<T: Tr>(t: T) -> String {
    T::r(&t)
}
fn tpath<T: Tr>(t: T) -> String {
    Tr::r(&t)
}
struct W<T>(T);
impl<T: Tr> W<T> {
    fn show(&self) -> String {
        self.0.r()
    }
}
fn main() {
    let mut x = 5;
    println!("{}", r(x));
    println!("{}", r(&x));
    println!("{}", r(&&x));
    println!("{}", r(&mut x));
    println!("{}", r(&&mut x));
    println!("{}", r(Box::new(&x)));
    println!("{}", r(Some(&x)));
    println!("{}", by(&x));
    println!("{}", by(&&x));
    println!("{}", path(&x));
    println!("{}", tpath(&x));
    println!("{}", tpath(x));
    println!("{}", W(&x).show());
    println!("{}", W(x).show());
    println!("{}", (&x).r());
    println!("{}", x.r());
    println!("{}", (&&x).r());
    let v = vec![1, 2];
    println!("{:?}", v.iter().map(r).collect::<Vec<_>>());
    println!("{:?}", v.iter().map(|x| r(x)).collect::<Vec<_>>());
    println!("{:?}", v.iter().map(|x| x.r()).collect::<Vec<_>>());
    let d: &dyn Tr = &&x;
    println!("{}", d.r());
}
