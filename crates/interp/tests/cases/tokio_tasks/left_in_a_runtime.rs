// Tasks of a runtime of several threads get on while it is dropped; those of a runtime of one thread do not.

use tokio::runtime::{Builder, Runtime};

fn left_in(runtime: Runtime, name: &'static str) {
    runtime.block_on(async move {
        tokio::spawn(async move { println!("left in {name}") });
    });
    drop(runtime);
    println!("{name} is down");
}

fn main() {
    left_in(Runtime::new().unwrap(), "several threads");
    left_in(Builder::new_current_thread().build().unwrap(), "one thread");
}
