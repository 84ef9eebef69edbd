// Words counted, text wrapped, ciphered, packed and split.
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

const TEXT: &str = "\
It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,

it was the epoch of belief, it was the epoch of incredulity.
Zwölf Boxkämpfer jagen Eva quer über den Sylter Deich!
";

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

fn caesar(text: &str, shift: u8) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' => ((c as u8 - b'a' + shift) % 26 + b'a') as char,
            'A'..='Z' => (b'A' + (c as u8 - b'A' + shift) % 26) as char,
            _ => c,
        })
        .collect()
}

fn is_palindrome(s: &str) -> bool {
    let letters: Vec<char> = s.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    letters.iter().eq(letters.iter().rev())
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split_whitespace().fold(vec![String::new()], |mut lines, word| {
        let last = lines.last_mut().unwrap();
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
        lines
    })
}

fn histogram(counts: &BTreeMap<usize, usize>) {
    let max = counts.values().copied().max().unwrap_or(1);
    for (len, n) in counts {
        let bar = "#".repeat(n * 20 / max);
        println!("{len:>3} | {bar:<20} | {n:>2}");
    }
}

fn title_case(s: &str) -> String {
    s.split(' ')
        .map(|w| {
            let mut cs = w.chars();
            match cs.next() {
                Some(first) => first.to_uppercase().chain(cs).collect::<String>(),
                None => String::new(),
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn run_length(bytes: &[u8]) -> Vec<(u8, u8)> {
    let mut out: Vec<(u8, u8)> = Vec::new();
    for &b in bytes {
        match out.last_mut() {
            Some((n, last)) if *last == b && *n < u8::MAX => *n += 1,
            _ => out.push((1, b)),
        }
    }
    out
}

fn main() {
    let mut freq: HashMap<String, usize> = HashMap::new();
    for word in words(TEXT) {
        *freq.entry(word).or_insert(0) += 1;
    }
    let mut top: Vec<(&String, &usize)> = freq.iter().collect();
    top.sort_by_key(|&(word, n)| (Reverse(n), word));
    for (word, n) in top.iter().take(5) {
        println!("{word:-<10}{n:->4}");
    }

    let lengths = words(TEXT).map(|w| w.chars().count()).fold(BTreeMap::new(), |mut m, n| {
        *m.entry(n).or_default() += 1;
        m
    });
    histogram(&lengths);

    for (n, line) in TEXT.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let vowels = line.chars().filter(|c| "aeiouäöü".contains(c.to_ascii_lowercase())).count();
        println!("{:02}: {:>2} words {:>3} chars {:>3} bytes {:>2} vowels", n + 1, line.split(' ').count(), line.chars().count(), line.len(), vowels);
    }

    let secret = caesar("Hello, World!", 3);
    println!("{secret} -> {}", caesar(&secret, 23));
    println!("{:?}", ["A man, a plan, a canal: Panama", "Rust", ""].map(is_palindrome));
    for line in wrap("the quick brown fox jumps over the lazy dog and runs away", 16) {
        println!("|{line:^16}|");
    }
    println!("{}", title_case("over the hills and  élan"));

    let packed = run_length(b"aaaabbbcca");
    println!("{}", packed.iter().map(|&(n, b)| format!("{n}{}", b as char)).collect::<String>());

    let letters: BTreeSet<char> = TEXT.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let missing: String = ('a'..='z').filter(|c| !letters.contains(c)).collect();
    println!("missing: {missing:?}");

    let a: HashSet<_> = "rust is fast".split(' ').collect();
    let b: HashSet<_> = "go is fast too".split(' ').collect();
    let mut both: Vec<_> = a.intersection(&b).copied().collect();
    both.sort();
    let mut all: Vec<_> = a.union(&b).collect();
    all.sort_unstable_by(|x, y| y.cmp(x));
    println!("{both:?} {all:?}");

    let csv = "id,name,score\n1,Ann,9.5\n2,Bob,7\n3,Cid,abc\n";
    let mut rows = csv.lines();
    let header: Vec<&str> = rows.next().into_iter().flat_map(|l| l.split(',')).collect();
    for row in rows {
        let record: HashMap<&str, &str> = header.iter().copied().zip(row.split(',')).collect();
        match record["score"].parse::<f32>() {
            Ok(s) => println!("{:>5} {s:.2}", record["name"]),
            Err(e) => println!("{:>5} {e}", record["name"]),
        }
    }
    let (key, value) = "path = /usr/local = x".split_once(" = ").unwrap();
    println!("{key} {value} {:?}", value.rsplit_once('/').map(|(_, f)| f));
    println!("{:?}", "a1b22c333".split_inclusive(|c: char| c.is_ascii_digit()).collect::<Vec<_>>());
    println!("{:?}", "  x, y ,z ".trim_matches(' ').split(',').map(str::trim).collect::<Vec<_>>());
    println!("{:?}", "abcabc".match_indices("bc").map(|(i, _)| i).collect::<Vec<_>>());
    println!("{}", "tic-tac-toe".replacen('-', "+", 1).to_uppercase());
    println!("{:?} {:?}", "ß".to_uppercase(), "ǅ".chars().map(|c| c.is_lowercase()).collect::<Vec<_>>());
    println!("{:?}", "naïve".char_indices().map(|(i, c)| (i, c.len_utf8())).collect::<Vec<_>>());
    println!("{}", "fn main".escape_debug().chain("\t\"".escape_default()).collect::<String>());
}
