fn main() {
    let f = |text: String| text.as_str().len();
    let g = |text: String| -> &'static str { text.trim() };
    let all: Vec<&str> = vec![1, 2].iter().map(|it: &i32| it.to_string().as_str()).collect();
    let some: Vec<&str> = vec![1, 2].iter().map(|it: &i32| { let s = it.to_string(); s.as_str() }).collect();
    println!("{} {}", f(String::new()), g(String::new()));
}
