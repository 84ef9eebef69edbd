// Functions of different arity implement one trait, told apart by its argument; what they take is made from a request.
trait Handler<Args>: Clone + 'static { fn handle(self, request: &str) -> String; }
trait FromRequest: Sized { fn from_request(request: &str) -> Result<Self, String>; }
struct First(char);
struct Length(usize);
impl FromRequest for First { fn from_request(r: &str) -> Result<Self, String> { r.chars().next().map(First).ok_or_else(|| "empty".to_string()) } }
impl FromRequest for Length { fn from_request(r: &str) -> Result<Self, String> { Ok(Length(r.len())) } }
impl<F> Handler<()> for F where F: Fn() -> String + Clone + 'static { fn handle(self, _: &str) -> String { self() } }
impl<F, A> Handler<(A,)> for F where F: Fn(A) -> String + Clone + 'static, A: FromRequest {
    fn handle(self, r: &str) -> String { match A::from_request(r) { Ok(a) => self(a), Err(e) => e } }
}
impl<F, A, B> Handler<(A, B)> for F where F: Fn(A, B) -> String + Clone + 'static, A: FromRequest, B: FromRequest {
    fn handle(self, r: &str) -> String {
        let a = match A::from_request(r) { Ok(a) => a, Err(e) => return e };
        match B::from_request(r) { Ok(b) => self(a, b), Err(e) => e }
    }
}
fn boxed<A: 'static>(handler: impl Handler<A>) -> Box<dyn Fn(&str) -> String> { Box::new(move |r| handler.clone().handle(r)) }
fn index() -> String { "index".into() }
fn both(Length(n): Length, First(c): First) -> String { format!("{c}{n}") }
fn main() {
    let all = [boxed(index), boxed(both), boxed(|First(c): First| c.to_string()), boxed(|a: First, b: First| format!("{}{}", a.0, b.0))];
    for request in ["abc", ""] { println!("{:?}", all.iter().map(|it| it(request)).collect::<Vec<_>>()); }
}
