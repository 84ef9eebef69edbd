use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, broadcast, mpsc};
use tokio::time::sleep;

#[derive(Clone, Debug)]
enum Event { Joined(String), Said { who: String, text: String }, Left(String) }

#[derive(Default)]
struct Room { members: BTreeMap<String, usize>, log: Vec<String> }

impl Room {
    fn apply(&mut self, event: &Event) {
        let line = match event {
            Event::Joined(name) => { self.members.insert(name.clone(), 0); format!("* {name} joined ({})", self.members.len()) }
            Event::Said { who, text } => { if let Some(n) = self.members.get_mut(who) { *n += 1; } format!("<{who}> {text}") }
            Event::Left(name) => { let n = self.members.remove(name).unwrap_or(0); format!("* {name} left after {n}") }
        };
        self.log.push(line);
    }
}

async fn member(name: &'static str, lines: Vec<&'static str>, pause: u64, events: broadcast::Sender<Event>, done: mpsc::Sender<&'static str>) {
    events.send(Event::Joined(name.to_string())).unwrap();
    for text in lines {
        sleep(Duration::from_millis(pause)).await;
        if text == "/quit" { break; }
        events.send(Event::Said { who: name.into(), text: text.into() }).unwrap();
    }
    events.send(Event::Left(name.to_string())).unwrap();
    done.send(name).await.unwrap();
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let room = Arc::new(Mutex::new(Room::default()));
    let (events, mut rx) = broadcast::channel(16);
    let (done, mut finished) = mpsc::channel(4);
    let recorder = tokio::spawn({ let room = room.clone(); async move { while let Ok(e) = rx.recv().await { room.lock().await.apply(&e); } } });
    let ann = tokio::spawn(member("ann", vec!["hi", "anyone?", "bye"], 10, events.clone(), done.clone()));
    sleep(Duration::from_millis(15)).await;
    tokio::spawn(member("bob", vec!["hello", "/quit", "never"], 7, events.clone(), done));
    drop(events);
    while let Some(name) = finished.recv().await { println!("{name} is done"); }
    ann.await.unwrap();
    recorder.await.unwrap();
    let room = room.lock().await;
    for line in &room.log { println!("{line}"); }
    println!("{:?}", room.members);
}
