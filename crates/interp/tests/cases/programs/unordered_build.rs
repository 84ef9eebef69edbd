// FuturesUnordered as a little build system: run what is ready, then what depends on it.
use futures::stream::{FuturesOrdered, FuturesUnordered, StreamExt};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::{self, Display};
use tokio::time::{sleep, Duration, Instant};

#[derive(Debug, Clone)]
struct Rule<'a> {
    target: &'a str,
    deps: Vec<&'a str>,
    cost: u64,
}

impl<'a> TryFrom<&'a str> for Rule<'a> {
    type Error = BuildError<'a>;
    fn try_from(line: &'a str) -> Result<Self, BuildError<'a>> {
        let syntax = |what| BuildError::Syntax { line, what };
        let (target, rest) = line.split_once(':').ok_or(syntax("no colon"))?;
        let (deps, cost) = match rest.rsplit_once('@') {
            Some((deps, cost)) => (deps, cost.trim().parse().map_err(|_| syntax("bad cost"))?),
            None => (rest, 1),
        };
        let target = target.trim();
        if target.is_empty() || target.contains(char::is_whitespace) {
            return Err(syntax("bad target"));
        }
        Ok(Rule { target, deps: deps.split_ascii_whitespace().collect(), cost })
    }
}

#[derive(Debug, PartialEq)]
enum BuildError<'a> {
    Syntax { line: &'a str, what: &'static str },
    Unknown { target: &'a str, wanted_by: &'a str },
    Cycle(Vec<&'a str>),
}
impl Display for BuildError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { line, what } => write!(f, "{what} in `{line}`"),
            Self::Unknown { target, wanted_by } => write!(f, "{wanted_by} wants {target}, which nobody makes"),
            Self::Cycle(path) => write!(f, "cycle: {}", path.join(" -> ")),
        }
    }
}

struct Plan<'a> {
    rules: BTreeMap<&'a str, Rule<'a>>,
}

impl<'a> Plan<'a> {
    fn parse(text: &'a str) -> Result<Self, BuildError<'a>> {
        let rules = text
            .lines()
            .map(|l| l.split('#').next().unwrap_or_default().trim())
            .filter(|l| !l.is_empty())
            .map(|l| Rule::try_from(l).map(|r| (r.target, r)))
            .collect::<Result<BTreeMap<_, _>, _>>()?;
        let plan = Plan { rules };
        for rule in plan.rules.values() {
            if let Some(target) = rule.deps.iter().copied().find(|d| !plan.rules.contains_key(d)) {
                return Err(BuildError::Unknown { target, wanted_by: rule.target });
            }
        }
        let mut done = BTreeSet::new();
        for target in plan.rules.keys() {
            plan.visit(target, &mut vec![], &mut done)?;
        }
        Ok(plan)
    }

    fn visit(&self, target: &'a str, path: &mut Vec<&'a str>, done: &mut BTreeSet<&'a str>) -> Result<(), BuildError<'a>> {
        if done.contains(target) {
            return Ok(());
        }
        if let Some(at) = path.iter().position(|p| *p == target) {
            let mut cycle = path.split_off(at);
            cycle.push(target);
            return Err(BuildError::Cycle(cycle));
        }
        path.push(target);
        for dep in &self.rules[target].deps {
            self.visit(dep, path, done)?;
        }
        path.pop();
        done.insert(target);
        Ok(())
    }

    async fn run(&self, jobs: usize) -> (Duration, Vec<String>) {
        let start = Instant::now();
        let mut waiting: HashMap<&str, usize> = self.rules.values().map(|r| (r.target, r.deps.len())).collect();
        let mut ready: BTreeSet<(std::cmp::Reverse<u64>, &str)> =
            self.rules.values().filter(|r| r.deps.is_empty()).map(|r| (std::cmp::Reverse(r.cost), r.target)).collect();
        let mut running = FuturesUnordered::new();
        let mut log = vec![];
        loop {
            while running.len() < jobs {
                let Some((std::cmp::Reverse(cost), target)) = ready.pop_first() else { break };
                running.push(async move {
                    sleep(Duration::from_millis(cost)).await;
                    target
                });
            }
            let Some(target) = running.next().await else { break };
            log.push(format!("{target}@{}", start.elapsed().as_millis()));
            for rule in self.rules.values().filter(|r| r.deps.contains(&target)) {
                let left = waiting.get_mut(rule.target).expect("known");
                *left -= 1;
                if *left == 0 {
                    ready.insert((std::cmp::Reverse(rule.cost), rule.target));
                }
            }
        }
        (start.elapsed(), log)
    }
}

const MAKEFILE: &str = "
app: main.o util.o gui.o @ 10
main.o: main.c util.h  @30
util.o: util.c util.h @ 20
gui.o: gui.c @ 45   # slow
main.c:
util.c:
util.h: @2
gui.c:
docs: main.c @ 5
";

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for bad in ["a b", "a: b @ x", "x y: z", "a: b", "a: b\nb: c\nc: d\nd: b", "self: self"] {
        match Plan::parse(bad) {
            Ok(_) => println!("fine?"),
            Err(e) => println!("{e}"),
        }
    }
    let plan = Plan::parse(MAKEFILE).unwrap();
    for jobs in [1, 2, 8] {
        let (took, log) = plan.run(jobs).await;
        println!("-j{jobs}: {took:?}\n    {}", log.join(" "));
    }

    let mut ordered: FuturesOrdered<_> = [30u64, 10, 20].into_iter().map(|ms| async move { sleep(Duration::from_millis(ms)).await; ms }).collect();
    println!("{:?}", ordered.next().await);
    let late = |ms| async move { sleep(Duration::from_millis(ms)).await; ms };
    let mut mixed = FuturesOrdered::new();
    mixed.push_back(late(1));
    mixed.push_back(late(2));
    mixed.push_front(late(3));
    println!("{:?} {:?}", mixed.collect::<Vec<_>>().await, ordered.collect::<Vec<_>>().await);
}
