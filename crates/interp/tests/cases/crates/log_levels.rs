// Messages of a level that is an argument, and whether anybody listens: nobody does, and nothing is made for nobody.
use log::{log, log_enabled, Level};
use tracing::{enabled, event};
fn made(text: &str) -> String { println!("made {text}"); text.to_string() }
fn say(level: Level) -> bool { log!(level, "at {level}: {}", made("never")); log_enabled!(level) }
fn main() {
    log!(Level::Error, "{}", made("one"));
    log!(target: "other", Level::Warn, "{}", made("two"));
    log::log!(log::Level::Debug, "plain");
    println!("{} {} {}", say(Level::Info), log_enabled!(Level::Trace), log_enabled!(target: "x", Level::Error));
    event!(tracing::Level::INFO, count = 3, "counted {}", made("three"));
    tracing::event!(target: "here", tracing::Level::WARN, what = %made("four"));
    event!(parent: None, tracing::Level::INFO, "with a parent {}", made("five"));
    event!(name: "named", target: "there", tracing::Level::WARN, n = 3, "with a name");
    tracing::info!(name: "again", "with a name");
    println!("{} {}", enabled!(tracing::Level::ERROR), tracing::enabled!(target: "t", tracing::Level::DEBUG));
    if tracing::enabled!(tracing::Level::TRACE) { println!("somebody"); } else { println!("nobody"); }
    println!("{} {:?} {:?}", Level::Warn, Level::Info, Level::Error < Level::Trace);
}
