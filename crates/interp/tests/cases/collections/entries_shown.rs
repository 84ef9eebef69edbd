//! How the entries of maps are shown.

use std::collections::{BTreeMap, HashMap};

fn main() {
    let mut ordered = BTreeMap::from([("a", 1), ("b", 2)]);
    println!("{:?}", ordered.entry("a"));
    println!("{:?}", ordered.entry("c"));
    println!("{:?}", ordered.first_entry().unwrap());
    println!("{:#?}", ordered.last_entry());

    let mut hashed = HashMap::from([("a", 1)]);
    println!("{:?}", hashed.entry("a"));
    println!("{:?}", hashed.entry("c"));
}
