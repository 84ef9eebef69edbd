// Serde: attributes of many kinds, hand-written impls, visitors, JSON values changed in place.
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{json, Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Money(u64);

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{}.{:02}", self.0 / 100, self.0 % 100))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (whole, cents) = text.split_once('.').ok_or_else(|| de::Error::custom(format!("no point in {text:?}")))?;
        let parse = |s: &str| s.parse::<u64>().map_err(de::Error::custom);
        Ok(Money(parse(whole)? * 100 + parse(cents)?))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    sku: String,
    unit_price: Money,
    #[serde(default = "one")]
    in_stock: u32,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

fn one() -> u32 {
    1
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "SCREAMING_SNAKE_CASE")]
enum Command {
    AddItem(Item),
    RemoveItem { sku: String, #[serde(default)] force: bool },
    Report,
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
#[serde(untagged)]
enum Amount {
    Exact(i64),
    Range(i64, i64),
    Named { name: String },
}

#[derive(Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(default)]
struct Settings {
    verbose: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paths: Vec<String>,
    #[serde(rename = "max-depth", alias = "depth")]
    max_depth: Option<u8>,
    #[serde(skip)]
    cache: HashMap<String, String>,
    ratio: f32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Point3(i32, i32, i32);
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Unit;
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Wrapper<T> {
    inner: T,
    when: Option<(u16, u8)>,
}

#[derive(Default)]
struct Warehouse {
    items: BTreeMap<String, Item>,
    log: Vec<String>,
}

#[derive(Debug)]
enum WarehouseError {
    Json(serde_json::Error),
    Missing(String),
    StillThere { sku: String, left: u32 },
}

impl From<serde_json::Error> for WarehouseError {
    fn from(e: serde_json::Error) -> Self {
        WarehouseError::Json(e)
    }
}
impl fmt::Display for WarehouseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(e) => write!(f, "bad command: {e}"),
            Self::Missing(sku) => write!(f, "no {sku}"),
            Self::StillThere { sku, left } => write!(f, "{left} of {sku} left"),
        }
    }
}

impl Warehouse {
    fn handle(&mut self, line: &str) -> Result<Value, WarehouseError> {
        let command: Command = serde_json::from_str(line)?;
        self.log.push(serde_json::to_string(&command)?);
        Ok(match command {
            Command::AddItem(item) => {
                let stock = item.in_stock;
                let entry = self.items.entry(item.sku.clone()).and_modify(|old| old.in_stock += stock).or_insert(item);
                json!({ "sku": entry.sku, "stock": entry.in_stock })
            }
            Command::RemoveItem { sku, force } => {
                let item = self.items.get(&sku).ok_or_else(|| WarehouseError::Missing(sku.clone()))?;
                if item.in_stock > 0 && !force {
                    return Err(WarehouseError::StillThere { left: item.in_stock, sku });
                }
                serde_json::to_value(self.items.remove(&sku))?
            }
            Command::Report => {
                let worth: u64 = self.items.values().map(|i| i.unit_price.0 * u64::from(i.in_stock)).sum();
                let mut report = Map::new();
                report.insert("worth".into(), serde_json::to_value(Money(worth))?);
                report.insert("kinds".to_string(), self.items.len().into());
                Value::Object(report)
            }
        })
    }
}

struct UpperVisitor;
impl<'de> Visitor<'de> for UpperVisitor {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text or a small number")
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
        Ok(v.to_uppercase())
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<String, E> {
        if v < 10 { Ok("#".repeat(v as usize)) } else { Err(E::invalid_value(de::Unexpected::Unsigned(v), &self)) }
    }
}
#[derive(Debug)]
struct Upper(String);
impl<'de> Deserialize<'de> for Upper {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(UpperVisitor).map(Upper)
    }
}

fn main() -> Result<(), serde_json::Error> {
    let mut warehouse = Warehouse::default();
    for line in [
        r#"{"type":"ADD_ITEM","data":{"sku":"nut","unitPrice":"0.25","inStock":100,"metal":"brass"}}"#,
        r#"{"type":"ADD_ITEM","data":{"sku":"bolt","unitPrice":"1.05","sizes":[3,4.5,null]}}"#,
        r#"{"type":"ADD_ITEM","data":{"sku":"nut","unitPrice":"0.25","inStock":5}}"#,
        r#"{"type":"REMOVE_ITEM","data":{"sku":"nut"}}"#,
        r#"{"type":"REPORT"}"#,
        r#"{"type":"REMOVE_ITEM","data":{"sku":"bolt","force":true}}"#,
        r#"{"type":"REMOVE_ITEM","data":{"sku":"gear"}}"#,
    ] {
        match warehouse.handle(line) {
            Ok(answer) => println!("{answer}"),
            Err(e) => println!("! {e}"),
        }
    }
    println!("{}", serde_json::from_str::<Money>("\"12\"").unwrap_err());
    println!("{}", warehouse.log[1]);
    for text in ["5", "[1, 9]", r#"{"name":"dozen"}"#, "\"x\""] {
        match serde_json::from_str::<Amount>(text) {
            Ok(a) => println!("{a:?} {}", serde_json::to_string(&a)?),
            Err(e) => println!("! {e}"),
        }
    }
    let settings: Settings = serde_json::from_str(r#"{"depth": 3, "ratio": 0.5, "unknown": true}"#)?;
    println!("{settings:?}");
    println!("{}", serde_json::to_string_pretty(&Settings { paths: vec!["/a".into()], ..settings })?);
    let w = Wrapper { inner: vec![Point3(1, -2, 3)], when: Some((2024, 2)) };
    let text = serde_json::to_string(&w)?;
    println!("{text} {}", serde_json::from_str::<Wrapper<Vec<Point3>>>(&text)? == w);
    println!("{}", serde_json::to_string(&(Unit, Some('x'), None::<u8>, "é\"\n", [true; 2]))?);
    println!("{:?}", serde_json::from_str::<Vec<Upper>>(r#"["abc", 3]"#)?);
    println!("{}", serde_json::from_str::<Upper>("42").unwrap_err());

    let mut value = json!({"a": {"b": [1, 2, {"c": null}]}, "n": 1.0});
    value["a"]["b"][2]["c"] = json!("deep");
    value["new"] = Value::from(vec![1u8]);
    if let Some(list) = value.pointer_mut("/a/b").and_then(Value::as_array_mut) {
        list.retain(|v| v.as_u64() != Some(1));
    }
    println!("{value} {:?} {}", value["n"].as_f64(), value["zzz"]["y"].is_null());
    let keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
    println!("{}", keys.join(","));
    Ok(())
}
