use std::sync::Arc;
async fn work(s: &str) { println!("{s}"); }
async fn nums(s: &[i32]) { println!("{s:?}"); }
static G: [i32; 2] = [1, 2];
const C: [i32; 2] = [1, 2];
struct S(i32);
impl S { async fn run(&self) { println!("{}", self.0); } async fn own(self: Arc<Self>) { println!("{}", self.0); } }
#[tokio::main]
async fn main() {
    let s: &'static str = "hi";
    tokio::spawn(work(&s)).await.unwrap();
    tokio::spawn(work(s)).await.unwrap();
    tokio::spawn(nums(&G)).await.unwrap();
    tokio::spawn(nums(&C)).await.unwrap();
    tokio::spawn(nums(&[1, 2])).await.unwrap();
    let b: &'static S = Box::leak(Box::new(S(4)));
    tokio::spawn(b.run()).await.unwrap();
    let a = Arc::new(S(2));
    tokio::spawn(a.clone().own()).await.unwrap();
    let a2 = Arc::clone(&a);
    tokio::spawn(async move { a2.run().await }).await.unwrap();
    let n = a.0; let len = s.len();
    std::thread::spawn(move || println!("{n} {len}")).join().unwrap();
}
