struct Excerpt<'a> { part: &'a str }
impl<'a> Excerpt<'a> {
    fn level(&self) -> usize { self.part.len() }
    fn announce<'b>(&'a self, other: &'b str) -> &'a str where 'b: 'a { println!("! {other}"); self.part }
}

fn first<'a>(text: &'a str, _other: &str) -> &'a str { text.split('.').next().unwrap_or("") }
fn pick<'a, T>(a: &'a [T], b: &'a [T]) -> &'a [T] { if a.len() > b.len() { a } else { b } }
static NAME: &'static str = "static";

fn main() {
    let novel = String::from("Call me. Some years ago.");
    let e = Excerpt { part: first(&novel, "x") };
    println!("{} {}", e.level(), e.announce("listen"));
    let result;
    { let other = [9, 9, 9]; result = pick(&[1, 2], &other).to_vec(); }
    println!("{result:?} {NAME}");
    let mut longest = "";
    for w in novel.split(' ') { if w.len() > longest.len() { longest = w; } }
    println!("{longest}");
}
