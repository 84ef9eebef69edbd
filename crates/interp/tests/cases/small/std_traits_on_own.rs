use std::borrow::Borrow;
use std::collections::HashMap;
use std::str::FromStr;

#[derive(Debug, PartialEq, Eq, Hash, Clone)]
struct Name(String);
impl Borrow<str> for Name { fn borrow(&self) -> &str { &self.0 } }
impl AsRef<str> for Name { fn as_ref(&self) -> &str { &self.0 } }
impl PartialEq<&str> for Name { fn eq(&self, o: &&str) -> bool { self.0 == *o } }
impl std::ops::Not for Name { type Output = String; fn not(self) -> String { self.0.chars().rev().collect() } }
impl FromStr for Name { type Err = (); fn from_str(s: &str) -> Result<Self, ()> { if s.is_empty() { Err(()) } else { Ok(Name(s.into())) } } }
impl<'a> FromIterator<&'a str> for Name { fn from_iter<I: IntoIterator<Item = &'a str>>(i: I) -> Self { Name(i.into_iter().collect::<Vec<_>>().join("-")) } }
impl ToOwnedLike for Name {}
trait ToOwnedLike: AsRef<str> { fn shout(&self) -> String { self.as_ref().to_uppercase() } }

fn len(s: impl AsRef<str>) -> usize { s.as_ref().len() }

fn main() {
    let m = HashMap::from([(Name("a".into()), 1)]);
    println!("{:?} {}", m.get("a"), len(Name("xyz".into())));
    println!("{} {}", Name("q".into()) == "q", !Name("abc".into()));
    println!("{:?} {:?}", "n".parse::<Name>(), Name::from_str(""));
    println!("{:?} {}", ["x", "y"].into_iter().collect::<Name>(), Name("s".into()).shout());
}
