// Where a thread may block, and what needs a runtime.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime, RuntimeFlavor};
use tokio::sync::{mpsc, oneshot};

fn message<T>(name: &str, f: impl FnOnce() -> T) {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(_) => println!("{name}: fine"),
        Err(payload) => {
            let text = payload.downcast_ref::<&str>().map(|it| it.to_string());
            let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
            let text = text.unwrap_or_default();
            println!("{name}: {}", text.split('.').next().unwrap_or_default());
        }
    }
}

async fn inside() -> u32 {
    message("Handle::block_on", || Handle::current().block_on(async {}));
    message("Runtime::block_on", || {
        let runtime = Builder::new_current_thread().build().unwrap();
        std::mem::forget(runtime.handle().clone());
        runtime.block_on(async {});
    });
    message("drop", || drop(Builder::new_current_thread().build().unwrap()));
    message("shutdown_background", || Builder::new_current_thread().build().unwrap().shutdown_background());
    message("blocking_recv", || {
        let (_tx, rx) = oneshot::channel::<u32>();
        let _ = rx.blocking_recv();
    });
    message("blocking_send", || {
        let (tx, _rx) = mpsc::channel::<u32>(1);
        let _ = tx.blocking_send(1);
    });
    message("blocking_lock", || {
        let mutex = tokio::sync::Mutex::new(1);
        *mutex.blocking_lock()
    });
    let handle = Handle::current();
    let there = tokio::task::spawn_blocking(move || handle.block_on(async { 5 })).await.unwrap();
    println!("from a blocking thread: {there}");
    7
}

fn main() {
    set_hook(Box::new(|_| {}));
    message("spawn", || tokio::spawn(async {}));
    message("sleep", || tokio::time::sleep(Duration::from_millis(1)));
    message("Handle::current", Handle::current);
    println!("{}", Handle::try_current().is_err());
    let runtime = Runtime::new().unwrap();
    println!("{}", runtime.block_on(inside()));
    println!("{:?}", runtime.handle().runtime_flavor() == RuntimeFlavor::MultiThread);
    {
        let _guard = runtime.enter();
        println!("{}", Handle::try_current().is_ok());
        let task = tokio::spawn(async { 3 });
        println!("{}", runtime.block_on(task).unwrap());
    }
    println!("{}", Handle::try_current().is_err());
    let spawned = runtime.spawn(async { Handle::try_current().is_ok() });
    println!("{}", runtime.block_on(spawned).unwrap());
    let handle = runtime.handle().clone();
    let elsewhere = std::thread::spawn(move || {
        println!("{}", Handle::try_current().is_err());
        handle.block_on(async { Handle::try_current().is_ok() })
    });
    println!("{}", elsewhere.join().unwrap());
    let one = Builder::new_current_thread().enable_all().build().unwrap();
    one.block_on(async {
        println!("{}", Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread);
        message("block_in_place", || tokio::task::block_in_place(|| 1));
    });
}
