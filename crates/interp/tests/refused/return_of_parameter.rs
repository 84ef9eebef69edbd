fn shown(name: String) -> &'static str {
    name.as_str()
}
fn whole<'a>(name: String) -> &'a String {
    &name
}
fn main() { shown(String::new()); whole(String::new()); }
