trait Counter {
    fn next(&self) -> u32;
}

struct Up(u32);

impl Counter for Up {
    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

fn main() {
    let mut up = Up(1);
    println!("{}", up.next());
}
