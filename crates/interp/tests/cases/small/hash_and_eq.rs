use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

#[derive(Debug, Clone, Eq)]
struct CaseLess(String);
impl PartialEq for CaseLess { fn eq(&self, o: &Self) -> bool { self.0.eq_ignore_ascii_case(&o.0) } }
impl Hash for CaseLess { fn hash<H: Hasher>(&self, h: &mut H) { self.0.to_ascii_lowercase().hash(h) } }

#[derive(Hash, PartialEq, Eq, Debug, Clone, Copy, PartialOrd, Ord)]
enum Suit { Hearts, Spades }
#[derive(Hash, PartialEq, Eq, Debug, Clone, Copy)]
struct Card { suit: Suit, rank: u8 }

fn hash(t: &impl Hash) -> u64 { let mut h = DefaultHasher::new(); t.hash(&mut h); h.finish() }

fn main() {
    let mut m = HashMap::new();
    m.insert(CaseLess("Key".into()), 1);
    m.insert(CaseLess("KEY".into()), 2);
    println!("{} {:?}", m.len(), m.get(&CaseLess("key".into())));
    let set: HashSet<Card> = [Card { suit: Suit::Spades, rank: 1 }, Card { suit: Suit::Hearts, rank: 1 }, Card { suit: Suit::Spades, rank: 1 }].into();
    println!("{} {}", set.len(), set.contains(&Card { suit: Suit::Hearts, rank: 1 }));
    println!("{} {}", hash(&(1, "a")) == hash(&(1, "a")), hash(&1u8) == hash(&2u8));
    println!("{} {}", hash(&CaseLess("A".into())) == hash(&CaseLess("a".into())), hash(&"x") == hash(&String::from("x")));
    let by: HashMap<(Suit, u8), &str> = HashMap::from([((Suit::Hearts, 2), "two")]);
    println!("{:?}", by.get(&(Suit::Hearts, 2)));
}
