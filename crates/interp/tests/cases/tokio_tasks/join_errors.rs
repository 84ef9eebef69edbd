// How tasks end without an output.

use std::any::Any;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn text(payload: Box<dyn Any + Send>) -> String {
    match payload.downcast::<&'static str>() {
        Ok(text) => format!("str {text}"),
        Err(payload) => match payload.downcast::<String>() {
            Ok(text) => format!("String {text}"),
            Err(_) => "something".to_owned(),
        },
    }
}

async fn careless(number: u32) -> u32 {
    let _first = Loud("first");
    let _second = Loud("second");
    sleep(Duration::from_millis(10)).await;
    if number == 0 {
        panic!("no number");
    }
    if number == 1 {
        panic!("number {number}");
    }
    number
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    for number in 0..3 {
        match tokio::spawn(careless(number)).await {
            Ok(number) => println!("ok {number}"),
            Err(error) => {
                println!("{} {}", error.is_panic(), error.is_cancelled());
                println!("{}", text(error.into_panic()));
            }
        }
    }
    let task = tokio::spawn(careless(5));
    sleep(Duration::from_millis(1)).await;
    task.abort();
    let error = task.await.unwrap_err();
    println!("{} {} {}", error.is_panic(), error.is_cancelled(), error.try_into_panic().is_err());

    let never = tokio::spawn(careless(6));
    never.abort();
    println!("{}", never.await.unwrap_err().is_cancelled());

    let odd = tokio::spawn(async { std::panic::panic_any(7u8) }).await.unwrap_err();
    println!("{:?}", odd.into_panic().downcast_ref::<u8>());

    let blocking = tokio::task::spawn_blocking(|| -> u32 { panic!("blocking") }).await;
    println!("{}", blocking.unwrap_err().is_panic());

    let mut set = JoinSet::new();
    for ms in [30, 10, 20] {
        set.spawn(async move {
            sleep(Duration::from_millis(ms)).await;
            if ms == 20 {
                panic!("twenty");
            }
            ms
        });
    }
    while let Some(result) = set.join_next().await {
        match result {
            Ok(ms) => println!("{ms}"),
            Err(error) => println!("panic {}", error.is_panic()),
        }
    }
    let mut set = JoinSet::new();
    set.spawn(careless(8));
    set.spawn(careless(9));
    sleep(Duration::from_millis(1)).await;
    println!("{}", set.len());
    drop(set);
    sleep(Duration::from_millis(1)).await;

    let mut set = JoinSet::new();
    set.spawn(async {
        sleep(Duration::from_millis(5)).await;
        1
    });
    set.spawn(async { 2 });
    println!("{:?}", set.join_all().await);
}
