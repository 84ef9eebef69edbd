// rejected 3:
fn main() {
    let = 3;
}
