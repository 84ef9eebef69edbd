// An event loop in the manner of Elm: a model, messages, commands, timers, weak listeners.
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::rc::{Rc, Weak};

#[derive(Debug, Clone, PartialEq)]
enum Key {
    Char(char),
    Enter,
    Backspace,
    Left,
    Right,
    Ctrl(char),
}

#[derive(Debug, Clone)]
enum Msg {
    Key(Key),
    Tick(u32),
    Resize { cols: u16, rows: u16 },
    Submit(String),
    Quit,
}

impl TryFrom<&str> for Key {
    type Error = String;
    fn try_from(s: &str) -> Result<Self, Self::Error> {
        let mut chars = s.chars();
        Ok(match (s, chars.next(), chars.as_str()) {
            ("<CR>", ..) => Key::Enter,
            ("<BS>", ..) => Key::Backspace,
            ("<Left>", ..) => Key::Left,
            ("<Right>", ..) => Key::Right,
            (_, Some('^'), rest) if rest.chars().count() == 1 => Key::Ctrl(rest.chars().next().unwrap()),
            (_, Some(c), "") => Key::Char(c),
            (other, ..) => return Err(format!("no key {other}")),
        })
    }
}

/// The Elm architecture: a model, an update function, commands.
enum Cmd {
    None,
    Emit(Msg),
    Batch(Vec<Cmd>),
    After(u32, Msg),
}

#[derive(Default, Debug)]
struct Line {
    text: Vec<char>,
    cursor: usize,
}

impl Line {
    fn insert(&mut self, c: char) {
        self.text.insert(self.cursor, c);
        self.cursor += 1;
    }
    fn delete(&mut self) -> Option<char> {
        self.cursor.checked_sub(1).map(|at| {
            self.cursor = at;
            self.text.remove(at)
        })
    }
    fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text).into_iter().collect()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = self.text.split_at(self.cursor);
        write!(f, "{}|{}", before.iter().collect::<String>(), after.iter().collect::<String>())
    }
}

#[derive(Default)]
struct Model {
    line: Line,
    history: Vec<String>,
    size: (u16, u16),
    blink: bool,
    running: bool,
}

impl Model {
    fn update(&mut self, msg: Msg) -> Cmd {
        match msg {
            Msg::Key(key) => return self.key(key),
            Msg::Tick(n) if n % 2 == 0 => self.blink = !self.blink,
            Msg::Tick(_) => {}
            Msg::Resize { cols, rows } => self.size = (cols.min(120), rows),
            Msg::Submit(text) => {
                let cmd = match text.split_once(' ').unwrap_or((&text, "")) {
                    ("quit", _) => Cmd::Batch(vec![Cmd::Emit(Msg::Tick(2)), Cmd::After(1, Msg::Quit)]),
                    ("repeat", rest) => Cmd::Emit(Msg::Submit(rest.repeat(2))),
                    _ => Cmd::None,
                };
                self.history.push(text);
                return cmd;
            }
            Msg::Quit => self.running = false,
        }
        Cmd::None
    }

    fn key(&mut self, key: Key) -> Cmd {
        match key {
            Key::Char(c) => self.line.insert(c),
            Key::Backspace => drop(self.line.delete()),
            Key::Left => self.line.cursor = self.line.cursor.saturating_sub(1),
            Key::Right => self.line.cursor = (self.line.cursor + 1).min(self.line.text.len()),
            Key::Enter => return Cmd::Emit(Msg::Submit(self.line.take())),
            Key::Ctrl('u') => {
                self.line.text.drain(..std::mem::take(&mut self.line.cursor));
            }
            Key::Ctrl('a') => self.line.cursor = 0,
            Key::Ctrl(_) => return Cmd::Emit(Msg::Quit),
        }
        Cmd::None
    }

    fn view(&self) -> String {
        let frame = format!("{:─<1$}", "", usize::from(self.size.0) / 4);
        format!("{frame} {}{} [{}]", if self.blink { '*' } else { ' ' }, self.line, self.history.len())
    }
}

struct EventLoop {
    queue: VecDeque<Msg>,
    timers: BTreeMap<u32, Vec<Msg>>,
    now: u32,
    listeners: Vec<Weak<dyn Fn(&Msg)>>,
}

impl EventLoop {
    fn new() -> Self {
        EventLoop { queue: VecDeque::new(), timers: BTreeMap::new(), now: 0, listeners: vec![] }
    }

    fn perform(&mut self, cmd: Cmd) {
        match cmd {
            Cmd::None => (),
            Cmd::Emit(msg) => self.queue.push_back(msg),
            Cmd::Batch(all) => all.into_iter().for_each(|c| self.perform(c)),
            Cmd::After(ticks, msg) => self.timers.entry(self.now + ticks).or_default().push(msg),
        }
    }

    fn run(&mut self, model: &mut Model, mut on_frame: impl FnMut(u32, &str)) {
        model.running = true;
        while model.running {
            let mut dirty = false;
            while let Some(msg) = self.queue.pop_front() {
                for listener in self.listeners.iter().filter_map(|l| l.upgrade()) {
                    listener(&msg);
                }
                let cmd = model.update(msg);
                self.perform(cmd);
                dirty = true;
            }
            if dirty {
                on_frame(self.now, &model.view());
            }
            let Some(mut next) = self.timers.first_entry() else { break };
            self.now = *next.key();
            self.queue.extend(next.get_mut().drain(..));
            next.remove();
        }
    }
}

fn main() {
    let mut events = EventLoop::new();
    let mut model = Model::default();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let listener: Rc<dyn Fn(&Msg)> = {
        let seen = Rc::clone(&seen);
        Rc::new(move |m| {
            if let Msg::Submit(text) = m {
                seen.borrow_mut().push(text.to_uppercase());
            }
        })
    };
    events.listeners.push(Rc::downgrade(&listener));
    {
        let gone: Rc<dyn Fn(&Msg)> = Rc::new(|_| println!("never"));
        events.listeners.push(Rc::downgrade(&gone));
    }
    events.perform(Cmd::Emit(Msg::Resize { cols: 40, rows: 10 }));
    let script = ["h e l o <Left> l <CR>", "r e p e a t <BS> t ^a <Right> ^q x", "q u i t ^u r e p e a t _ a b", "<Left> <Left> <Left> <BS> ^z"];
    let mut bad = vec![];
    for (i, line) in script.iter().enumerate() {
        let (keys, errors): (Vec<_>, Vec<_>) = line.split(' ').map(Key::try_from).partition(Result::is_ok);
        bad.extend(errors.into_iter().filter_map(Result::err));
        for key in keys.into_iter().flatten().filter(|k| !matches!(k, Key::Ctrl('q' | 'z'))) {
            events.perform(Cmd::After(i as u32 * 3 + 1, Msg::Key(key)));
        }
        events.perform(Cmd::After(i as u32 * 3 + 2, Msg::Tick(i as u32)));
    }
    events.perform(Cmd::After(11, Msg::Submit("repeat ab".into())));
    events.perform(Cmd::After(12, Msg::Submit("quit now".to_string())));
    events.perform(Cmd::After(99, Msg::Submit("too late".into())));
    events.run(&mut model, |now, view| println!("{now:>2}: {view}"));
    println!("{:?} {}", model.history, model.running);
    println!("{:?}", seen.borrow());
    println!("{bad:?} {:?} left {:?}", Key::try_from("<Up>"), events.timers.keys().collect::<Vec<_>>());
    println!("{:?}", Key::try_from("^é"));
}
