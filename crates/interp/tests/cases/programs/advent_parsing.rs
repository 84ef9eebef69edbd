// Advent of Code in spirit: parsing and simulation.
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::error::Error;
use std::iter;
use std::num::ParseIntError;
use std::ops::RangeInclusive;
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq)]
enum Operand { Old, Num(u64) }
#[derive(Debug, Clone)]
struct Monkey { items: VecDeque<u64>, op: (char, Operand), test: u64, to: [usize; 2], seen: usize }
impl FromStr for Monkey {
    type Err = Box<dyn Error>;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let lines: Vec<&str> = s.lines().skip(1).map(str::trim).collect();
        let &[items, op, test, yes, no] = lines.as_slice() else { return Err(format!("{} lines", lines.len()).into()) };
        let last = |l: &str| l.rsplit(' ').next().map(str::parse::<u64>).unwrap_or(Ok(0));
        let items = items.trim_start_matches(|c: char| !c.is_numeric()).split(", ").map(|n| n.parse()).collect::<Result<_, ParseIntError>>()?;
        let mut op = op.strip_prefix("Operation: new = old ").ok_or("no operation")?.splitn(2, ' ');
        let (sign, rhs) = op.next().zip(op.next()).ok_or_else(|| "no operator".to_string())?;
        let rhs = if rhs == "old" { Operand::Old } else { Operand::Num(rhs.parse()?) };
        Ok(Monkey { items, op: (sign.chars().next().unwrap(), rhs), test: last(test)?, to: [last(no)? as usize, last(yes)? as usize], seen: 0 })
    }
}
fn business(mut monkeys: Vec<Monkey>, rounds: usize, relief: bool) -> usize {
    let modulus: u64 = monkeys.iter().map(|m| m.test).product();
    for i in iter::repeat(0..monkeys.len()).take(rounds).flatten() {
        while let Some(old) = monkeys[i].items.pop_front() {
            let m = &mut monkeys[i];
            m.seen += 1;
            let n = match &m.op { ('+', Operand::Num(n)) => old + n, ('*', Operand::Num(n)) => old * n, ('*', Operand::Old) => old * old, other => unimplemented!("{other:?}") };
            let n = if relief { n / 3 % modulus } else { n % modulus };
            let to = m.to[usize::from(n % m.test == 0)];
            monkeys[to].items.push_back(n);
        }
    }
    let mut seen: Vec<_> = monkeys.into_iter().map(|m| m.seen).collect();
    seen.sort_unstable_by(|a, b| b.cmp(a));
    seen.iter().take(2).product()
}

fn crates(input: &str) -> Option<(String, String)> {
    let (drawing, moves) = input.split_once("\n\n")?;
    let mut rows = drawing.lines().rev();
    let n = rows.next()?.split_ascii_whitespace().last()?.parse().ok()?;
    let mut stacks: Vec<Vec<char>> = vec![vec![]; n];
    for row in rows { for (i, c) in row.chars().skip(1).step_by(4).enumerate().filter(|(_, c)| c.is_alphabetic()) { stacks[i].push(c); } }
    let mut lifted = stacks.clone();
    for line in moves.lines() {
        let nums: Vec<usize> = line.split(' ').filter_map(|w| w.parse().ok()).collect();
        let [count, from, to] = nums[..] else { continue };
        for _ in 0..count { let c = stacks[from - 1].pop()?; stacks[to - 1].push(c); }
        let at = lifted[from - 1].len().checked_sub(count)?;
        let moved = lifted[from - 1].split_off(at);
        lifted[to - 1].extend(moved);
    }
    let tops = |s: &[Vec<char>]| s.iter().filter_map(|s| s.last()).collect::<String>();
    Some((tops(&stacks), tops(&lifted)))
}

#[derive(Debug, Default)]
struct Dir<'a> { files: BTreeMap<&'a str, u32>, dirs: BTreeMap<&'a str, Dir<'a>> }
impl<'a> Dir<'a> {
    fn parse(log: &'a str) -> Self {
        let (mut root, mut path) = (Dir::default(), Vec::new());
        for line in log.lines() {
            match line.split(' ').collect::<Vec<_>>()[..] {
                ["$", "cd", "/"] => path.clear(),
                ["$", "cd", ".."] => drop(path.pop()),
                ["$", "cd", dir] => path.push(dir),
                ["$", _] | ["dir", ..] => {}
                [size, name] => { path.iter().fold(&mut root, |d, p| d.dirs.entry(p).or_default()).files.insert(name, size.parse().unwrap()); }
                _ => panic!("what is {line:?}?"),
            }
        }
        root
    }
    fn sizes(&self, out: &mut Vec<u32>) -> u32 {
        let total = self.files.values().sum::<u32>() + self.dirs.values().map(|d| d.sizes(out)).sum::<u32>();
        out.push(total);
        total
    }
}

