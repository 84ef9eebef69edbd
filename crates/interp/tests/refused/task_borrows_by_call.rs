async fn work(s: &str) { println!("{s}"); }
struct S(i32);
impl S { async fn run(&self) { println!("{}", self.0); } }
#[tokio::main]
async fn main() {
    let s = String::from("a");
    tokio::spawn(work(&s)).await.unwrap();
}
