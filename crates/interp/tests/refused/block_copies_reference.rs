use std::future::Future;

fn shown<T: std::fmt::Debug>(it: T) -> String {
    format!("{it:?}")
}

fn later<'a>(name: &'a str) -> impl Future<Output = String> + 'a {
    async { shown(name) }
}

#[tokio::main]
async fn main() {
    println!("{}", later("ann").await);
}
