#[derive(Debug)]
struct P {
    x: f64,
    y: f64,
}
fn p() -> P {
    P { x: 1.5, y: 2.0 }
}
fn main() {
    let ref r = p();
    println!("{}", r.x);
    let ref r @ P { x, .. } = p();
    println!("{r:?} {x}");
    let P { x: ref a, ref y } = p();
    println!("{a} {y}");
    let (ref mut v, n) = (vec![1], 2);
    v.push(n);
    println!("{v:?}");
    let &(ref s, k) = &(String::from("s"), 1);
    println!("{s}{k}");
    let [ref first, ..] = [String::from("f"), String::new()];
    println!("{first}");
}
