use std::future::Future;

async fn retry<T, E: std::fmt::Debug>(times: u32, mut f: impl AsyncFnMut(u32) -> Result<T, E>) -> Option<T> {
    for i in 0..times { match f(i).await { Ok(v) => return Some(v), Err(e) => println!("attempt {i}: {e:?}") } }
    None
}

async fn map_all<T, U, Fut: Future<Output = U>>(v: Vec<T>, f: impl Fn(T) -> Fut) -> Vec<U> { let mut out = vec![]; for x in v { out.push(f(x).await); } out }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut log = vec![];
    let r = retry(4, async |n| { log.push(n); tokio::task::yield_now().await; if n < 2 { Err(format!("no {n}")) } else { Ok(n * 10) } }).await;
    println!("{r:?} {log:?}");
    println!("{:?}", retry(1, async |_| Err::<(), _>("never")).await);
    let suffix = String::from("!");
    println!("{:?}", map_all(vec!["a", "b"], |s| { let t = format!("{s}{suffix}"); async move { t.to_uppercase() } }).await);
    let hello = async |name: &str| format!("hello {name}{suffix}");
    println!("{} {}", hello("x").await, hello("y").await);
}
