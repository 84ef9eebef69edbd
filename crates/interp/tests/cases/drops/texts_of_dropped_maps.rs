// A reference to a text in a map becomes the text where one is wanted, and outlives the map.
use std::collections::BTreeMap;

struct Rules<'a> {
    by_name: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Rules<'a> {
    fn visit(&self, name: &'a str, path: &mut Vec<&'a str>) -> Result<(), Vec<&'a str>> {
        if let Some(at) = path.iter().position(|it| *it == name) {
            let mut cycle = path.split_off(at);
            cycle.push(name);
            return Err(cycle);
        }
        path.push(name);
        for next in &self.by_name[name] {
            self.visit(next, path)?;
        }
        path.pop();
        Ok(())
    }
}

fn parse(text: &str) -> Result<usize, Vec<&str>> {
    let lines = text.lines().filter_map(|it| it.split_once(':'));
    let rules = Rules { by_name: lines.map(|(name, deps)| (name, deps.split_whitespace().collect())).collect() };
    for name in rules.by_name.keys() {
        rules.visit(name, &mut vec![])?;
    }
    Ok(rules.by_name.len())
}

fn longest<'a>(texts: &[String], words: Vec<&'a str>) -> &'a str {
    let mut best: &str = "";
    for word in &words {
        if word.len() > best.len() {
            best = word;
        }
    }
    println!("{} texts", texts.len());
    best
}

fn main() {
    for text in ["a: b\nb:", "a: b\nb: a", "self: self", "a: b\nb: c\nc: b"] {
        match parse(text) {
            Ok(count) => println!("{count} rules"),
            Err(cycle) => println!("cycle {}", cycle.join(" -> ")),
        }
    }
    println!("{}", longest(&[String::new()], "one three five".split(' ').collect()));
}
