#[derive(PartialEq, Clone, Debug)]
struct Key(i32);

fn main() {
    let mut numbers = vec![1.5, 0.5];
    numbers.sort();
    let mut known: Vec<f64> = vec![];
    known.sort_unstable();
    let mut keys = [Key(1), Key(2)];
    keys.sort();
    println!("{numbers:?} {known:?} {keys:?}");
}
