// rejected 2: unresolved import
use some_crate::Thing;
fn main() {}
