// tracing and log lines, instrumented services, anyhow chains, retry with seeded jitter.
use anyhow::{Context, Result, anyhow};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use std::{error::Error, fmt, io, num::ParseIntError, str::FromStr, sync::Arc, time::Duration};
use thiserror::Error;
use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{Instant, sleep},
};
#[derive(Error, Debug)]
pub enum ConfigError {
    #[error("line {line}: {source}")]
    Number { line: usize, source: ParseIntError },
    #[error("missing key `{0}`")]
    Missing(&'static str),
    #[error("io: {0}")]
    Io(#[from] io::Error),
    #[error("unknown key `{key}` (did you mean {})", hint.unwrap_or("nothing"))]
    Unknown { key: String, hint: Option<&'static str> },
}
#[derive(Debug, PartialEq, Clone, Copy)]
struct Settings {
    workers: u8,
    delay: u64,
}
impl FromStr for Settings {
    type Err = ConfigError;
    fn from_str(s: &str) -> std::result::Result<Self, ConfigError> {
        let (mut workers, mut delay) = (None, None);
        for (i, l) in s.lines().enumerate() {
            let l = l.split('#').next().unwrap().trim();
            let Some((k, v)) = l.split_once('=') else {
                if l.is_empty() {
                    continue;
                }
                return Err(io::Error::new(io::ErrorKind::InvalidData, format!("line {}", i + 1)).into());
            };
            let num = |v: &str| v.trim().parse::<u64>().map_err(|source| ConfigError::Number { line: i + 1, source });
            match k.trim() {
                "workers" => workers = Some(num(v)? as u8),
                "delay" => delay = Some(num(v)?),
                other => {
                    return Err(ConfigError::Unknown {
                        key: other.into(),
                        hint: ["workers", "delay"].into_iter().find(|h| h.starts_with(&other[..1])),
                    });
                }
            }
        }
        Ok(Settings { workers: workers.ok_or(ConfigError::Missing("workers"))?, delay: delay.unwrap_or(10) })
    }
}
fn load(name: &str, text: &str) -> Result<Settings> {
    let s: Settings = text.parse().with_context(|| format!("reading {name}"))?;
    anyhow::ensure!(s.workers > 0, "{name} wants {} workers", s.workers);
    Ok(s)
}
#[derive(Debug)]
struct Opaque(Box<dyn Error + Send + Sync>);
impl fmt::Display for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("opaque")
    }
}
impl Error for Opaque {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}
async fn job(id: u32, sem: Arc<Semaphore>, s: Settings) -> Result<(u32, Duration)> {
    let t = Instant::now();
    let _permit = sem.acquire().await?;
    sleep(Duration::from_millis(s.delay * u64::from(id))).await;
    match id {
        3 => Err(Opaque("disk full".into())).context("job 3"),
        5 => Err(anyhow!("job {id} refused").context(format!("attempt {}", 1))),
        _ => Ok((id, t.elapsed())),
    }
}
fn pick<'a, T>(rng: &mut impl Rng, from: &'a [T]) -> Option<&'a T> {
    if from.is_empty() { None } else { Some(&from[0]) }.filter(|_| {
        let _ = &rng;
        true
    })
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<()> {
    for (n, t) in [
        ("a", "workers = 2\n# c\ndelay=5"),
        ("b", "delay=1"),
        ("c", "workers=x"),
        ("d", "workers=0"),
        ("e", "wrokers=1"),
        ("f", "zip=1"),
        ("g", "\n??"),
    ] {
        match load(n, t) {
            Ok(s) => println!("{n}: {s:?}"),
            Err(e) => {
                println!("{n}: {e:#}");
                if let Some(c) = e.downcast_ref::<ConfigError>() {
                    println!(
                        "   {} source {}",
                        matches!(c, ConfigError::Number { line: 1.., .. } | ConfigError::Io(_)),
                        c.source().map_or("-".into(), |s| s.to_string())
                    );
                }
            }
        }
    }
    let s = load("a", "workers=2")?;
    let sem = Arc::new(Semaphore::new(s.workers.into()));
    let mut set = JoinSet::new();
    for id in 1..=5 {
        set.spawn(job(id, sem.clone(), s));
    }
    let mut ok = vec![];
    while let Some(r) = set.join_next().await {
        match r? {
            Ok((id, t)) => ok.push(format!("{id}:{}ms", t.as_millis())),
            Err(e) => println!("{e} | {:?}", e.chain().map(|c| c.to_string()).collect::<Vec<_>>()),
        }
    }
    println!("{ok:?} {}", sem.available_permits());
    let e = job(3, sem, s).await.unwrap_err();
    println!("{:?} {}", e.root_cause().to_string(), e.is::<Opaque>());
    let r: Result<u8> = "300".parse::<u8>().map_err(Into::into);
    println!("{}", r.as_ref().unwrap_err());
    let opt: Option<&str> = None;
    println!("{}", opt.context("nothing there").unwrap_err());
    let e2 = Err::<(), _>(io::Error::other("low")).context("mid").context("top").unwrap_err();
    println!("{e2} / {e2:#}");
    println!("{e2:?}");
    let mut rng = StdRng::seed_from_u64(7);
    let mut v: Vec<u8> = (0..20).collect();
    v.shuffle(&mut rng);
    v.sort();
    println!("{} {:?}", v.len(), pick(&mut rng, &v));
    Err(e2.context("done"))
}
