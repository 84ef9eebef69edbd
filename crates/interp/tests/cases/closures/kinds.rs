fn call<F: Fn() -> usize>(f: F) -> usize { f() + f() }
fn call_mut<F: FnMut(u32)>(mut f: F) { for i in 1..=3 { f(i) } }
fn call_once<F: FnOnce() -> String>(f: F) -> String { f() }

fn make_counter() -> impl FnMut() -> u32 { let mut n = 0; move || { n += 1; n } }
fn make_adder(n: i32) -> Box<dyn Fn(i32) -> i32> { Box::new(move |x| x + n) }
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }

fn main() {
    let text = String::from("four");
    println!("{}", call(|| text.len()));
    let mut total = 0;
    call_mut(|n| total += n);
    println!("{total} {}", call_once(move || text + "!"));
    let mut a = make_counter();
    let mut b = make_counter();
    println!("{} {} {} {}", a(), a(), b(), a());
    println!("{} {}", make_adder(3)(4), compose(|x: i32| x + 1, |x: i32| format!("<{x}>"))(1));
    let mut fns: Vec<Box<dyn FnMut() -> u32>> = vec![Box::new(make_counter()), Box::new(|| 7)];
    for f in fns.iter_mut() { print!("{} ", f()); }
    println!("{}", fns[0]());
    let once: Box<dyn FnOnce(&str) -> usize> = Box::new(|s| s.len());
    println!("{}", once("abc"));
    let mut boxed: Option<Box<dyn FnOnce() -> &'static str>> = Some(Box::new(|| "ran"));
    if let Some(f) = boxed.take() { println!("{}", f()); }
    println!("{}", boxed.is_none());
    let reference: &dyn Fn(i32) -> i32 = &|x| x * x;
    println!("{} {:?}", reference(5), (1..4).map(reference).collect::<Vec<_>>());
    let recursive = { fn fact(n: u32) -> u32 { if n == 0 { 1 } else { n * fact(n - 1) } } fact };
    println!("{}", recursive(5));
    let with_block = |n: i32| -> Result<i32, String> { if n > 0 { Ok(n) } else { Err("no".into()) } };
    println!("{:?} {:?}", with_block(1), with_block(0));
    let (plus, (minus, times)) = (|a, b| a + b, (|a: i32, b: i32| a - b, |a: f64, b: f64| a * b));
    println!("{} {} {}", plus(1, 2), minus(1, 2), times(1.5, 2.0));
}
