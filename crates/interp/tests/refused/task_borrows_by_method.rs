struct S(i32);
impl S { async fn run(&self) { println!("{}", self.0); } }
#[tokio::main]
async fn main() {
    let s = S(1);
    let h = tokio::spawn(s.run());
    h.await.unwrap();
}
