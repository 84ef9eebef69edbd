fn work() -> Result<(), String> {
    Ok(())
}

fn main() {
    work();
}
