// rejected 3:
fn main() {
    std::process::Command::new("ls").spawn().unwrap();
}
