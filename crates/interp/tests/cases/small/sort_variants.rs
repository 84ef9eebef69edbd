#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Item { group: u8, name: String }

fn main() {
    let mut v: Vec<Item> = [(2, "b"), (1, "z"), (2, "a"), (1, "y")].into_iter().map(|(group, n)| Item { group, name: n.to_string() }).collect();
    v.sort();
    println!("{:?}", v.iter().map(|i| i.name.as_str()).collect::<String>());
    v.sort_by_key(|i| std::cmp::Reverse(i.group));
    println!("{:?}", v.iter().map(|i| i.name.clone()).collect::<Vec<_>>().concat());
    v.sort_by(|a, b| a.name.cmp(&b.name).reverse());
    println!("{:?}", v.iter().map(|i| &i.name[..]).collect::<Vec<&str>>().concat());
    v.sort_by_cached_key(|i| i.name.len() as u8 + i.group);
    println!("{:?}", v.iter().map(|i| i.group).collect::<Vec<_>>());
    let mut f = vec![2.5, -1.0, 0.0];
    f.sort_by(|a, b| a.partial_cmp(b).unwrap());
    println!("{f:?} {:?}", f.iter().copied().fold(f64::INFINITY, f64::min));
    let mut c: Vec<char> = "sorting".chars().collect();
    c.sort_unstable();
    c.dedup();
    println!("{} {:?}", c.iter().collect::<String>(), c.binary_search(&'o'));
    let mut words = vec!["Banana", "apple", "Cherry"];
    words.sort_by_key(|w| w.to_lowercase());
    println!("{words:?} {:?}", words.iter().map(|w| w.len()).max());
    let min = v.iter().min_by(|a, b| a.name.cmp(&b.name)).map(|i| i.name.clone());
    println!("{min:?}");
}
