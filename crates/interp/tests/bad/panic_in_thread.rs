// completed 3: in a thread
fn main() {
    let thread = std::thread::spawn(|| { if true { panic!("in a thread") } });
    println!("{}", thread.join().is_err());
}
