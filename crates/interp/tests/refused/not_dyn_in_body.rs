trait Handler {
    async fn handle(&self, request: &str) -> String;
}

fn main() {
    let none: Option<Box<dyn Handler>> = None;
    drop(none);
}
