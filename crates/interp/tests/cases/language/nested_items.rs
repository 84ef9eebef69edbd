fn outer(n: u32) -> String {
    const BASE: u32 = 10;
    static LABEL: &str = "nested";
    #[derive(Debug, Clone, Copy)]
    enum Kind { Even, Odd }
    struct Local { kind: Kind, n: u32 }
    impl Local { fn new(n: u32) -> Self { Local { kind: if n % 2 == 0 { Kind::Even } else { Kind::Odd }, n } } }
    impl std::fmt::Display for Local { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { write!(f, "{LABEL} {:?} {}", self.kind, self.n + BASE) } }
    trait Twice { fn twice(&self) -> u32; }
    impl Twice for Local { fn twice(&self) -> u32 { helper(self.n) } }
    fn helper(n: u32) -> u32 { mod_inside::triple(n) - n }
    mod mod_inside { pub fn triple(n: u32) -> u32 { n * 3 } }
    use std::fmt::Write as _;
    let l = Local::new(n);
    let mut s = String::new();
    write!(s, "{l} {}", l.twice()).unwrap();
    s
}

fn recursion(n: u32) -> Vec<u32> {
    fn go(n: u32, out: &mut Vec<u32>) { if n > 0 { out.push(n); go(n / 2, out); } }
    let mut out = vec![];
    go(n, &mut out);
    out
}

fn main() {
    println!("{} | {}", outer(4), outer(5));
    println!("{:?}", recursion(20));
    let block = {
        struct Inner(i32);
        impl Inner { const K: i32 = 7; fn get(&self) -> i32 { self.0 * Self::K } }
        Inner(2).get()
    };
    println!("{block}");
    if block > 0 {
        fn shadowed() -> &'static str { "inner" }
        println!("{}", shadowed());
    }
    println!("{}", shadowed());
    fn generic<T: std::fmt::Debug>(t: T) -> String { format!("{t:?}") }
    println!("{} {}", generic(1), generic("x"));
}

fn shadowed() -> &'static str { "outer" }
