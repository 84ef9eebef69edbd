fn apply(f: impl Fn(i32) -> i32) -> i32 {
    f(1) + f(2)
}

fn run(mut f: impl FnMut()) {
    f();
    f();
}

fn once(f: impl FnOnce() -> String) -> String {
    f()
}

fn boxed(f: Box<dyn Fn(i32) -> i32>) -> i32 {
    f(1) + f(2)
}

fn make(by: i32) -> impl Fn(i32) -> i32 {
    move |it| it + by
}

fn make_boxed(text: String) -> Box<dyn Fn() -> usize> {
    Box::new(move || text.len())
}

fn main() {
    let mut count = 0;
    let mut add = || count += 1;
    add();
    add();
    println!("{count}");
    run(|| count += 1);
    println!("{count}");
    let text = String::from("a");
    let len = || text.len();
    println!("{} {} {text}", len(), len());
    let owned = move || text.len();
    println!("{} {}", owned(), owned());
    let name = String::from("b");
    println!("{}", once(|| name));
    println!("{}", apply(|it| it + count));
    println!("{} {}", boxed(Box::new(|it| it * 2)), make(3)(4));
    println!("{}", make_boxed("abc".into())());
    let numbers = vec![1, 2];
    let all: Vec<i32> = numbers.iter().map(|it| it + numbers.len() as i32).collect();
    println!("{all:?} {numbers:?}");
    let mut list = vec![1];
    let mut push = |it| list.push(it);
    push(2);
    push(3);
    println!("{list:?}");
    struct State {
        hits: u32,
        name: String,
    }
    let mut state = State { hits: 0, name: "s".into() };
    let name = &state.name;
    let mut hit = || state.hits += 1;
    hit();
    println!("{name}");
    hit();
    println!("{}", state.hits);
}
