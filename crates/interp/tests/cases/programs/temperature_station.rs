// The kind of program that ends a course: structs, traits, modules, iterators, errors and tests in main.
mod sensors {
    use super::units::{Celsius, Temperature};
    use std::collections::HashMap;

    pub trait Sensor {
        fn id(&self) -> &str;
        fn read(&mut self) -> Option<Celsius>;
        fn history(&self) -> &[Celsius];
    }

    pub struct Recorded {
        id: String,
        readings: std::vec::IntoIter<f64>,
        seen: Vec<Celsius>,
    }

    impl Recorded {
        pub fn new<I>(id: &str, readings: I) -> Self
        where
            I: IntoIterator,
            I::Item: Into<f64>,
        {
            let readings: Vec<f64> = readings.into_iter().map(Into::into).collect();
            Recorded { id: id.to_string(), readings: readings.into_iter(), seen: Vec::new() }
        }
    }

    impl Sensor for Recorded {
        fn id(&self) -> &str {
            &self.id
        }
        fn read(&mut self) -> Option<Celsius> {
            let value = Celsius(self.readings.next()?);
            self.seen.push(value);
            Some(value)
        }
        fn history(&self) -> &[Celsius] {
            self.seen.as_slice()
        }
    }

    /// Smooths what another sensor reads.
    pub struct Smoothed<S> {
        inner: S,
        window: usize,
        values: Vec<Celsius>,
    }

    impl<S: Sensor> Smoothed<S> {
        pub fn over(window: usize, inner: S) -> Self {
            assert!(window > 0);
            Self { inner, window, values: Vec::new() }
        }
    }

    impl<S: Sensor> Sensor for Smoothed<S> {
        fn id(&self) -> &str {
            self.inner.id()
        }
        fn read(&mut self) -> Option<Celsius> {
            self.inner.read()?;
            let recent = self.inner.history();
            let recent = &recent[recent.len().saturating_sub(self.window)..];
            let mean = Celsius::mean(recent.iter().copied())?;
            self.values.push(mean);
            self.values.last().copied()
        }
        fn history(&self) -> &[Celsius] {
            &self.values
        }
    }

    impl<S: Sensor + ?Sized> Sensor for Box<S> {
        fn id(&self) -> &str {
            (**self).id()
        }
        fn read(&mut self) -> Option<Celsius> {
            self.as_mut().read()
        }
        fn history(&self) -> &[Celsius] {
            self.as_ref().history()
        }
    }

    #[derive(Default)]
    pub struct Station<'a> {
        sensors: Vec<Box<dyn Sensor + 'a>>,
        alarms: HashMap<String, Vec<(f64, &'a dyn Fn(&str, Celsius))>>,
    }

    impl<'a> Station<'a> {
        pub fn add(&mut self, sensor: impl Sensor + 'a) -> &mut Self {
            self.sensors.push(Box::new(sensor));
            self
        }

        pub fn alarm(&mut self, id: impl AsRef<str>, above: f64, action: &'a dyn Fn(&str, Celsius)) {
            self.alarms.entry(id.as_ref().to_string()).or_default().push((above, action));
        }

        pub fn tick(&mut self) -> usize {
            let mut read = 0;
            for sensor in self.sensors.iter_mut() {
                if let Some(t) = sensor.read() {
                    read += 1;
                    let alarms = self.alarms.get(sensor.id()).into_iter().flatten();
                    alarms.filter(|(limit, _)| t.degrees() > *limit).for_each(|(_, action)| action(sensor.id(), t));
                }
            }
            read
        }

        pub fn by_id(&self, id: &str) -> Option<&(dyn Sensor + 'a)> {
            self.sensors.iter().find(|s| s.id() == id).map(|s| s.as_ref())
        }

        pub fn ids(&self) -> impl Iterator<Item = &str> + use<'_> {
            self.sensors.iter().map(|s| s.id())
        }
    }
}

mod units {
    use std::fmt;

    pub trait Temperature: Copy + Into<Celsius> + From<Celsius> + fmt::Display {
        const SYMBOL: &'static str;
        fn degrees(self) -> f64;

        fn convert<T: Temperature>(self) -> T {
            let c: Celsius = self.into();
            T::from(c)
        }

        fn mean(values: impl Iterator<Item = Self>) -> Option<Self> {
            let (n, sum) = values.fold((0, 0.0), |(n, sum), t| (n + 1, sum + Into::<Celsius>::into(t).0));
            (n > 0).then(|| Celsius(sum / f64::from(n)).into())
        }
    }

