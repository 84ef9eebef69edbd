// limit 5: instructions
struct Endless;
impl Drop for Endless {
    fn drop(&mut self) {
        while true {}
    }
}
fn main() {
    let _endless = Endless;
}
