fn longest<'a>(x: &'a str, y: &'a str) -> &'a str {
    let result = String::from("really long string");
    result.as_str()
}
fn main() { longest("a", "b"); }