fn snafu(s: &str) -> i64 { s.bytes().fold(0, |n, b| n * 5 + "=-012".find(b as char).map_or(0, |i| i as i64 - 2)) }
fn to_snafu(mut n: i64) -> String {
    let mut digits = Vec::new();
    while n != 0 { let r = (n + 2).rem_euclid(5) - 2; digits.push(['=', '-', '0', '1', '2'][(r + 2) as usize]); n = (n - r) / 5; }
    digits.iter().rev().collect()
}
fn marker(s: &str, n: usize) -> Option<usize> { s.as_bytes().windows(n).position(|w| w.iter().collect::<HashSet<_>>().len() == n).map(|i| i + n) }
fn overlap(line: &str) -> Option<(bool, bool)> {
    let mut r = line.split(',').map(|p| { let (a, b) = p.split_once('-')?; Some::<RangeInclusive<u8>>(a.parse().ok()?..=b.parse().ok()?) });
    let (a, b) = (r.next()??, r.next()??);
    Some((a.contains(b.start()) && a.contains(b.end()) || b.contains(a.start()) && b.contains(a.end()), a.start() <= b.end() && b.start() <= a.end()))
}
#[derive(Debug, PartialEq, Eq, Clone)]
enum Packet { Int(u8), List(Vec<Packet>) }
impl Packet {
    fn parse(s: &mut std::iter::Peekable<std::str::Bytes<'_>>) -> Packet {
        match s.next() {
            Some(b'[') => { let mut v = vec![]; loop { match s.peek() { Some(b']') => { s.next(); break Packet::List(v) } Some(b',') => { s.next(); } _ => v.push(Packet::parse(s)) } } }
            Some(d) => Packet::Int(iter::from_fn(|| s.next_if(u8::is_ascii_digit)).fold(d - b'0', |n, d| n * 10 + (d - b'0'))),
            None => panic!("end of packet"),
        }
    }
}
impl Ord for Packet {
    fn cmp(&self, o: &Self) -> std::cmp::Ordering {
        match (self, o) { (Self::Int(a), Self::Int(b)) => a.cmp(b), (Self::List(a), Self::List(b)) => a.cmp(b), (Self::Int(_), Self::List(b)) => std::slice::from_ref(self).cmp(b), (Self::List(a), Self::Int(_)) => a.as_slice().cmp(&[o.clone()]) }
    }
}
impl PartialOrd for Packet { fn partial_cmp(&self, o: &Self) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } }
fn crt(program: &str) -> (i32, String) {
    let xs: Vec<i32> = program.split_whitespace().scan(1, |x, w| { let now = *x; *x += w.parse().unwrap_or(0); Some(now) }).collect();
    let strength = [5, 10, 15].iter().map(|&c| xs.get(c - 1).map_or(0, |x| x * c as i32)).sum();
    let screen = (0..12).zip(&xs).map(|(c, x)| if (c % 6 - x).abs() <= 1 { '#' } else { '.' }).collect::<Vec<_>>().chunks(6).map(|r| r.iter().collect::<String>()).collect::<Vec<_>>().join("/");
    (strength, screen)
}

fn main() -> Result<(), Box<dyn Error>> {
    let notes = "Monkey 0:
  Starting items: 79, 98
  Operation: new = old * 19
  Test: divisible by 23
    If true: throw to monkey 2
    If false: throw to monkey 1

Monkey 1:
  Starting items: 54, 65, 75, 74
  Operation: new = old + 6
  Test: divisible by 19
    If true: throw to monkey 2
    If false: throw to monkey 0

Monkey 2:
  Starting items: 79, 60, 97
  Operation: new = old * old
  Test: divisible by 13
    If true: throw to monkey 1
    If false: throw to monkey 0";
    let monkeys = notes.split("\n\n").map(str::parse).collect::<Result<Vec<Monkey>, _>>()?;
    println!("{} {}", business(monkeys.clone(), 20, true), business(monkeys, 200, false));
    println!("{:?}", "Monkey\na\n1".parse::<Monkey>().map_err(|e| e.to_string()).err());
    println!("{:?}", crates("    [D]    \n[N] [C]    \n[Z] [M] [P]\n 1   2   3 \n\nmove 1 from 2 to 1\nmove 3 from 1 to 3\nmove 2 from 2 to 1\nmove 1 from 1 to 2"));
    let root = Dir::parse("$ cd /\n$ ls\ndir a\n14 b.txt\n85 c.dat\n$ cd a\n$ ls\ndir e\n29 f\n$ cd e\n$ ls\n5 i\n$ cd ..\n$ cd ..\n$ cd d\n$ ls\n40 j");
    let mut sizes = vec![];
    println!("{} {:?} {:?}", root.sizes(&mut sizes), sizes, root.dirs["a"].dirs.keys());
    println!("{:?} {:?}", ["1=-0-2", "12111", "2=0="].map(snafu), [1747, 10, 314159265].map(to_snafu));
    println!("{:?} {:?}", marker("mjqjpqmgbljsphdztnvjfqwrcgsmlb", 4), marker("aabb", 3));
    println!("{:?}", ["2-4,6-8", "2-8,3-7", "5-7,7-9", "x-1,2-3"].iter().map(|l| overlap(l)).collect::<Vec<_>>());
    let mut packets: Vec<Packet> = ["[1,[2,[3]],4]", "[[10]]", "[]", "[1,1,5]", "[[],[]]", "[[2]]"].iter().map(|s| Packet::parse(&mut s.bytes().peekable())).collect();
    packets.sort();
    println!("{:?} {:?}", packets[4], packets.iter().map(|p| match p { Packet::List(l) => l.len(), _ => 0 }).collect::<Vec<_>>());
    println!("{:?} {:?}", packets.binary_search(&Packet::List(vec![Packet::List(vec![Packet::Int(2)])])), packets[0].partial_cmp(&packets[1]));
    println!("{:?}", crt("noop addx 3 addx -5 noop addx 2 addx 1 noop addx -1 addx 4"));
    let scores: HashMap<&str, u32> = "A X 4|B Y 5|C Z 6".split('|').filter_map(|l| l.rsplit_once(' ')).map(|(k, v)| Ok::<_, ParseIntError>((k, v.parse()?))).collect::<Result<_, _>>()?;
    println!("{}", scores.values().sum::<u32>() + scores["B Y"]);
    Ok(())
}
