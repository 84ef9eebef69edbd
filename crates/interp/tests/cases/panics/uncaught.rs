struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn inner(values: &[i32], index: usize) -> i32 {
    let _inner = Noisy("inner");
    values[index]
}

fn main() {
    let _outer = Noisy("outer");
    println!("{}", inner(&[1, 2], 1));
    println!("{}", inner(&[1, 2], 2));
}
