use std::collections::{BTreeMap, VecDeque, HashSet};
use std::sync::{Arc, Mutex};
use std::fmt;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, RwLock};
#[derive(Debug)]
enum Event { Job { id: u32, name: String, reply: oneshot::Sender<String> }, Stop }
#[derive(Debug)]
enum Fault { Parse(std::num::ParseIntError), Empty(String) }
impl fmt::Display for Fault { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { match self { Fault::Parse(it) => write!(f, "{it}"), Fault::Empty(name) => write!(f, "{name} is empty") } } }
impl std::error::Error for Fault {}
impl From<std::num::ParseIntError> for Fault { fn from(it: std::num::ParseIntError) -> Self { Fault::Parse(it) } }
fn number(text: &str) -> Result<i32, Fault> { let first = text.split(',').next().ok_or(Fault::Empty(text.to_string()))?; Ok(first.parse()?) }
struct Pool { jobs: Arc<Mutex<VecDeque<String>>>, done: Arc<RwLock<BTreeMap<String, usize>>>, handles: Vec<tokio::task::JoinHandle<()>> }
impl Pool {
    fn new() -> Self { Pool { jobs: Arc::default(), done: Arc::default(), handles: Vec::new() } }
    fn add(&mut self, name: impl Into<String>) -> &mut Self { self.jobs.lock().unwrap().push_back(name.into()); self }
    fn next(&self) -> Option<String> { self.jobs.lock().unwrap().pop_front() }
    async fn size(&self) -> usize { self.done.read().await.len() }
    async fn get(&self, name: &str) -> Option<usize> { let done = self.done.read().await; done.get(name).copied() }
    fn start(&mut self) { for _ in 0..2 { let (jobs, done) = (self.jobs.clone(), self.done.clone()); self.handles.push(tokio::spawn(async move { loop { let next = jobs.lock().unwrap().pop_front(); let Some(job) = next else { break }; tokio::time::sleep(Duration::from_millis(1)).await; done.write().await.insert(job.clone(), job.len()); } })); } }
    async fn wait(mut self) -> usize { for it in self.handles.drain(..) { it.await.unwrap(); } self.done.read().await.values().sum() }
}
async fn serve(mut rx: mpsc::Receiver<Event>) -> Vec<u32> {
    let mut seen = Vec::new();
    while let Some(event) = rx.recv().await {
        match event { Event::Job { id, name, reply } => { seen.push(id); let _ = reply.send(name.to_uppercase()); } Event::Stop => break }
    }
    seen
}
async fn ask(tx: &mpsc::Sender<Event>, id: u32) -> Result<String, Box<dyn std::error::Error>> {
    let (reply, answer) = oneshot::channel();
    tx.send(Event::Job { id, name: format!("job {id}"), reply }).await.map_err(|it| it.to_string())?;
    let text = answer.await?;
    Ok(text.trim().to_string())
}
fn compose<'a>(steps: &'a [Box<dyn Fn(i32) -> i32 + 'a>]) -> impl Fn(i32) -> i32 + 'a { move |start| steps.iter().fold(start, |it, step| step(it)) }
trait Shape { fn name(&self) -> &str; fn area(&self) -> f64; fn boxed(self) -> Box<dyn Shape> where Self: Sized + 'static { Box::new(self) } }
struct Square { name: String, side: f64 }
impl Shape for Square { fn name(&self) -> &str { &self.name } fn area(&self) -> f64 { self.side * self.side } }
fn largest<'a>(all: &'a [Box<dyn Shape>]) -> Option<&'a dyn Shape> { let found = all.iter().max_by(|a, b| a.area().total_cmp(&b.area()))?; Some(found.as_ref()) }
struct Words<'a> { rest: &'a str }
impl<'a> Iterator for Words<'a> { type Item = &'a str; fn next(&mut self) -> Option<&'a str> { let text = self.rest.trim_start(); if text.is_empty() { return None; } let end = text.find(' ').unwrap_or(text.len()); let (word, rest) = text.split_at(end); self.rest = rest; Some(word) } }
fn unique<'a>(text: &'a str) -> Vec<&'a str> { let mut seen = HashSet::new(); let mut all = Vec::new(); for it in (Words { rest: text }) { if seen.insert(it) { all.push(it); } } all }
struct Builder { parts: Vec<String> }
impl Builder { fn new() -> Self { Builder { parts: vec![] } } fn part(mut self, it: &str) -> Self { self.parts.push(it.to_owned()); self } fn build(self) -> String { self.parts.join("/") } fn peek(&self) -> &[String] { &self.parts } }
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (tx, rx) = mpsc::channel(4);
    let server = tokio::spawn(serve(rx));
    println!("{} {}", ask(&tx, 1).await?, ask(&tx, 2).await.unwrap());
    tx.send(Event::Stop).await?;
    println!("{:?}", server.await?);
    let mut pool = Pool::new();
    pool.add("a").add(String::from("bb"));
    println!("{:?}", pool.next());
    pool.start();
    println!("{} {:?}", pool.size().await, pool.get("bb").await);
    println!("{}", pool.wait().await);
    let factor = 3;
    let steps: Vec<Box<dyn Fn(i32) -> i32>> = vec![Box::new(|it| it + 1), Box::new(move |it| it * factor)];
    println!("{}", compose(&steps)(2));
    let shapes = vec![Square { name: "s".into(), side: 2.0 }.boxed()];
    println!("{:?} {:?}", largest(&shapes).map(|it| it.name()), unique("a b a"));
    let path = Builder::new().part("x").part("y").build();
    let count = Builder::new().part("x").peek().len();
    println!("{path} {count} {:?} {:?}", number("4,5").ok(), number("x").map_err(|it| it.to_string()));
    let lock = tokio::sync::Mutex::new(vec![1, 2]);
    let last = lock.lock().await.last().copied();
    let mut guard = lock.lock().await;
    guard.push(3);
    let view = &guard[1..];
    println!("{last:?} {view:?}");
    drop(guard);
    let names = vec![String::from("n")];
    let found = names.iter().map(|it| async move { tokio::task::yield_now().await; it.len() });
    let lens = futures::future::join_all(found).await;
    let text = tokio::time::timeout(Duration::from_millis(5), async { "t".to_string() }).await?;
    let (left, right) = tokio::join!(async { text.as_str() }, async { names[0].as_str() });
    println!("{lens:?}{left}{right}");
    Ok(())
}
