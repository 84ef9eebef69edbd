fn name() -> &'static str {
    let name = String::from("a");
    &name
}
fn second() -> &'static String {
    let name = String::from("a");
    return &name;
}
fn main() { name(); second(); }
