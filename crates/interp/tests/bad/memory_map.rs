// limit : memory
use std::collections::HashMap;
fn main() {
    let mut map = HashMap::new();
    let mut number = 0_u64;
    loop {
        map.insert(number, "x".repeat(4096));
        number += 1;
    }
}
