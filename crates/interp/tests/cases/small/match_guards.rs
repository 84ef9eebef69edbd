fn classify(pair: (i32, i32)) -> &'static str {
    match pair {
        (0, 0) => "origin",
        (x, 0) | (0, x) if x > 0 => "positive axis",
        (_, 0) | (0, _) => "negative axis",
        (x, y) if x == y => "diagonal",
        (x, y) if { let s = x + y; s % 2 == 0 } => "even",
        _ => "other",
    }
}

fn main() {
    for p in [(0, 0), (3, 0), (0, -2), (4, 4), (1, 3), (1, 2)] { println!("{p:?} {}", classify(p)); }
    let s = Some(String::from("text"));
    match s { Some(ref t) if t.len() > 10 => println!("long"), Some(t) => println!("short {t}"), None => {} }
    let mut count = 0;
    let mut test = |n| { count += 1; n > 2 };
    let r = match 5 { n if test(n - 4) => 1, n if test(n) => 2, _ => 3 };
    println!("{r} {count}");
    let v = vec![1, 2, 3];
    let m = match v.len() { 0 => "none", n if n == v[0] as usize => "one", _ if v.contains(&3) => "three", _ => "?" };
    println!("{m}");
}
