#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Celsius(f64);
struct Wrapper<T>(Vec<T>);
#[derive(Debug, Default)]
struct Pair<A, B>(A, B);

impl<T: std::fmt::Display> std::fmt::Display for Wrapper<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "[")?;
        for (i, x) in self.0.iter().enumerate() {
            if i != 0 { write!(f, ", ")?; }
            write!(f, "{x}")?;
        }
        write!(f, "]")
    }
}

fn main() {
    let c = Celsius(3.5);
    let Celsius(n) = c;
    println!("{c:?} {n} {}", c < Celsius(4.0));
    println!("{}", Wrapper(vec!["a", "b"]));
    let mut p: Pair<i32, String> = Pair::default();
    p.0 += 5;
    p.1.push('x');
    println!("{p:?} {:?}", Pair(1.5, [1]));
    println!("{:?}", [1.0, 2.0].map(Celsius));
}
