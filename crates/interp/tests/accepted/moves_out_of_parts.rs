#[derive(Clone, Copy)]
struct P { x: i32 }
struct H { p: P, o: Option<i32>, s: Option<String>, f: fn(i32) -> i32, b: Box<String> }
impl H {
    fn p(&self) -> P { self.p }
    fn o(&self) -> i32 { match self.o { Some(it) => it, None => 0 } }
    fn s(&self) -> usize { match &self.s { Some(it) => it.len(), None => 0 } }
    fn s2(&self) -> bool { matches!(self.s, Some(_)) }
    fn s3(&self) -> usize { match self.s { Some(ref it) => it.len(), None => 0 } }
    fn f(&self) -> i32 { (self.f)(1) }
    fn take(&mut self) -> Option<String> { self.s.take() }
    fn own(self) -> Box<String> { self.b }
    fn is(&self) -> bool { self.s.is_some() && self.o.unwrap() == 1 }
    fn cp(&self) -> i32 { let P { x } = self.p; x }
    fn unbox(self) -> String { *self.b }
}
fn main() {
    let mut all = vec![P { x: 1 }];
    let a = all[0];
    let b = all.iter().map(|&it| it.x).sum::<i32>();
    let names = vec![String::from("a")];
    let c = names[0].clone();
    let d = &names[0];
    let e = names[0].len();
    for &P { x } in &all { println!("{x}"); }
    let o: &Option<&str> = &Some("x");
    let f = o.unwrap();
    let g = *names.iter().map(|it| it.as_str()).collect::<Vec<&str>>().first().unwrap();
    let _ = names[0];
    let h = std::mem::take(&mut all[0].x);
    let pair = &(String::from("l"), 2);
    let (l, r) = pair;
    let &(_, n) = pair;
    let i = pair.1;
    let r2 = &mut all;
    r2[0] = P { x: 4 };
    let t = names[0].as_str() == "a";
    println!("{b}{c}{d}{e}{f}{g}{h}{l}{r}{n}{i}{t}{}", a.x);
}
