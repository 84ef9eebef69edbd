// rejected 3: cannot find value `first` in this scope
fn main() {
    println!("{}", first);
    println!("{}", second);
    third();
}
