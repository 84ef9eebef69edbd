//! Nothing until awaited: calling an async fn makes a future, and no more.

use std::time::Duration;
use tokio::time::sleep;

async fn boil_water() -> &'static str {
    println!("the kettle is on");
    sleep(Duration::from_millis(200)).await;
    "hot water"
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let water = boil_water(); // a future: the recipe, not the water
    println!("boil_water was called");

    sleep(Duration::from_millis(100)).await;
    println!("100 ms later");

    println!("{}", water.await); // now its body runs

    let _forgotten = boil_water(); // dropped at the end of main
    println!("done");
}
