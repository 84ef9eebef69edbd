use std::thread;

#[derive(Debug)]
struct Config { name: String, limits: Limits, tags: Vec<&'static str> }
#[derive(Debug)]
struct Limits { low: u32, high: Option<String> }

struct Loud(&'static str);
impl Drop for Loud { fn drop(&mut self) { println!("drop {}", self.0); } }
struct Two { first: Loud, second: Loud }

struct Guard { id: u32, label: String }
impl Drop for Guard { fn drop(&mut self) { println!("guard {} {}", self.id, self.label); } }

fn config() -> Config {
    Config { name: "n".to_string(), limits: Limits { low: 1, high: Some("h".to_string()) }, tags: vec!["a", "b"] }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let all = config();
    let handle = thread::spawn(move || format!("{} {:?}", all.name, all.limits.high));
    println!("{}", handle.join().unwrap());
    println!("{:?} {}", all.tags, all.limits.low);

    let all = config();
    let task = tokio::spawn(async move { all.tags.len() + all.limits.low as usize });
    println!("{} {}", task.await.unwrap(), all.name);

    let all = config();
    let consume = || drop(all.limits);
    consume();
    println!("{} {:?}", all.name, all.tags);

    let two = Two { first: Loud("first"), second: Loud("second") };
    {
        let take = move || two.second;
        println!("made");
        drop(take());
        println!("taken");
    }
    println!("{}", two.first.0);

    let guard = Guard { id: 7, label: "stays".to_string() };
    let id = move || guard.id;
    println!("{} {}", id(), id());
    println!("{}", guard.label);
    let guard = Guard { id: 8, label: "goes".to_string() };
    let label = move || guard.label.len();
    println!("{}", label());
    drop(label);
    println!("gone");

    let pair = (String::from("left"), String::from("right"));
    let outer = move || {
        let inner = move || pair.0.len();
        inner()
    };
    println!("{} {}", outer(), pair.1);

    let mut point = (1, vec![2]);
    let mut bump = move || { point.0 += 1; point.0 };
    println!("{} {} {} {:?}", bump(), bump(), point.0, point.1);
    point.0 = 9;

    let shared = &config();
    let read = move || shared.name.len() + shared.tags.len();
    println!("{} {}", read(), shared.limits.low);
    println!("end");
}
