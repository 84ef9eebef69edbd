use std::thread;

fn first(of: &[String]) -> String {
    of[0]
}

fn main() {
    let all = vec![String::from("a")];
    let first_of_all = all[0];
    let array = [String::from("b")];
    let second = array[0];
    let handles = vec![thread::spawn(|| 1)];
    println!("{}", handles[0].join().unwrap());
    let lists = vec![vec![1]];
    for it in lists[0] {
        println!("{it}");
    }
    println!("{first_of_all} {second} {}", first(&all));
}
