async fn get(n: i32) -> Option<i32> { tokio::task::yield_now().await; (n > 0).then_some(n) }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for n in [-1, 1, 20] {
        let text = match get(n).await { None => "none".to_string(), Some(v) if get(v - 5).await_now().is_some() => format!("big {v}"), Some(v) => format!("small {v}") };
        println!("{text}");
    }
    if let Some(a) = get(2).await && let Some(b) = get(a + 1).await { println!("{}", a + b); }
    let x = if get(1).await.is_some() { get(7).await } else { None };
    let y = get(3).await.unwrap_or(0) + get(-3).await.unwrap_or(100);
    println!("{x:?} {y} {}", get(1).await.is_some() && get(-1).await.is_none());
    let v = [get(1).await, get(-2).await];
    let s = (get(4).await, [get(5).await; 2]);
    println!("{v:?} {s:?}");
    let Some(z) = get(9).await else { panic!() };
    println!("{z} {}", &"abcdefghijk"[get(2).await.unwrap() as usize..]);
    let mut a = vec![0; 3];
    a[get(1).await.unwrap() as usize] += get(6).await.unwrap();
    println!("{a:?}");
}

trait Now { fn await_now(self) -> Option<i32>; }
impl<F: std::future::Future<Output = Option<i32>>> Now for F { fn await_now(self) -> Option<i32> { Some(6) } }
