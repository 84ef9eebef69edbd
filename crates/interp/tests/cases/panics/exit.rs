struct Noisy;

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("never");
    }
}

fn main() {
    let _noisy = Noisy;
    println!("before");
    if std::env::args().count() > 0 {
        std::process::exit(3);
    }
    println!("after");
}
