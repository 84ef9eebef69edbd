// rejected 4: no method named `puhs` found
fn main() {
    let mut all = vec![1];
    all.puhs(2);
}
