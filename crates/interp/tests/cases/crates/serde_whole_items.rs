//! Whole items that serde reads and writes as something else, and single fields by functions.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Hex(u32);

impl TryFrom<String> for Hex {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        u32::from_str_radix(text.trim_start_matches('#'), 16).map(Hex)
    }
}

impl From<Hex> for String {
    fn from(it: Hex) -> String {
        format!("#{:06x}", it.0)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "(f64, f64)", into = "[f64; 2]")]
struct Point {
    x: f64,
    y: f64,
}

impl From<(f64, f64)> for Point {
    fn from((x, y): (f64, f64)) -> Self {
        Point { x, y }
    }
}

impl From<Point> for [f64; 2] {
    fn from(it: Point) -> Self {
        [it.x, it.y]
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Tags {
    all: Vec<String>,
    #[serde(skip)]
    seen: u8,
}

#[derive(Debug, Serialize, Deserialize)]
struct Percent(#[serde(with = "percent")] f64);

mod percent {
    use super::*;

    pub fn serialize<S: Serializer>(it: &f64, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&format!("{}%", it * 100.0))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<f64, D::Error> {
        let text = String::deserialize(d)?;
        let number = text.trim_end_matches('%').parse::<f64>().map_err(serde::de::Error::custom)?;
        Ok(number / 100.0)
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Low,
    High,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Signal {
    #[serde(rename(serialize = "up", deserialize = "rise"))]
    Up { by: u8 },
    #[serde(other)]
    Noise,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all(serialize = "camelCase", deserialize = "kebab-case"))]
struct Names {
    first_name: String,
    #[serde(rename(deserialize = "nick"))]
    nick_name: String,
}

fn main() -> serde_json::Result<()> {
    println!("{}", serde_json::to_string(&(Hex(255), Point { x: 1.0, y: -2.5 }, Percent(0.25)))?);
    println!("{:?} {:?}", serde_json::from_str::<Hex>("\"#ff\"")?, serde_json::from_str::<Point>("[3,4]")?);
    for text in ["\"zz\"", "5"] {
        println!("{:?}", serde_json::from_str::<Hex>(text).map_err(|e| e.to_string()));
    }
    let tags: Tags = serde_json::from_str(r#"["a","b"]"#)?;
    println!("{tags:?} {}", serde_json::to_string(&tags)?);
    println!("{:?} {:?}", serde_json::from_str::<Percent>("\"50%\"")?, serde_json::from_str::<Percent>("\"x\"").map_err(|e| e.to_string()));
    let levels: Vec<Level> = serde_json::from_str(r#"["low","medium","high"]"#)?;
    println!("{levels:?} {}", serde_json::to_string(&levels)?);
    let signals: Vec<Signal> = serde_json::from_str(r#"[{"kind":"rise","by":2},{"kind":"up","by":2},{"kind":"x","y":[1]}]"#)?;
    println!("{signals:?} {}", serde_json::to_string(&signals)?);
    let names: Names = serde_json::from_str(r#"{"first-name":"Ann","nick":"A"}"#)?;
    println!("{names:?} {}", serde_json::to_string(&names)?);
    let all: serde_json::Value = (1..4).collect();
    let map: serde_json::Value = [("a", 1), ("b", 2)].into_iter().collect();
    println!("{all} {map} {}", serde_json::Value::from([1.5, 2.0]));
    let grouped: BTreeMap<String, serde_json::Value> = BTreeMap::from([("k".to_string(), vec!["x"].into_iter().collect())]);
    println!("{}", serde_json::to_string(&grouped)?);
    Ok(())
}
