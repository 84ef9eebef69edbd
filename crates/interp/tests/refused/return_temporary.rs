fn temp<'a>() -> &'a str {
    String::from("a").as_str()
}
fn temp2<'a>() -> &'a str {
    &String::from("a")
}
fn temp3<'a>() -> &'a String {
    return &String::from("a");
}
fn temp4<'a>(x: i32) -> &'a str {
    let y = x + 1;
    format!("{y}").as_str()
}
fn temp5<'a>(x: &'a str) -> &'a str {
    x.to_string().trim()
}
fn main() { temp(); temp2(); temp3(); temp4(1); temp5(""); }
