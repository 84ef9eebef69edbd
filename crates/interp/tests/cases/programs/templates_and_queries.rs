// Lifetimes, closures and generics: a mini template engine, CSV reader and query builder.
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Debug, Display, Write};
use std::iter::FromIterator;
use std::marker::PhantomData;
use std::str::SplitN;

#[derive(Debug, PartialEq, Clone)]
enum Value<'v> {
    Str(Cow<'v, str>),
    Num(f64),
    List(Vec<Value<'v>>),
    Map(BTreeMap<&'v str, Value<'v>>),
    Nil,
}
impl<'v> From<&'v str> for Value<'v> {
    fn from(s: &'v str) -> Self {
        Value::Str(Cow::Borrowed(s))
    }
}
impl From<String> for Value<'_> {
    fn from(s: String) -> Self {
        Value::Str(Cow::Owned(s))
    }
}
macro_rules! from_num { ($($t:ty),*) => { $(impl From<$t> for Value<'_> { fn from(n: $t) -> Self { Value::Num(n as f64) } })* } }
from_num!(i32, u8, f64, usize);
impl<'v, T: Into<Value<'v>>> From<Vec<T>> for Value<'v> {
    fn from(v: Vec<T>) -> Self {
        Value::List(v.into_iter().map(Into::into).collect())
    }
}
impl<'v, T: Into<Value<'v>>> From<Option<T>> for Value<'v> {
    fn from(o: Option<T>) -> Self {
        o.map_or(Value::Nil, T::into)
    }
}
impl<'v, V: Into<Value<'v>>, const N: usize> From<[(&'v str, V); N]> for Value<'v> {
    fn from(a: [(&'v str, V); N]) -> Self {
        Value::Map(a.into_iter().map(|(k, v)| (k, v.into())).collect())
    }
}
impl Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Str(s) => f.pad(s),
            Value::Num(n) => Display::fmt(n, f),
            Value::List(l) => l.iter().enumerate().try_for_each(|(i, v)| {
                if i > 0 {
                    f.write_str(", ")?;
                }
                Display::fmt(v, f)
            }),
            Value::Map(m) => f.debug_map().entries(m.iter().map(|(k, v)| (k, v.to_string()))).finish(),
            Value::Nil => Ok(()),
        }
    }
}
#[derive(Debug)]
enum Node<'t> {
    Text(&'t str),
    Var { path: Vec<&'t str>, filters: Vec<&'t str> },
    For { name: &'t str, over: Vec<&'t str>, body: Vec<Node<'t>> },
    If(Vec<&'t str>, Vec<Node<'t>>),
}
#[derive(Debug, PartialEq)]
enum TplError<'t> {
    Unclosed(usize),
    Bad(&'t str),
    Filter(String),
}
struct Template<'t> {
    nodes: Vec<Node<'t>>,
}
type Filters<'f> = HashMap<&'static str, Box<dyn Fn(&str) -> String + 'f>>;
impl<'t> Template<'t> {
    fn parse(src: &'t str) -> Result<Self, TplError<'t>> {
        let mut rest = src;
        let nodes = Self::nodes(src, &mut rest, None)?;
        Ok(Template { nodes })
    }
    fn nodes(src: &'t str, rest: &mut &'t str, until: Option<&str>) -> Result<Vec<Node<'t>>, TplError<'t>> {
        let mut out = vec![];
        loop {
            let Some(at) = rest.find("{{") else {
                if until.is_some() {
                    return Err(TplError::Unclosed(src.len() - rest.len()));
                }
                if !rest.is_empty() {
                    out.push(Node::Text(rest));
                    *rest = "";
                }
                return Ok(out);
            };
            let (text, after) = rest.split_at(at);
            if !text.is_empty() {
                out.push(Node::Text(text));
            }
            let end = after.find("}}").ok_or(TplError::Unclosed(src.len() - after.len()))?;
            let tag = after[2..end].trim();
            *rest = &after[end + 2..];
            let path = |p: &'t str| p.trim().split('.').collect::<Vec<_>>();
            match tag.split_whitespace().collect::<Vec<_>>()[..] {
                [close] if Some(close) == until => return Ok(out),
                ["for", name, "in", over] => {
                    out.push(Node::For { name, over: path(over), body: Self::nodes(src, rest, Some("end"))? })
                }
                ["if", cond] => out.push(Node::If(path(cond), Self::nodes(src, rest, Some("end"))?)),
                [] | ["end"] => return Err(TplError::Bad(tag)),
                _ => {
                    let mut parts: SplitN<'t, char> = tag.splitn(2, '|');
                    let p = path(parts.next().unwrap());
                    out.push(Node::Var {
                        path: p,
                        filters: parts
                            .next()
                            .map(|f| f.split('|').map(str::trim).collect())
                            .unwrap_or_default(),
                    });
                }
            }
        }
    }
    fn render<'a>(
        &self,
        scope: &mut Vec<(&'a str, Value<'a>)>,
        filters: &Filters<'_>,
    ) -> Result<String, TplError<'t>>
    where
        't: 'a,
    {
        let mut out = String::new();
        render(&self.nodes, scope, filters, &mut out)?;
        Ok(out)
    }
}
fn find<'a, 's>(path: &'s [&'a str], scope: &'s [(&'a str, Value<'a>)]) -> Option<&'s Value<'a>> {
    let (first, rest) = path.split_first()?;
    let root = scope.iter().rev().find_map(|(k, v)| (k == first).then_some(v))?;
    rest.iter().try_fold(root, |v, key| match v {
        Value::Map(m) => m.get(key),
        Value::List(l) => l.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}
fn render<'a, 't: 'a>(
    nodes: &[Node<'t>],
    scope: &mut Vec<(&'a str, Value<'a>)>,
    filters: &Filters<'_>,
    out: &mut String,
) -> Result<(), TplError<'t>> {
    for node in nodes {
        match node {
            Node::Text(t) => out.push_str(t),
            Node::Var { path, filters: fs } => {
                let text = find(path, scope)
                    .map(|v| v.to_string())
                    .unwrap_or_else(|| format!("?{}", path.join(".")));
                let text = fs.iter().try_fold(text, |t, f| {
                    filters.get(f).map(|f| f(&t)).ok_or_else(|| TplError::Filter(f.to_string()))
                })?;
                out.push_str(&text);
            }
            Node::For { name, over, body } => {
                if let Some(Value::List(items)) = find(over, scope).cloned() {
                    for (i, item) in items.into_iter().enumerate() {
                        scope.extend([(*name, item), ("index", i.into())]);
                        render(body, scope, filters, out)?;
                        scope.truncate(scope.len() - 2);
                    }
                }
            }
            Node::If(path, body) => match find(path, scope) {
                None | Some(Value::Nil) => {}
                Some(Value::Num(n)) if *n == 0.0 => {}
                Some(_) => render(body, scope, filters, out)?,
            },
        }
    }
    Ok(())
}
struct Csv<'a> {
    lines: std::str::Lines<'a>,
    header: Vec<&'a str>,
}
struct Row<'a, 'h> {
    header: &'h [&'a str],
    cells: Vec<Cow<'a, str>>,
}
impl<'a> Csv<'a> {
    fn new(text: &'a str) -> Option<Self> {
        let mut lines = text.lines();
        let header = lines.next()?.split(',').collect();
        Some(Csv { lines, header })
    }
    fn rows(&mut self) -> impl Iterator<Item = Row<'a, '_>> {
        let header = &self.header;
        self.lines.by_ref().filter(|l| !l.is_empty()).map(move |l| Row { header, cells: cells(l) })
    }
}
fn cells(line: &str) -> Vec<Cow<'_, str>> {
    let (mut out, mut rest) = (vec![], line);
    loop {
        let (cell, after) = if let Some(q) = rest.strip_prefix('"') {
            let mut end = 0;
            while let Some(i) = q[end..].find('"') {
                end += i;
                if q[end + 1..].starts_with('"') { end += 2 } else { break }
            }
            let raw = &q[..end];
            (
                if raw.contains("\"\"") { raw.replace("\"\"", "\"").into() } else { raw.into() },
                q[end + 1..].strip_prefix(','),
            )
        } else {
            match rest.split_once(',') {
                Some((c, r)) => (Cow::Borrowed(c), Some(r)),
                None => (rest.into(), None),
            }
        };
        out.push(cell);
        match after {
            Some(r) => rest = r,
            None => break out,
        }
    }
}
impl<'a> Row<'a, '_> {
    fn get<T>(&self, col: &str) -> Result<T, String>
    where
        T: std::str::FromStr,
        T::Err: Debug,
    {
        let i = self.header.iter().position(|h| *h == col).ok_or_else(|| format!("no column {col}"))?;
        self.cells[i].parse().map_err(|e| format!("{col}: {e:?}"))
    }
}
struct NoFrom;
struct HasFrom;
struct Query<'q, S = NoFrom> {
    cols: Vec<&'q str>,
    table: &'q str,
    wheres: Vec<Cond<'q>>,
    order: Option<(&'q str, bool)>,
    _s: PhantomData<S>,
}
enum Cond<'q> {
    Eq(&'q str, &'q dyn Display),
    In(&'q str, &'q [i32]),
    Or(Box<Cond<'q>>, Box<Cond<'q>>),
}
impl<'q> Query<'q> {
    fn select(cols: &[&'q str]) -> Self {
        Query {
            cols: Vec::from_iter(cols.iter().copied()),
            table: "",
            wheres: vec![],
            order: None,
            _s: PhantomData,
        }
    }
    fn from(self, table: &'q str) -> Query<'q, HasFrom> {
        Query { cols: self.cols, table, wheres: self.wheres, order: self.order, _s: PhantomData }
    }
}
impl<'q, S> Query<'q, S> {
    fn filter(mut self, c: Cond<'q>) -> Self {
        self.wheres.push(c);
        self
    }
    fn order_by<const DESC: bool>(self, col: &'q str) -> Self {
        Query { order: Some((col, DESC)), ..self }
    }
}
impl<'q> std::ops::BitOr for Cond<'q> {
    type Output = Cond<'q>;
    fn bitor(self, o: Self) -> Self {
        Cond::Or(Box::new(self), Box::new(o))
    }
}
impl Display for Cond<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cond::Eq(c, v) => write!(f, "{c} = '{v}'"),
            Cond::In(c, vs) => {
                write!(f, "{c} IN (")?;
                for (i, v) in vs.iter().enumerate() {
                    write!(f, "{}{v}", if i == 0 { "" } else { ", " })?;
                }
                f.write_char(')')
            }
            Cond::Or(a, b) => write!(f, "({a} OR {b})"),
        }
    }
}
impl Display for Query<'_, HasFrom> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "SELECT {} FROM {}",
            if self.cols.is_empty() { "*".to_string() } else { self.cols.join(", ") },
            self.table
        )?;
        for (i, w) in self.wheres.iter().enumerate() {
            write!(f, " {} {w}", ["AND", "WHERE"][usize::from(i == 0)])?;
        }
        self.order.map_or(Ok(()), |(c, d)| write!(f, " ORDER BY {c}{}", if d { " DESC" } else { "" }))
    }
}

