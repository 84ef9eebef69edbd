// failed
fn main() -> Result<(), String> {
    Err("no luck".to_string())
}
