// rejected 2: unresolved import
use std::collections::HashMapp;
fn main() {}