fn main() {
    let suffix = String::from("!");
    let mut filters: Filters = HashMap::new();
    filters.insert("upper", Box::new(|s| s.to_uppercase()));
    filters.insert("shout", Box::new(|s| s.to_string() + &suffix));
    let t = Template::parse("Hi {{ user.name | upper | shout }}, you are {{user.age}}.{{ if tags }} Tags:{{ for t in tags }} {{index}}={{t}}{{ end }}.{{ end }}{{if none}}hidden{{end}} {{missing.x}} {{ tags.1 }}").unwrap();
    let mut scope: Vec<(&str, Value)> = vec![
        ("user", [("name", Value::from("ann")), ("age", 41.into())].into()),
        ("tags", vec!["x", "y"].into()),
        ("none", None::<i32>.into()),
    ];
    println!("{}", t.render(&mut scope, &filters).unwrap());
    println!(
        "{} {:>8}| {:?}",
        Value::from(vec![1.5, 2.0]),
        Value::from("pad"),
        Value::from([("k", vec![Some(1u8), None])])
    );
    for bad in ["{{ x", "{{for a in b}}..", "{{}}", "a {{ x | nope }}"] {
        println!("{:?}", Template::parse(bad).and_then(|t| t.render(&mut vec![("x", 1.into())], &filters)));
    }
    let mut csv = Csv::new("id,name,score\n1,\"Doe, \"\"J\"\"\",2.5\n\n2,Roe,x\n").unwrap();
    for row in csv.rows() {
        println!(
            "{:?} {:?} {:?} {:?}",
            row.get::<u8>("id"),
            row.get::<String>("name"),
            row.get::<f32>("score"),
            row.get::<i8>("zip")
        );
    }
    let name = "O'Hara";
    let q = Query::select(&["id", "name"])
        .filter(Cond::Eq("name", &name))
        .from("people")
        .filter(Cond::In("id", &[1, 2]) | Cond::Eq("age", &7))
        .order_by::<true>("id");
    println!("{q}\n{}", Query::select(&[]).from("t").order_by::<false>("c"));
}
