// Closures with what they have taken are cloned; functions, too.
fn both<F: Fn(i32) -> i32 + Clone>(f: F) -> i32 { let g = f.clone(); g(1) + f(2) }
fn add(x: i32) -> i32 { x + 1 }
fn main() {
    let text = String::from("abc");
    let length = move |x: i32| x + text.len() as i32;
    let copy = length.clone();
    println!("{} {} {}", length(1), copy(2), both(length));
    println!("{} {}", both(add), both(|x| x * 2));
    let f: fn(i32) -> i32 = add;
    println!("{}", f.clone()(1));
    let all = vec![Box::new(copy); 2];
    println!("{}", all.iter().map(|f| f(1)).sum::<i32>());
    let mut counted = { let mut n = 0; move || { n += 1; n } };
    let mut fresh = counted.clone();
    println!("{} {} {}", counted(), counted(), fresh());
}
