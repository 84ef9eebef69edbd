use anyhow::{anyhow, bail, ensure, Context, Result};
use thiserror::Error;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
#[derive(Error, Debug)]
pub enum StoreError { #[error("data store disconnected")] Disconnect(#[from] std::io::Error), #[error("the data for key `{0}` is not available")] Redaction(String), #[error("invalid header (expected {expected:?}, found {found:?})")] InvalidHeader { expected: String, found: String }, #[error("unknown data store error")] Unknown, #[error(transparent)] Other(#[from] anyhow::Error), #[error("code {} too big: {n:>5}", .n / 10)] Big { n: i32, #[source] why: std::num::ParseIntError } }
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)] #[serde(rename_all = "camelCase")]
struct Config { server_name: String, port: u16, #[serde(default)] tags: Vec<String>, #[serde(skip_serializing_if = "Option::is_none")] note: Option<String>, level: Level, #[serde(flatten)] extra: BTreeMap<String, serde_json::Value> }
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq)] #[serde(rename_all = "lowercase")] enum Level { Debug, Info }
#[derive(Serialize, Deserialize, Debug)] #[serde(tag = "type", content = "data")] enum Event { Ping, Move { x: i32, y: i32 }, Say(String) }
#[derive(Serialize, Deserialize, Debug)] #[serde(tag = "kind")] enum Shape { Circle { r: f64 }, Square { side: f64 } }
#[derive(Serialize, Deserialize, Debug)] #[serde(untagged)] enum Either { Num(i64), Text(String) }
fn find(k: &str) -> Result<i32, StoreError> { match k { "a" => Ok(1), "io" => Err(std::io::Error::other("pipe"))?, "hdr" => Err(StoreError::InvalidHeader { expected: "x".into(), found: "y".into() }), "any" => Err(anyhow!("inner {}", 5).into()), "big" => Err(StoreError::Big { n: 120, why: "x".parse::<i32>().unwrap_err() }), "?" => Err(StoreError::Unknown), k => Err(StoreError::Redaction(k.to_owned())) } }
fn load(k: &str) -> Result<i32> { let v = find(k).with_context(|| format!("loading {k}"))?; ensure!(v > 0, "not positive: {v}"); if v > 100 { bail!("too big: {}", v); } Ok(v) }
fn main() -> Result<()> {
    println!("{}", load("a")?);
    for k in ["io", "zz", "hdr", "any", "big", "?"] { let e = load(k).unwrap_err(); println!("{e} / {} / {e:#}", e.root_cause()); println!("{:?}", e.chain().map(|c| c.to_string()).collect::<Vec<_>>()); if let Some(s) = e.downcast_ref::<StoreError>() { println!("store: {s}"); } }
    let c: Config = serde_json::from_str(r#"{"serverName":"s","port":80,"level":"info","z":[1,null,true],"a":{"b":1.5}}"#).context("parse")?;
    println!("{c:?}"); println!("{}", serde_json::to_string(&c)?); println!("{}", serde_json::to_string_pretty(&c)?);
    for s in [r#"{"serverName":1}"#, "{", r#"{"serverName":"s","port":70000,"level":"info"}"#, r#"{"serverName":"s","port":7,"level":"x"}"#] { println!("{}", serde_json::from_str::<Config>(s).unwrap_err()); }
    for e in [Event::Ping, Event::Move { x: 1, y: -2 }, Event::Say("hi \"you\"\n".into())] { let s = serde_json::to_string(&e)?; println!("{s} {:?}", serde_json::from_str::<Event>(&s)?); }
    println!("{:?}", serde_json::from_str::<Vec<Shape>>(r#"[{"kind":"Circle","r":1},{"kind":"Square","side":2.5}]"#)?); println!("{:?}", serde_json::from_str::<Vec<Either>>(r#"[1,"x"]"#)?);
    let mut v = serde_json::json!({"name": "n", "list": [1, 2, {"k": null}], "n": c.port}); v["name"] = "new".into(); v["list"][2]["k"] = serde_json::json!(3.5); println!("{v} {} {:?} {:?}", v["list"][0], v["missing"], v.get("n").and_then(|n| n.as_u64())); if let Some(o) = v.as_object() { println!("{:?}", o.keys().collect::<Vec<_>>()); } println!("{:?} {}", v.pointer("/list/2/k"), v["list"].as_array().map_or(0, |a| a.len()));
    let x: (i32, String, Option<bool>) = serde_json::from_value(serde_json::json!([1, "a", null]))?; println!("{x:?} {}", serde_json::to_value(&x)?);
    let r: Result<i32> = "q".parse::<i32>().map_err(Into::into); println!("{:?}", r.is_err()); Err(anyhow!("the end").context("outer"))
}
