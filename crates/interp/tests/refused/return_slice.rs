fn first<'a>(of: &'a [i32]) -> &'a [i32] {
    let doubled: Vec<i32> = of.iter().map(|it| it * 2).collect();
    &doubled[..2]
}
fn field<'a>() -> &'a str {
    let pair = (String::from("a"), 2);
    &pair.0
}
fn main() { first(&[1]); field(); }