    #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
    pub struct Celsius(pub f64);
    #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
    pub struct Fahrenheit(pub f64);
    #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
    pub struct Kelvin(pub f64);

    macro_rules! temperature {
        ($name:ident, $symbol:literal, $from:expr, $to:expr) => {
            impl From<$name> for Celsius {
                fn from(t: $name) -> Celsius {
                    let f: fn(f64) -> f64 = $from;
                    Celsius(f(t.0))
                }
            }
            impl From<Celsius> for $name {
                fn from(c: Celsius) -> $name {
                    $name(($to)(c.0))
                }
            }
            temperature!(@common $name, $symbol);
        };
        (@common $name:ident, $symbol:literal) => {
            impl Temperature for $name {
                const SYMBOL: &'static str = $symbol;
                fn degrees(self) -> f64 {
                    self.0
                }
            }
            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    if let Some(precision) = f.precision() {
                        write!(f, "{:.*}{}", precision, self.0, Self::SYMBOL)
                    } else {
                        write!(f, "{}{}", self.0, <$name as Temperature>::SYMBOL)
                    }
                }
            }
        };
    }
    temperature!(@common Celsius, "°C");
    temperature!(Fahrenheit, "°F", |f| (f - 32.0) / 1.8, |c: f64| c * 1.8 + 32.0);
    temperature!(Kelvin, "K", |k| k - 273.15, |c: f64| c + 273.15);
}

use sensors::{Recorded, Sensor, Smoothed, Station};
use std::cell::RefCell;
use units::*;

fn summary<T: Temperature>(values: &[T]) -> Option<(T, T, T)>
where
    T: PartialOrd,
{
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).expect("no NaN"));
    match sorted.as_slice() {
        [] => None,
        [only] => Some((*only, *only, *only)),
        [min, .., max] => Some((*min, sorted[sorted.len() / 2], *max)),
    }
}

fn chart(values: &[Celsius], height: usize) -> Vec<String> {
    let (lo, hi) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), t| (lo.min(t.0), hi.max(t.0)));
    let scale = |t: &Celsius| ((t.0 - lo) / (hi - lo).max(f64::EPSILON) * (height - 1) as f64).round() as usize;
    (0..height).rev().map(|row| values.iter().map(|t| if scale(t) >= row { '█' } else { '·' }).collect()).collect()
}

fn main() {
    let log = RefCell::new(Vec::new());
    let shout = |id: &str, t: Celsius| log.borrow_mut().push(format!("{id} at {t:.1}!"));
    let quiet = |_: &str, t: Celsius| log.borrow_mut().push(format!("({:.0})", t.convert::<Fahrenheit>()));
    let mut station = Station::default();
    station
        .add(Recorded::new("cellar", [12.0f32, 12.5, 11.75]))
        .add(Smoothed::over(3, Recorded::new("roof", vec![20i32, 35, 38, 41, 22, 10])))
        .add(Box::new(Recorded::new("oven", [180.0, 220.0])) as Box<dyn Sensor>);
    station.alarm("roof", 30.0, &shout);
    station.alarm(String::from("oven"), 200.0, &shout);
    station.alarm("oven", 100.0, &quiet);
    let mut ticks = vec![];
    loop {
        match station.tick() {
            0 => break,
            n => ticks.push(n),
        }
    }
    println!("{ticks:?}");
    for id in station.ids() {
        let sensor = station.by_id(id).unwrap();
        if let Some((min, median, max)) = summary(sensor.history()) {
            println!("{id:>7}: {min:.1} / {median:.1} / {max:.1} over {}", sensor.history().len());
        }
    }
    println!("{}", log.borrow().join(" "));
    for line in chart(station.by_id("roof").map_or(&[], |s| s.history()), 4) {
        println!("{line}");
    }
    println!("{} {:.2} {}", Celsius(100.0).convert::<Kelvin>(), Fahrenheit(-40.0).convert::<Celsius>(), Kelvin(0.0).convert::<Fahrenheit>().degrees() < -459.0);
    println!("{:?} {:?}", Fahrenheit::mean([Fahrenheit(50.0), Fahrenheit(68.0)].into_iter()), summary::<Kelvin>(&[]));
    println!("{}", station.by_id("attic").is_none());
}
