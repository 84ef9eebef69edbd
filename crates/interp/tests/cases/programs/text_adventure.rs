// Text adventure + event sourcing + process::exit; catch_unwind around plugins
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::{self, BufRead, Write};
use std::panic::{self, AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process;
use std::rc::{Rc, Weak};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Dir {
    North,
    South,
    East,
    West,
}
impl std::str::FromStr for Dir {
    type Err = ParseError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        use Dir::*;
        Ok(match s.to_ascii_lowercase().as_str() {
            "n" | "north" => North,
            "s" | "south" => South,
            "e" | "east" => East,
            "w" | "west" => West,
            _ => return Err(ParseError::Direction(s.into())),
        })
    }
}
impl std::ops::Neg for Dir {
    type Output = Dir;
    fn neg(self) -> Dir {
        match self {
            Dir::North => Dir::South,
            Dir::South => Dir::North,
            Dir::East => Dir::West,
            Dir::West => Dir::East,
        }
    }
}
#[derive(Debug, PartialEq)]
enum ParseError {
    Empty,
    Verb(String),
    Direction(Box<str>),
    Extra { after: &'static str, rest: Vec<String> },
}
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => "say something".fmt(f),
            Self::Verb(v) => write!(f, "I don't know how to {v:?}"),
            Self::Direction(d) => write!(f, "{d} is no direction"),
            Self::Extra { after, rest } => write!(f, "after {after}: {}", rest.join("+")),
        }
    }
}
impl Error for ParseError {}
#[derive(Debug, Clone, PartialEq)]
enum Command {
    Go(Dir),
    Take(String),
    Drop { item: String, hard: bool },
    Look,
    Quit(i32),
}
fn parse(line: &str) -> Result<Command, ParseError> {
    let words = line.split_ascii_whitespace().collect::<Vec<_>>();
    Ok(match *words.as_slice() {
        [] => return Err(ParseError::Empty),
        ["go", dir] | [dir @ ("n" | "s" | "e" | "w")] => Command::Go(dir.parse()?),
        ["take" | "get", ref item @ ..] if !item.is_empty() => Command::Take(item.join(" ")),
        ["drop", item] => Command::Drop { item: item.to_string(), hard: false },
        ["throw", item] => Command::Drop { item: item.to_owned(), hard: true },
        ["look"] => Command::Look,
        ["quit"] => Command::Quit(0),
        ["quit", code] => Command::Quit(code.parse().unwrap_or(-1)),
        ["look", ref rest @ ..] => {
            return Err(ParseError::Extra {
                after: "look",
                rest: rest.iter().map(|s| s.to_string()).collect(),
            });
        }
        [verb, ..] => return Err(ParseError::Verb(verb.to_string())),
    })
}
#[derive(Default)]
struct Room {
    name: &'static str,
    exits: RefCell<BTreeMap<Dir, Weak<Room>>>,
    items: RefCell<HashSet<String>>,
    visits: Cell<u32>,
}
impl Room {
    fn new<const N: usize>(name: &'static str, items: [&str; N]) -> Rc<Room> {
        Rc::new(Room {
            name,
            items: RefCell::new(items.iter().map(ToString::to_string).collect()),
            ..Room::default()
        })
    }
    fn link(self: &Rc<Self>, d: Dir, other: &Rc<Self>) {
        self.exits.borrow_mut().insert(d, Rc::downgrade(other));
        other.exits.borrow_mut().entry(-d).or_insert_with(|| Rc::downgrade(self));
    }
}
impl fmt::Display for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let items = self.items.borrow();
        let mut sorted: Vec<&str> = items.iter().map(String::as_str).collect();
        sorted.sort_unstable_by_key(|s| std::cmp::Reverse(*s));
        write!(f, "{:=^20}", format!(" {} ", self.name))?;
        if f.alternate() {
            write!(f, " {:?} {}", self.exits.borrow().keys().collect::<Vec<_>>(), sorted.join(", "))?;
        }
        Ok(())
    }
}
#[derive(Debug, Clone, PartialEq)]
enum Event {
    Moved { to: &'static str },
    Took(String),
    Dropped(String),
    Broke(String),
    Failed(&'static str),
    Quit(i32),
}
struct Game {
    here: Rc<Room>,
    bag: Vec<String>,
    events: Vec<Event>,
    plugins: HashMap<&'static str, Box<dyn Fn(&Event) -> Option<String>>>,
}
impl Game {
    fn handle(&mut self, c: Command) -> Event {
        match c {
            Command::Go(d) => {
                let Some(next) = self.here.exits.borrow().get(&d).and_then(Weak::upgrade) else {
                    return Event::Failed("no way");
                };
                next.visits.set(next.visits.get() + 1);
                self.here = next;
                Event::Moved { to: self.here.name }
            }
            Command::Take(item) => match self.here.items.borrow_mut().take(&item) {
                Some(i) => {
                    self.bag.push(i.clone());
                    Event::Took(i)
                }
                None => Event::Failed("not here"),
            },
            Command::Drop { item, hard } => {
                let Some(at) = self.bag.iter().position(|b| *b == item) else {
                    return Event::Failed("not yours");
                };
                let item = self.bag.swap_remove(at);
                if hard {
                    return Event::Broke(item);
                }
                self.here.items.borrow_mut().insert(item.clone());
                Event::Dropped(item)
            }
            Command::Look => {
                println!("{:#}", self.here);
                Event::Moved { to: self.here.name }
            }
            Command::Quit(code) => Event::Quit(code),
        }
    }
    fn notify(&self, e: &Event) -> Vec<String> {
        let mut names: Vec<_> = self.plugins.keys().copied().collect();
        names.sort();
        names
            .into_iter()
            .filter_map(|n| match catch_unwind(AssertUnwindSafe(|| self.plugins[n](e))) {
                Ok(said) => said.map(|s| format!("{n}: {s}")),
                Err(p) => Some(format!(
                    "{n} crashed: {}",
                    p.downcast_ref::<&str>()
                        .map(|s| s.to_string())
                        .or_else(|| p.downcast_ref::<String>().cloned())
                        .unwrap_or_else(|| "?".into())
                )),
            })
            .collect()
    }
}
struct Goodbye(&'static str);
impl Drop for Goodbye {
    fn drop(&mut self) {
        println!("bye from {}", self.0);
    }
}

fn main() {
    panic::set_hook(Box::new(|info| {
        let _ = info.location().is_some();
    }));
    let (hall, attic, cellar) =
        (Room::new("hall", ["lamp", "old key"]), Room::new("attic", []), Room::new("cellar", ["vase"]));
    hall.link(Dir::North, &attic);
    hall.link(Dir::South, &cellar);
    let mut game = Game { here: hall.clone(), bag: vec![], events: vec![], plugins: HashMap::new() };
    let count = Rc::new(Cell::new(0));
    let c2 = Rc::clone(&count);
    game.plugins.insert(
        "counter",
        Box::new(move |_| {
            c2.set(c2.get() + 1);
            (c2.get() % 4 == 0).then(|| format!("{} events", c2.get()))
        }),
    );
    game.plugins.insert(
        "fragile",
        Box::new(|e| match e {
            Event::Broke(what) => panic!("{what} in pieces"),
            Event::Failed(why) if why.len() > 8 => panic!("static"),
            _ => None,
        }),
    );
    game.plugins.insert(
        "odd",
        Box::new(|e| {
            if let Event::Took(s) = e {
                if s.contains(' ') { panic::panic_any(42u8) } else { Some(s.to_uppercase()) }
            } else {
                None
            }
        }),
    );
    let script = "look\ntake lamp\nget old key\n\nn\ngo up\nthrow lamp\nlook around twice\ns\ns\ndrop key\ndrop old\ntake vase\ndance\ngo north\nlook\nquit 7\nlook\n";
    let mut out = String::new();
    let code = 'game: {
        for (i, line) in io::Cursor::new(script).lines().enumerate() {
            let line = line.expect("memory reads do not fail");
            match parse(&line) {
                Err(e) => writeln!(out, "{i:>2} {line:<18} ! {e}").unwrap(),
                Ok(cmd) => {
                    let event = game.handle(cmd);
                    writeln!(out, "{i:>2} {line:<18} {event:?}").unwrap();
                    for s in game.notify(&event) {
                        writeln!(out, "      {s}").unwrap();
                    }
                    game.events.push(event);
                    if let Some(&Event::Quit(code)) = game.events.last() {
                        break 'game code;
                    }
                }
            }
        }
        0
    };
    io::stdout().lock().write_all(out.as_bytes()).unwrap();
    println!("{:?} {} {:?}", game.bag, count.get(), [&hall, &attic, &cellar].map(|r| r.visits.get()));
    let _g = Goodbye("main");
    let r = catch_unwind(|| {
        let _g = Goodbye("inner");
        let r = catch_unwind(|| panic!("first"));
        resume_unwind(r.unwrap_err())
    });
    println!("{:?}", r.map(|()| 0).map_err(|p| p.downcast_ref::<&str>().copied()));
    let moved = game.events.iter().filter(|e| matches!(e, Event::Moved { to } if *to != "hall")).count();
    println!("{moved}");
    process::exit(code + moved as i32);
}
