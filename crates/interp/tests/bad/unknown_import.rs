// rejected 2:
use std::collections::HashMapp;
fn main() {}
