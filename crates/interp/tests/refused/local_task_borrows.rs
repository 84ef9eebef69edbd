use tokio::task::LocalSet;

async fn greet(name: &str) {
    println!("{name}");
}

#[tokio::main]
async fn main() {
    let local = LocalSet::new();
    let name = String::from("a");
    local.spawn_local(greet(&name));
    local.await;
}
