// rejected 2: this file contains an unclosed delimiter
fn main() {
    if true {
        println!("a");
}
