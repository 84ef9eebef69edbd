// rejected 3: type annotations needed
fn main() {
    let all = "1 2".split(' ').map(|it| it.len()).collect();
    drop(all);
}
