use std::collections::{BTreeMap, HashSet};
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Dir { North, South, East, West }

impl Dir {
    const ALL: [Dir; 4] = [Dir::North, Dir::South, Dir::East, Dir::West];
    fn step(self, (x, y): (i32, i32)) -> (i32, i32) { match self { Dir::North => (x, y - 1), Dir::South => (x, y + 1), Dir::East => (x + 1, y), Dir::West => (x - 1, y) } }
    fn opposite(self) -> Dir { use Dir::*; match self { North => South, South => North, East => West, West => East } }
}

#[derive(Debug, PartialEq)]
enum Command { Go(Dir), Take(String), Look, Undo(usize) }

#[derive(Debug, PartialEq)]
enum ParseError { Empty, Unknown(String), Missing(&'static str), Number(std::num::ParseIntError) }
impl From<std::num::ParseIntError> for ParseError { fn from(e: std::num::ParseIntError) -> Self { ParseError::Number(e) } }

impl FromStr for Command {
    type Err = ParseError;
    fn from_str(s: &str) -> Result<Self, ParseError> {
        let words: Vec<&str> = s.split_whitespace().collect();
        match words.as_slice() {
            [] => Err(ParseError::Empty),
            ["look"] => Ok(Command::Look),
            ["go", d] | [d @ ("north" | "south" | "east" | "west")] => Dir::ALL.into_iter().find(|it| format!("{it:?}").eq_ignore_ascii_case(d)).map(Command::Go).ok_or_else(|| ParseError::Unknown(d.to_string())),
            ["go"] => Err(ParseError::Missing("direction")),
            ["take", rest @ ..] if !rest.is_empty() => Ok(Command::Take(rest.join(" "))),
            ["undo"] => Ok(Command::Undo(1)),
            ["undo", n] => Ok(Command::Undo(n.parse()?)),
            [other, ..] => Err(ParseError::Unknown(other.to_string())),
        }
    }
}

#[derive(Default)]
struct World { at: (i32, i32), items: BTreeMap<(i32, i32), Vec<String>>, bag: Vec<String>, walls: HashSet<(i32, i32)>, moves: Vec<Dir> }

impl World {
    fn run(&mut self, c: Command) -> Result<String, String> {
        Ok(match c {
            Command::Go(d) => {
                let next = d.step(self.at);
                if self.walls.contains(&next) { return Err(format!("a wall at {next:?}")); }
                self.at = next;
                self.moves.push(d);
                format!("now at {:?}", self.at)
            }
            Command::Take(name) => {
                let here = self.items.get_mut(&self.at).ok_or("nothing here")?;
                let i = here.iter().position(|it| *it == name).ok_or_else(|| format!("no {name} here"))?;
                self.bag.push(here.remove(i));
                if here.is_empty() { self.items.remove(&self.at); }
                format!("took {}", self.bag[self.bag.len() - 1])
            }
            Command::Look => self.items.get(&self.at).map_or_else(|| "empty".to_string(), |v| v.join(", ")),
            Command::Undo(n) => { for _ in 0..n { let d = self.moves.pop().ok_or("no more moves")?; self.at = d.opposite().step(self.at); } format!("back at {:?}", self.at) }
        })
    }
}

fn main() {
    let mut w = World::default();
    w.items.insert((1, 0), vec!["old key".into(), "lamp".into()]);
    w.walls.insert((0, 1));
    for line in ["look", "go south", "east", "look", "take old key", "take sword", "take lamp", "look", "go up", "go", "", "dance now", "undo x", "north", "undo 2", "undo 9"] {
        match line.parse::<Command>() { Ok(c) => match w.run(c) { Ok(t) => println!("> {line}: {t}"), Err(t) => println!("> {line}! {t}") }, Err(e) => println!("> {line}? {e:?}") }
    }
    println!("{:?} {} {:?}", w.bag, w.items.len(), "take".parse::<Command>());
}
