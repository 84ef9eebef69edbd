// Rust by Example's and bloggers' staples in one: map-reduce by threads, process-like pipelines with io, text reports, options, matrices.
use std::collections::{BTreeMap, HashMap, LinkedList};
use std::error::Error;
use std::fmt::{Binary, Display, LowerHex, Write as FmtWrite};
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::ops::{AddAssign, Bound, ControlFlow, RangeBounds};
use std::sync::mpsc::{channel, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

fn digits_by_threads(data: &str, parts: usize) -> (Vec<u32>, u32) {
    let words: Vec<&str> = data.split_whitespace().collect();
    let size = words.len().div_ceil(parts);
    thread::scope(|scope| {
        let handles: Vec<_> = words.chunks(size).map(|chunk| scope.spawn(move || chunk.iter().flat_map(|w| w.chars()).map(|c| c.to_digit(10).expect("should be a digit")).sum::<u32>())).collect();
        let sums: Vec<u32> = handles.into_iter().map(|h| h.join().unwrap()).collect();
        let total = sums.iter().sum();
        (sums, total)
    })
}

struct Histogram<K> { counts: BTreeMap<K, u64> }
impl<K: Ord + Clone> Histogram<K> {
    fn new() -> Self { Self { counts: BTreeMap::new() } }
    fn in_range(&self, range: impl RangeBounds<K>) -> u64 { self.counts.range(range).map(|(_, n)| n).sum() }
    fn merge(mut self, other: Self) -> Self { for (k, n) in other.counts { self.counts.entry(k).or_default().add_assign(n); } self }
}
impl<K: Ord> Extend<K> for Histogram<K> { fn extend<T: IntoIterator<Item = K>>(&mut self, iter: T) { for k in iter { *self.counts.entry(k).or_insert(0) += 1; } } }

fn report(out: &mut impl Write, rows: &[(&str, f64, Option<i32>)]) -> io::Result<usize> {
    let width = rows.iter().map(|(n, ..)| n.len()).max().unwrap_or_default();
    let mut written = 0;
    for &(name, value, rank) in rows {
        let rank = rank.map_or_else(|| String::from("-"), |r| format!("{r:+}"));
        writeln!(out, "{name:>width$} | {value:<8.prec$} | {rank:^5}|", prec = name.len().min(3))?;
        written += 1;
    }
    out.flush()?;
    Ok(written)
}

fn read_records<R: BufRead>(reader: R) -> Result<Vec<(String, i64)>, Box<dyn Error>> {
    let mut records = Vec::new();
    for (number, line) in reader.lines().enumerate() {
        let line = line?;
        let line = line.split('#').next().unwrap().trim();
        if line.is_empty() { continue; }
        let (key, value) = line.split_once('=').ok_or_else(|| format!("line {}: no `=` in {line:?}", number + 1))?;
        records.push((key.trim().to_lowercase(), value.trim().parse().map_err(|e| format!("line {}: {e}", number + 1))?));
    }
    Ok(records)
}

fn show_all<T>(value: T) -> String where T: Display + Binary + LowerHex + Copy {
    let mut s = String::new();
    write!(s, "{value} {value:#b} {value:#06x} {value:>+5}").unwrap();
    s
}
fn first_even_square(items: &[i32]) -> ControlFlow<i32, usize> { items.iter().try_fold(0, |n, &x| if x % 2 == 0 { ControlFlow::Break(x * x) } else { ControlFlow::Continue(n + 1) }) }
fn config() -> &'static HashMap<&'static str, u16> { static CONFIG: OnceLock<HashMap<&'static str, u16>> = OnceLock::new(); CONFIG.get_or_init(|| [("port", 80), ("limit", 0o17)].into_iter().collect()) }

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:?}", digits_by_threads("86967897737416471853297327050364959 11861322575564723963297542624962850 70856234701860851907960690014725639", 2));
    let text = "it was the best of times it was the worst of times";
    let (tx, rx) = channel();
    for half in [&text[..25], &text[25..]] { let tx = tx.clone(); let words: Vec<String> = half.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect(); thread::spawn(move || { let mut h = Histogram::new(); h.extend(words); tx.send(h).unwrap(); }); }
    drop(tx);
    let merged = rx.into_iter().reduce(Histogram::merge).unwrap();
    println!("{:?} {} {}", merged.counts.iter().filter(|(_, n)| **n > 1).collect::<Vec<_>>(), merged.in_range("o".to_string()..="the".to_string()), merged.in_range((Bound::Excluded("best".to_string()), Bound::Unbounded)));
    let mut buffer = BufWriter::new(Vec::new());
    let n = report(&mut buffer, &[("pi", 3.14159, Some(1)), ("e", 2.71828, None), ("minus", -0.5, Some(-12))])?;
    print!("{}{n}\n", String::from_utf8(buffer.into_inner()?)?);
    println!("{:?}", read_records(Cursor::new("A = 1 # one\n\n b=-2"))?);
    for bad in ["x", "a=1\nb=zz"] { println!("{}", read_records(BufReader::new(bad.as_bytes())).unwrap_err()); }
    let mut cursor = Cursor::new(vec![0u8; 4]);
    cursor.seek(SeekFrom::Start(2))?;
    cursor.write_all(&[7, 8, 9])?;
    cursor.seek(SeekFrom::End(-2))?;
    let mut two = [0; 2];
    cursor.read_exact(&mut two)?;
    println!("{two:?} {:?} {}", cursor.get_ref(), cursor.position());
    let mut rest = &b"header:body and more"[..];
    let mut head = Vec::new();
    rest.read_until(b':', &mut head)?;
    let mut four = [0u8; 4];
    rest.read_exact(&mut four)?;
    let mut tail = String::new();
    rest.read_to_string(&mut tail)?;
    println!("{:?} {:?} {tail:?} {}", String::from_utf8_lossy(&head), std::str::from_utf8(&four)?, rest.len());
    println!("{:?}", (&b"ab"[..]).read_exact(&mut four).map_err(|e| (e.kind(), e.to_string())));
    println!("{}\n{}", show_all(10u8), show_all(-3i16));
    println!("{:?} {:?}", first_even_square(&[1, 3, 4]), first_even_square(&[1, 3]));
    println!("{:?} {}", config().get("limit"), std::ptr::eq(config(), config()));
    let (tx, rx) = sync_channel(0);
    let squares = thread::spawn(move || rx.iter().map(|n: u64| n.pow(2)).collect::<LinkedList<_>>());
    for n in 1..=4 { tx.send(n)?; }
    drop(tx);
    let mut list = squares.join().map_err(|_| "thread failed")?;
    list.push_front(0);
    println!("{list:?} {:?}", list.split_off(3));
    let data = Arc::new((1..=1000).collect::<Vec<u64>>());
    let sums: Vec<u64> = (0..4).map(|i| { let data = Arc::clone(&data); thread::spawn(move || data.iter().skip(i).step_by(4).sum::<u64>()) }).map(|h| h.join().unwrap()).collect();
    println!("{sums:?} {}", sums.iter().sum::<u64>() == data.iter().sum::<u64>());
    let transposed = { let m = [[1, 2, 3], [4, 5, 6]]; let mut t = [[0; 2]; 3]; for (i, row) in m.iter().enumerate() { for (j, &x) in row.iter().enumerate() { t[j][i] = x; } } t };
    println!("{transposed:?} {:?}", transposed.concat().iter().rev().skip_while(|x| **x > 3).collect::<Vec<_>>());
    println!("{:?} {:?}", Duration::from_secs_f64(1.5).checked_sub(Duration::from_millis(1600)), Duration::from_millis(1500).saturating_mul(3).as_secs_f32());
    println!("{:?}", "a1b22c".split(|c: char| c.is_ascii_digit()).filter(|s| !s.is_empty()).collect::<Vec<_>>());
    Ok(())
}
