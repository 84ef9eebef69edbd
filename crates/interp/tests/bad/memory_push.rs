// limit 5: memory
fn main() {
    let mut all = Vec::new();
    loop {
        all.push([0_u64; 64]);
    }
}
