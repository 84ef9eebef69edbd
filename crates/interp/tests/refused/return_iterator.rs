fn evens() -> impl Iterator<Item = i32> {
    let all = vec![1, 2, 3];
    all.iter().map(|it| it * 2)
}
fn boxed<'a>() -> Box<dyn Iterator<Item = &'a i32> + 'a> {
    let all = vec![1, 2, 3];
    Box::new(all.iter())
}
fn caught() -> Box<dyn Fn() -> i32> {
    let x = 5;
    Box::new(|| x + 1)
}
fn main() { evens(); boxed(); caught(); }
