trait Named {
    fn name(&self) -> String;
}

struct Up;

impl Named for Up {
    fn name() -> String {
        "up".to_string()
    }
}

fn main() {
    let _ = Up;
    println!("up");
}
