//! Configuration that reloads itself: `watch` from all sides.
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;
use tokio_stream::{wrappers::WatchStream, StreamExt};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Config {
    #[serde(default = "default_host")]
    host: IpAddr,
    port: u16,
    #[serde(default)]
    log_level: LogLevel,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    allowed_origins: Vec<String>,
    #[serde(with = "millis", default = "default_timeout")]
    timeout: Duration,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum LogLevel {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
}

mod millis {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::time::Duration;

    pub fn serialize<S: Serializer>(d: &Duration, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_u64(d.as_millis() as u64)
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Duration, D::Error> {
        u64::deserialize(d).map(Duration::from_millis)
    }
}

fn default_host() -> IpAddr {
    [127, 0, 0, 1].into()
}
fn default_timeout() -> Duration {
    Duration::from_secs(30)
}

impl Config {
    fn addr(&self) -> SocketAddr {
        SocketAddr::new(self.host, self.port)
    }
    fn diff(&self, new: &Config) -> Vec<String> {
        let mut out = vec![];
        macro_rules! field {
            ($($f:ident),*) => {$(
                if self.$f != new.$f {
                    out.push(format!("{}: {:?} -> {:?}", stringify!($f).replace('_', "-"), self.$f, new.$f));
                }
            )*};
        }
        field!(host, port, log_level, allowed_origins, timeout);
        out
    }
}

fn reload(tx: &watch::Sender<Config>, text: &str) {
    match serde_json::from_str::<Config>(text) {
        Ok(new) => {
            let changed = tx.send_if_modified(|current| {
                let diff = current.diff(&new);
                diff.iter().for_each(|d| println!("  * {d}"));
                *current = new;
                !diff.is_empty()
            });
            println!("reload: {}", if changed { "changed" } else { "same" });
        }
        Err(e) => println!("reload: bad config: {e}"),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let initial: Config = serde_json::from_str(r#"{"port": 8080}"#).unwrap();
    println!("{}", serde_json::to_string(&initial).unwrap());
    let (tx, rx) = watch::channel(initial);
    let mut set = JoinSet::new();

    // a server that rebinds if its address changes
    let mut server_rx = rx.clone();
    set.spawn(async move {
        let mut addr = server_rx.borrow().addr();
        println!("[server] listening on {addr}");
        while server_rx.changed().await.is_ok() {
            let new = server_rx.borrow_and_update().addr();
            if std::mem::replace(&mut addr, new) != new {
                println!("[server] moved to {new} (v4: {})", new.is_ipv4());
            }
        }
        "server".to_string()
    });

    // a logger that only cares for the level
    let levels = WatchStream::new(rx.clone()).map(|c| c.log_level);
    set.spawn(async move {
        let mut seen = vec![];
        tokio::pin!(levels);
        while let Some(level) = levels.next().await {
            if seen.last() != Some(&level) {
                seen.push(level);
            }
        }
        let seen = format!("logger {seen:?}, most {:?}", seen.iter().max());
        seen
    });

    // somebody who waits for debug to be switched on
    let mut waiting = rx.clone();
    set.spawn(async move {
        match waiting.wait_for(|c| c.log_level >= LogLevel::Debug).await {
            Ok(config) => println!("[debugger] attached, timeout {:?}", config.timeout),
            Err(e) => println!("[debugger] {e}"),
        }
        "debugger".to_string()
    });

    for text in [
        r#"{"port": 8080}"#,
        r#"{"port": 9090, "host": "10.0.0.2", "timeout": 1500}"#,
        r#"{"port": 9090, "prot": 1}"#,
        r#"{"port": 99999}"#,
        r#"{"port": 9090, "host": "10.0.0.2", "timeout": 1500, "log-level": "debug", "allowed-origins": ["a.com", "b.org"]}"#,
        r#"{"port": 9090, "log-level": "loud"}"#,
        r#"{"host": "10.0.0.1"}"#,
    ] {
        sleep(Duration::from_millis(10)).await;
        reload(&tx, text);
    }
    sleep(Duration::from_millis(1)).await;
    tx.send_modify(|c| c.port += 1);
    let last = Config { port: 1, ..rx.borrow().clone() };
    println!("old port {}", tx.send_replace(last).port);
    println!("{} receivers, changed: {:?}", tx.receiver_count(), rx.has_changed());
    println!("{}", serde_json::to_string_pretty(&*tx.borrow()).unwrap());
    drop(tx);
    let mut names = set.join_all().await;
    names.sort();
    println!("{names:?} {:?}", rx.has_changed().map_err(|e| e.to_string()));
}
