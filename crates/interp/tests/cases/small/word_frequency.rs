use std::collections::{BTreeMap, HashMap};

fn main() {
    let text = "It was the best of times, it was the worst of times; it was!";
    let mut counts: HashMap<String, u32> = HashMap::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    let mut by_count: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (word, n) in &counts { by_count.entry(*n).or_default().push(word); }
    for (n, words) in by_count.iter_mut().rev() {
        words.sort();
        println!("{n}: {}", words.join(" "));
    }
    let longest = counts.keys().max_by_key(|w| (w.len(), w.as_str())).unwrap();
    println!("{longest} {}", counts.values().sum::<u32>());
    let first: Option<(usize, char)> = text.char_indices().find(|(_, c)| c.is_ascii_punctuation());
    println!("{first:?}");
    let initials: String = text.split_whitespace().map(|w| &w[..1]).collect();
    println!("{initials}");
}
