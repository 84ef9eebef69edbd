// Sensors, aggregation and alarms: several producers, a watchdog, percentiles.
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Display};
use std::iter::Peekable;
use std::ops::RangeInclusive;
use tokio::sync::{mpsc, watch};
use tokio::time::{interval, sleep, timeout, Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Unit {
    Celsius(f64),
    Percent(f32),
    Count(i64),
}

impl Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let precision = f.precision().unwrap_or(1);
        match self {
            Unit::Celsius(c) => write!(f, "{c:+.precision$}°C"),
            Unit::Percent(p) => write!(f, "{:.*}%", precision, p * 100.0),
            Unit::Count(n) => write!(f, "{n}"),
        }
    }
}

#[derive(Debug, Clone)]
struct Reading<'a> {
    sensor: &'a str,
    at: Duration,
    value: Unit,
}

#[derive(Debug, Default)]
struct Window<const N: usize> {
    values: VecDeque<f64>,
}

impl<const N: usize> Window<N> {
    fn push(&mut self, v: f64) -> Option<f64> {
        let evicted = if self.values.len() == N { self.values.pop_front() } else { None };
        self.values.push_back(v);
        evicted
    }
    fn mean(&self) -> f64 {
        self.values.iter().sum::<f64>() / self.values.len().max(1) as f64
    }
    fn percentile(&self, p: u8) -> Option<f64> {
        let mut sorted: Vec<f64> = self.values.iter().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let rank = (f64::from(p) / 100.0 * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.checked_sub(1)?).copied()
    }
    fn trend(&self) -> &'static str {
        let up = self.values.iter().zip(self.values.iter().skip(1)).filter(|(a, b)| b > a).count();
        let all = self.values.len().saturating_sub(1);
        match (up, all) {
            (_, 0) => "flat",
            (u, a) if u == a => "rising",
            (0, _) => "falling",
            _ => "mixed",
        }
    }
}

fn groups<I, K, F>(iter: I, key: F) -> impl Iterator<Item = (K, Vec<I::Item>)>
where
    I: IntoIterator,
    K: PartialEq,
    F: Fn(&I::Item) -> K,
{
    struct Groups<I: Iterator, F>(Peekable<I>, F);
    impl<I: Iterator, K: PartialEq, F: Fn(&I::Item) -> K> Iterator for Groups<I, F> {
        type Item = (K, Vec<I::Item>);
        fn next(&mut self) -> Option<Self::Item> {
            let first = self.0.next()?;
            let key = (self.1)(&first);
            let mut group = vec![first];
            while let Some(item) = self.0.next_if(|it| (self.1)(it) == key) {
                group.push(item);
            }
            Some((key, group))
        }
    }
    Groups(iter.into_iter().peekable(), key)
}

const COMFORT: RangeInclusive<f64> = 18.0..=24.0;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel::<Reading<'static>>(4);
    let (alarm, mut alarms) = watch::channel(None::<String>);

    let thermometer = tx.clone();
    tokio::spawn(async move {
        let mut every = interval(Duration::from_millis(100));
        for step in 0..8i32 {
            every.tick().await;
            let value = Unit::Celsius(17.0 + f64::from((step - 3).pow(2)));
            if thermometer.send(Reading { sensor: "hall", at: start.elapsed(), value }).await.is_err() {
                return;
            }
        }
    });
    let humidity = tx.clone();
    tokio::spawn(async move {
        for (i, ms) in [30u64, 250, 90, 400].into_iter().enumerate() {
            sleep(Duration::from_millis(ms)).await;
            let _ = humidity.send(Reading { sensor: "bath", at: start.elapsed(), value: Unit::Percent(0.4 + i as f32 / 8.0) }).await;
        }
        humidity.send(Reading { sensor: "door", at: start.elapsed(), value: Unit::Count(-3) }).await.ok();
    });
    drop(tx);

    let watcher = tokio::spawn(async move {
        let mut heard = vec![];
        while alarms.changed().await.is_ok() {
            if let Some(text) = alarms.borrow_and_update().as_deref() {
                heard.push(text.to_uppercase());
            }
        }
        heard
    });

    let mut window = Window::<4>::default();
    let mut all: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
    let mut order = String::new();
    loop {
        match timeout(Duration::from_millis(500), rx.recv()).await {
            Ok(Some(reading)) => {
                order += &reading.sensor[..1];
                if let Reading { value: Unit::Celsius(c), at, .. } = reading {
                    if let Some(old) = window.push(c) {
                        println!("{:>4} {c} replaces {old}, mean {:.2} p50 {:?} {}", at.as_millis(), window.mean(), window.percentile(50), window.trend());
                    }
                    let send = !COMFORT.contains(&c);
                    alarm.send_if_modified(|it| {
                        let new = send.then(|| format!("{c:.0} is out of {}..{}", COMFORT.start(), COMFORT.end()));
                        std::mem::replace(it, new.clone()) != new
                    });
                }
                all.entry(reading.sensor).or_default().push(reading);
            }
            Ok(None) => break println!("all sensors are gone"),
            Err(elapsed) => println!("{elapsed}"),
        }
    }
    drop(alarm);
    println!("{:?}", watcher.await.unwrap());
    println!("{}", groups(order.chars(), |c| *c).map(|(c, g)| format!("{c}{}", g.len())).collect::<String>());
    for (sensor, readings) in &all {
        let shown: Vec<_> = readings.iter().map(|r| format!("{}", r.value)).collect();
        let max = readings.iter().map(|r| r.value).reduce(|a, b| if b > a { b } else { a });
        println!("{sensor:<5} {} max {:.3}", shown.join(" "), max.unwrap());
    }
    println!("{:?} {}", Window::<2>::default().percentile(0), Window::<2>::default().mean());
}
