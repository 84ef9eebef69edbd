// rejected 5: borrow of moved value: `text`
fn main() {
    let text = String::from("a");
    drop(text);
    println!("{text}");
}
