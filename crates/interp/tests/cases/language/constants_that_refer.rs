//! Constants that refer to closures and to values that are made in passing.

type Test = fn(i32) -> bool;
const TESTS: &[(&str, Test)] = &[("even", |n| n % 2 == 0), ("small", |n| n < 10), ("negative", i32::is_negative)];
static STEPS: &[&(dyn Fn(i32) -> i32 + Sync)] = &[&|n| n + 1, &|n| n * n];

#[derive(Debug, PartialEq)]
struct Planet {
    name: &'static str,
    moons: &'static [&'static Planet],
}

impl Planet {
    const ALL: &'static [&'static Planet] =
        &[&Planet { name: "venus", moons: &[] }, &Planet { name: "earth", moons: &[&Planet { name: "moon", moons: &[] }] }];
}

trait Shape {
    const CORNERS: &'static [fn(f64) -> f64];
}

struct Square;

impl Shape for Square {
    const CORNERS: &'static [fn(f64) -> f64] = &[|x| x, |x| -x];
}

fn main() {
    for n in [4, 12, -3] {
        let names: Vec<_> = TESTS.iter().filter(|(_, test)| test(n)).map(|(name, _)| *name).collect();
        println!("{n}: {names:?}");
    }
    println!("{:?} {}", TESTS.iter().position(|(name, _)| *name == "small"), TESTS[0].0);
    println!("{}", STEPS.iter().fold(3, |n, step| step(n)));
    for planet in Planet::ALL {
        println!("{} {:?}", planet.name, planet.moons);
    }
    println!("{} {:?}", Planet::ALL[0] == Planet::ALL[1], Square::CORNERS.iter().map(|f| f(2.5)).collect::<Vec<_>>());
}
