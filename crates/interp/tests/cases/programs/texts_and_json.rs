use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Display, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
#[derive(Debug, Clone, PartialEq)] enum Json { Null, Bool(bool), Num(f64), Str(String), Arr(Vec<Json>), Obj(BTreeMap<String, Json>) }
#[derive(Debug, PartialEq, Eq, Clone)] enum ErrKind { Eof, Unexpected(char), BadNumber(String), BadEscape }
#[derive(Debug, Clone)] struct JsonError { kind: ErrKind, line: usize, col: usize }
impl Display for JsonError { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}:{}: ", self.line, self.col)?; match &self.kind { ErrKind::Eof => f.write_str("unexpected end"), ErrKind::Unexpected(c) => write!(f, "unexpected {c:?}"), ErrKind::BadNumber(s) => write!(f, "bad number `{s}`"), ErrKind::BadEscape => f.write_str("bad escape") } } }
impl std::error::Error for JsonError {}
struct P<'s> { src: &'s [u8], at: usize }
type PResult<T> = std::result::Result<T, JsonError>;
impl<'s> P<'s> {
    fn err<T>(&self, kind: ErrKind) -> PResult<T> { let before = &self.src[..self.at.min(self.src.len())]; let line = before.iter().filter(|&&b| b == b'\n').count() + 1; let col = before.iter().rev().take_while(|b| **b != b'\n').count() + 1; Err(JsonError { kind, line, col }) }
    fn peek(&self) -> Option<u8> { self.src.get(self.at).copied() }
    fn ws(&mut self) { while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) { self.at += 1; } }
    fn expect(&mut self, b: u8) -> PResult<()> { match self.peek() { Some(c) if c == b => { self.at += 1; Ok(()) } Some(c) => self.err(ErrKind::Unexpected(c as char)), None => self.err(ErrKind::Eof) } }
    fn lit(&mut self, s: &str, v: Json) -> PResult<Json> { if self.src[self.at..].starts_with(s.as_bytes()) { self.at += s.len(); Ok(v) } else { self.err(ErrKind::Unexpected(self.src[self.at] as char)) } }
    fn value(&mut self) -> PResult<Json> {
        self.ws();
        let v = match self.peek() {
            None => return self.err(ErrKind::Eof), Some(b'n') => self.lit("null", Json::Null)?, Some(b't') => self.lit("true", Json::Bool(true))?, Some(b'f') => self.lit("false", Json::Bool(false))?,
            Some(b'"') => Json::Str(self.string()?),
            Some(b'[') => { self.at += 1; let mut v = vec![]; self.ws(); if self.peek() == Some(b']') { self.at += 1; } else { loop { v.push(self.value()?); match self.peek() { Some(b',') => self.at += 1, _ => { self.expect(b']')?; break } } } } Json::Arr(v) }
            Some(b'{') => { self.at += 1; let mut m = BTreeMap::new(); self.ws(); if self.peek() != Some(b'}') { loop { self.ws(); let k = self.string()?; self.ws(); self.expect(b':')?; m.insert(k, self.value()?); if self.peek() == Some(b',') { self.at += 1; continue; } break; } } self.expect(b'}')?; Json::Obj(m) }
            Some(b'-' | b'0'..=b'9') => { let start = self.at; while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.peek() { self.at += 1 } let s = std::str::from_utf8(&self.src[start..self.at]).unwrap(); match s.parse() { Ok(n) => Json::Num(n), Err(_) => { let s = s.to_owned(); self.at = start; return self.err(ErrKind::BadNumber(s)); } } }
            Some(c) => return self.err(ErrKind::Unexpected(c.into())),
        };
        self.ws(); Ok(v)
    }
    fn string(&mut self) -> PResult<String> { self.expect(b'"')?; let mut out = Vec::new(); loop { match self.peek() { None => break self.err(ErrKind::Eof), Some(b'"') => { self.at += 1; break Ok(String::from_utf8(out).unwrap_or_default()); } Some(b'\\') => { self.at += 1; let c = match self.peek() { Some(b'n') => '\n', Some(b't') => '\t', Some(c @ (b'"' | b'\\' | b'/')) => c as char, Some(b'u') => { let hex = self.src.get(self.at + 1..self.at + 5).and_then(|h| std::str::from_utf8(h).ok()); self.at += 4; match hex.and_then(|h| u32::from_str_radix(h, 16).ok()).and_then(char::from_u32) { Some(c) => c, None => return self.err(ErrKind::BadEscape) } } _ => return self.err(ErrKind::BadEscape) }; self.at += 1; let mut buf = [0; 4]; out.extend_from_slice(c.encode_utf8(&mut buf).as_bytes()); } Some(b) => { out.push(b); self.at += 1 } } } }
}
impl FromStr for Json { type Err = JsonError; fn from_str(s: &str) -> PResult<Self> { let mut p = P { src: s.as_bytes(), at: 0 }; let v = p.value()?; match p.peek() { None => Ok(v), Some(c) => p.err(ErrKind::Unexpected(char::from(c))) } } }
impl Display for Json { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fn go(j: &Json, f: &mut fmt::Formatter<'_>, ind: Option<usize>) -> fmt::Result { let nl = |f: &mut fmt::Formatter<'_>, n: usize| -> fmt::Result { if ind.is_some() { write!(f, "\n{:w$}", "", w = n * 2)?; } Ok(()) }; let next = ind.map(|i| i + 1); match j { Json::Null => f.write_str("null"), Json::Bool(b) => write!(f, "{b}"), Json::Num(n) => write!(f, "{n}"), Json::Str(s) => write!(f, "{s:?}"), Json::Arr(v) if v.is_empty() => f.pad("[]"), Json::Arr(v) => { f.write_char('[')?; for (i, x) in v.iter().enumerate() { if i != 0 { f.write_char(',')?; } nl(f, next.unwrap_or(0))?; go(x, f, next)?; } nl(f, ind.unwrap_or(0))?; f.write_char(']') } Json::Obj(m) => { f.write_char('{')?; let mut first = true; for (k, v) in m { if !std::mem::take(&mut first) { f.write_char(',')? } nl(f, next.unwrap_or_default())?; write!(f, "{k:?}:")?; if f.alternate() { f.write_char(' ')? } go(v, f, next)?; } nl(f, ind.unwrap_or_default())?; f.write_char('}') } } } go(self, f, f.alternate().then_some(0)) } }
impl std::ops::Index<&str> for Json { type Output = Json; fn index(&self, k: &str) -> &Json { const NULL: Json = Json::Null; match self { Json::Obj(m) => m.get(k).unwrap_or(&NULL), _ => &NULL } } }
impl std::ops::Index<usize> for Json { type Output = Json; fn index(&self, i: usize) -> &Json { if let Json::Arr(v) = self { &v[i] } else { &Json::Null } } }
macro_rules! impl_from { ($($t:ty => |$x:ident| $e:expr),* $(,)?) => { $(impl From<$t> for Json { fn from($x: $t) -> Self { $e } })* } }
impl_from! { bool => |b| Json::Bool(b), f64 => |n| Json::Num(n), i32 => |n| Json::Num(n.into()), &str => |s| Json::Str(s.to_string()), String => |s| Json::Str(s), () => |_u| Json::Null }
impl<T: Into<Json>> From<Vec<T>> for Json { fn from(v: Vec<T>) -> Self { Json::Arr(v.into_iter().map(Into::into).collect()) } }
impl<T: Into<Json>> From<Option<T>> for Json { fn from(o: Option<T>) -> Self { o.map_or(Json::Null, T::into) } }
impl<K: Into<String>, V: Into<Json>> FromIterator<(K, V)> for Json { fn from_iter<I: IntoIterator<Item = (K, V)>>(i: I) -> Self { Json::Obj(i.into_iter().map(|(k, v)| (k.into(), v.into())).collect()) } }
fn wrap(text: &str, width: usize) -> Vec<String> { let mut lines = vec![String::new()]; for w in text.split_whitespace() { let last = lines.last_mut().unwrap(); if !last.is_empty() && last.len() + 1 + w.len() > width { lines.push(w.to_string()) } else { if !last.is_empty() { last.push(' ') } *last += w } } lines }
fn table(rows: &[(&str, f32, Option<u8>)]) -> String { let w = rows.iter().map(|r| r.0.len()).max().unwrap_or(0); let mut s = String::with_capacity(64); writeln!(s, "{:-<1$}", "", w + 14).unwrap(); for &(name, x, n) in rows { let n = n.map(|n| n.to_string()); let _ = writeln!(s, "{name:<w$} |{x:>7.2} |{:^4}", n.as_deref().unwrap_or("-")); } s.trim_end().to_string() }
fn caesar(s: &str, k: u8) -> String { s.chars().map(|c| match c { 'a'..='z' => ((c as u8 - b'a' + k) % 26 + b'a') as char, 'A'..='Z' => (b'A' + (c as u8 - b'A' + k) % 26) as char, _ => c }).collect() }
fn roman(mut n: u32) -> String { const T: [(u32, &str); 13] = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]; let mut s = String::new(); for (v, r) in T { while n >= v { s.push_str(r); n -= v; } } s }
fn lev(a: &str, b: &str) -> usize { let b: Vec<char> = b.chars().collect(); let mut row: Vec<usize> = (0..=b.len()).collect(); for (i, ca) in a.chars().enumerate() { let mut prev = std::mem::replace(&mut row[0], i + 1); for j in 0..b.len() { let cur = row[j + 1]; row[j + 1] = (prev + usize::from(ca != b[j])).min(cur + 1).min(row[j] + 1); prev = cur; } } row[b.len()] }
fn rle(s: &str) -> String { let mut it = s.chars().peekable(); let mut out = String::new(); while let Some(c) = it.next() { let mut n = 1; while it.next_if_eq(&c).is_some() { n += 1; } if n > 1 { out += &n.to_string(); } out.push(c); } out }
fn main() {
    let src = "{\"name\": \"Ada\\u0021\", \"tags\": [1, 2.5, -3e2, [], {}], \"ok\": true,\n \"none\": null, \"esc\": \"tab\\tq\\\"\"}";
    let j: Json = src.parse().unwrap(); println!("{j}\n{j:#}"); println!("{} {} {}", j["tags"][1], j["nope"]["deeper"], j["name"] == "Ada!".into());
    for bad in ["", "[1, ", "{\"a\" 1}", "[1 2]", "tru", "\"\\x\"", "1.2.3", "{}\n  x"] { match bad.parse::<Json>() { Ok(v) => println!("ok?? {v:?}"), Err(e) => println!("{bad:<12?} {e} {:?}", e.kind) } }
    let built: Json = [("a", Json::from(vec![1, 2])), ("b", Some("x").into()), ("c", None::<bool>.into()), ("d", ().into())].into_iter().collect(); println!("{built}");
    for l in wrap("the quick brown fox jumps over the lazy dog", 12) { println!("|{l:^12}|"); } println!("{}", table(&[("apples", 1.5, Some(3)), ("kiwi", 22.333, None)]));
    println!("{} {} {:?}", caesar("Hello, World", 3), caesar(&caesar("abc", 5), 21), [4, 9, 1994, 3999].map(roman)); println!("{} {} {}", lev("kitten", "sitting"), lev("", "abc"), rle("aaabccd"));
    let p = Path::new("/usr/local/lib.tar.gz"); println!("{:?} {:?} {:?} {}", p.file_stem(), p.extension(), p.parent(), p.with_extension("zip").display()); let pb: PathBuf = ["a", "b", "c.rs"].iter().collect(); println!("{} {} {:?}", pb.display(), pb.ends_with("c.rs"), pb.components().count()); let mut counts: HashMap<char, Vec<usize>> = HashMap::new(); for (i, c) in "banana".char_indices() { counts.entry(c).or_default().push(i) } let mut cs: Vec<_> = counts.into_iter().collect(); cs.sort_by_key(|(c, v)| (std::cmp::Reverse(v.len()), *c)); println!("{cs:?}");
    println!("{:?} {:?} {:?}", "Ünïcödé".to_uppercase(), "ß".to_uppercase(), "ǅ".to_lowercase()); println!("{:?}", "x=1;y=2;;z".split(';').filter_map(|kv| kv.split_once('=').map(|(k, v)| (k, v.parse::<i8>().ok()))).collect::<Vec<_>>()); println!("{:>8}|{:<8}|{:^8}|{:+}|{:#010b}|{:#06x}|{:.0}|{:5}|{:<5}|", "é", 'c', true, 7, 5, 255, 2.5, 1.5, "ab"); println!("{:?} {:?} {:?}", 'a'.max('b'), "b" < "a", "abc".cmp("abd")); println!("{:?}", format_args!("{0} {1:?} {0:>4} {name}", 1, "q", name = 'n').to_string()); println!("{}", i64::MIN); println!("{:?} {:?}", 0.1 + 0.2, 1e-7); println!("{:?} {:?} {}", f32::MAX, f64::MIN_POSITIVE, 1.0e15); println!("{:?}", "tic-tac-toe".rsplit('-').map(str::to_owned).reduce(|a, b| a + "+" + &b));
    println!("{}", "line one\n  line two\n\nline four".lines().map(|l| l.trim()).enumerate().map(|(i, l)| format!("{:02}: {l}", i + 1)).collect::<Vec<_>>().join("\n")); let raw = r#"a "raw" \n"#; println!("{raw} {} {:?}", raw.len(), b"by\x01te".escape_ascii().to_string()); println!("{}", "z".repeat(3) + &["x"; 2].join("-")); println!("{:?}", "αβγ".chars().rev().chain("!?".chars()).zip(1..).map(|(c, i)| format!("{c}{i}")).collect::<String>()); println!("{:?}", char::from_digit(7, 10).into_iter().chain(std::char::from_u32(0x41)).collect::<Vec<_>>());
}
