// A crawler over pages that are a map: workers, a queue of commands, results by a channel.
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{mpsc, Arc, Mutex};
use std::thread;
use thiserror::Error;

#[derive(Error, Debug)]
enum Error {
    #[error("request error: no page {0}")]
    Request(String),
    #[error("bad http response: {status} for {url}")]
    BadResponse { status: u16, url: String },
}
type Site = HashMap<&'static str, Result<&'static [&'static str], u16>>;
#[derive(Debug)]
struct CrawlCommand { url: String, extract_links: bool }
type CrawlResult = Result<Vec<String>, (String, Error)>;

fn visit_page(site: &Site, command: &CrawlCommand) -> Result<Vec<String>, Error> {
    let page = site.get(command.url.as_str()).ok_or_else(|| Error::Request(command.url.clone()))?;
    let links = match page { Ok(links) => links, Err(status) => return Err(Error::BadResponse { status: *status, url: command.url.clone() }) };
    if !command.extract_links { return Ok(Vec::new()); }
    Ok(links.iter().map(ToString::to_string).collect())
}
struct CrawlState { domain: String, visited_pages: HashSet<String> }
impl CrawlState {
    fn new(start_url: &str) -> CrawlState {
        let mut visited_pages = HashSet::new();
        visited_pages.insert(start_url.to_string());
        CrawlState { domain: start_url.split('/').next().unwrap().to_string(), visited_pages }
    }
    fn should_extract_links(&self, url: &str) -> bool { url.split('/').next().is_some_and(|it| it == self.domain) }
    fn mark_visited(&mut self, url: &str) -> bool { self.visited_pages.insert(url.to_string()) }
}
fn spawn_crawler_threads(site: Arc<Site>, command_receiver: mpsc::Receiver<CrawlCommand>, result_sender: mpsc::Sender<CrawlResult>, thread_count: u32) {
    let command_receiver = Arc::new(Mutex::new(command_receiver));
    for _ in 0..thread_count {
        let result_sender = result_sender.clone();
        let command_receiver = command_receiver.clone();
        let site = site.clone();
        thread::spawn(move || loop {
            let command_result = { let receiver_guard = command_receiver.lock().unwrap(); receiver_guard.recv() };
            let Ok(crawl_command) = command_result else { break };
            let crawl_result = match visit_page(&site, &crawl_command) { Ok(link_urls) => Ok(link_urls), Err(error) => Err((crawl_command.url, error)) };
            result_sender.send(crawl_result).unwrap();
        });
    }
}
fn control_crawl(start_url: &str, command_sender: mpsc::Sender<CrawlCommand>, result_receiver: mpsc::Receiver<CrawlResult>) -> BTreeMap<String, String> {
    let mut crawl_state = CrawlState::new(start_url);
    command_sender.send(CrawlCommand { url: start_url.to_string(), extract_links: true }).unwrap();
    let mut pending_urls = 1;
    let mut bad_urls = BTreeMap::new();
    while pending_urls > 0 {
        let crawl_result = result_receiver.recv().unwrap();
        pending_urls -= 1;
        match crawl_result {
            Ok(link_urls) => for url in link_urls {
                if crawl_state.mark_visited(&url) {
                    let extract_links = crawl_state.should_extract_links(&url);
                    command_sender.send(CrawlCommand { url, extract_links }).unwrap();
                    pending_urls += 1;
                }
            },
            Err((url, error)) => { bad_urls.insert(url, error.to_string()); }
        }
    }
    println!("visited {}", crawl_state.visited_pages.len());
    bad_urls
}
fn main() {
    let site: Site = [
        ("here/", Ok(["here/a", "here/b", "there/"].as_slice())),
        ("here/a", Ok(&["here/", "here/gone", "here/c"])),
        ("here/b", Err(500)),
        ("here/c", Ok(&["there/x"])),
        ("there/", Ok(&["there/y"])),
    ].into_iter().collect();
    let (result_sender, result_receiver) = mpsc::channel::<CrawlResult>();
    let (command_sender, command_receiver) = mpsc::channel::<CrawlCommand>();
    spawn_crawler_threads(Arc::new(site), command_receiver, result_sender, 4);
    println!("{:#?}", control_crawl("here/", command_sender, result_receiver));
}
