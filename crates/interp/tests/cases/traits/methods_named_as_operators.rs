trait Ord2 {
    fn lt(&self, o: &Self) -> String;
    fn le(&self, o: &Self) -> String;
    fn cmp(&self, o: i32) -> String;
    fn eq(&self, o: &Self, z: i32) -> String;
    fn max(self, o: i32) -> String;
    fn partial_cmp(&self) -> String;
    fn clone(&self, n: i32) -> String;
    fn ne(&self) -> i32;
    fn hash(&self) -> u8;
    fn fmt(&self) -> &'static str;
    fn add(&self, o: i32) -> i32;
}
struct M(i32);
impl Ord2 for M {
    fn lt(&self, o: &Self) -> String {
        format!("own lt {} {}", self.0, o.0)
    }
    fn le(&self, o: &Self) -> String {
        format!("own le {} {}", self.0, o.0)
    }
    fn cmp(&self, o: i32) -> String {
        format!("own cmp {} {}", self.0, o)
    }
    fn eq(&self, o: &Self, z: i32) -> String {
        format!("own eq {} {} {}", self.0, o.0, z)
    }
    fn max(self, o: i32) -> String {
        format!("own max {} {}", self.0, o)
    }
    fn partial_cmp(&self) -> String {
        "own partial_cmp".into()
    }
    fn clone(&self, n: i32) -> String {
        format!("own clone {n}")
    }
    fn ne(&self) -> i32 {
        7
    }
    fn hash(&self) -> u8 {
        8
    }
    fn fmt(&self) -> &'static str {
        "f"
    }
    fn add(&self, o: i32) -> i32 {
        self.0 + o + 100
    }
}
fn lt(a: i32, b: i32) -> &'static str {
    if a < b { "free lt" } else { "free not" }
}
fn cmp(a: i32, b: i32) -> i32 {
    a - b
}
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Q(i32);
impl Q {
    fn lt(&self, _: &Q) -> &'static str {
        "Q own lt"
    }
    fn min2(&self) -> i32 {
        99
    }
    fn cmp(a: &Q, b: &Q) -> String {
        format!("Q::cmp {} {}", a.0, b.0)
    }
    fn gt(a: i32) -> i32 {
        a
    }
    fn ge(&self) -> i32 {
        3
    }
}
trait L {
    fn lt(&self, x: u8) -> u8;
    fn gt(x: i32) -> i32;
}
impl L for u8 {
    fn lt(&self, x: u8) -> u8 {
        self + x
    }
    fn gt(x: i32) -> i32 {
        x * 2
    }
}
fn gene<T: Ord2>(a: T, b: T) -> String {
    format!("{} {} {}", a.lt(&b), a.cmp(3), a.max(3))
}
fn main() {
    let (a, b) = (M(1), M(2));
    println!("{} {} {} {}", a.lt(&b), a.le(&b), a.cmp(5), a.eq(&b, 2));
    println!("{} {} {} {} {} {}", a.partial_cmp(), a.clone(2), a.ne(), a.hash(), a.fmt(), a.add(1));
    println!("{}", Ord2::lt(&a, &b));
    println!("{}", M::lt(&a, &b));
    println!("{}", <M as Ord2>::cmp(&a, 2));
    println!("{}", gene(a, b));
    println!("{} {}", lt(1, 2), cmp(1, 2));
    let (a, b) = (Q(1), Q(2));
    println!("{} {} {} {} {}", a.lt(&b), a.min2(), Q::cmp(&a, &b), Q::gt(4), a.ge());
    println!("{} {}", a < b, a > b);
    println!("{} {}", L::lt(&3u8, 4), <u8 as L>::gt(4));
}
