fn double(n: i32) -> i32 { n * 2 }
fn twice(f: fn(i32) -> i32, n: i32) -> i32 { f(f(n)) }
fn choose(up: bool) -> fn(&str) -> String { if up { str::to_uppercase } else { str::to_lowercase } }

fn main() {
    println!("{}", twice(double, 3));
    println!("{} {}", choose(true)("aB"), choose(false)("aB"));
    let list: Vec<String> = [1, 2].iter().map(ToString::to_string).collect();
    let made: Vec<Option<i32>> = [1, 2].into_iter().map(Some).collect();
    println!("{list:?} {made:?}");
    println!("{}", double as fn(i32) -> i32 == double as fn(i32) -> i32);
}
