use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{json, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::time::Duration;
use tokio::sync::mpsc;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    UserCreated { id: u64, #[serde(flatten)] profile: Profile },
    UserRenamed { id: u64, name: String },
    Payment(Payment),
    #[serde(rename = "bye", alias = "quit")]
    Shutdown,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    display_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    e_mail: Option<String>,
    #[serde(default = "guest")]
    role: Role,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum Role { Guest, PowerUser }

fn guest() -> Role {
    Role::Guest
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payment {
    from: u64,
    #[serde(serialize_with = "as_money", deserialize_with = "from_money")]
    amount: i64,
    #[serde(with = "millis")]
    delay: Duration,
    #[serde(skip)]
    seen: bool,
}

fn as_money<S: Serializer>(cents: &i64, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(&format_args!("{}.{:02}", cents / 100, cents % 100))
}

fn from_money<'de, D>(deserializer: D) -> Result<i64, D::Error>
where
    D: Deserializer<'de>,
{
    let text = Cow::<'de, str>::deserialize(deserializer)?;
    let (units, cents) = text.split_once('.').unwrap_or((&text, "0"));
    let part = |s: &str| s.parse::<i64>().map_err(de::Error::custom);
    Ok(part(units)? * 100 + part(cents)?)
}

mod millis {
    use super::*;
    pub fn serialize<S: Serializer>(d: &Duration, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_u64(d.as_millis() as u64)
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Duration, D::Error> {
        u64::deserialize(d).map(Duration::from_millis)
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum IdOrList { One(u64), Many(Vec<u64>), Named { ids: HashSet<u64> } }

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(transparent)]
struct Meters(f64);

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(try_from = "String", into = "String")]
struct Hex(u32);
impl TryFrom<String> for Hex {
    type Error = String;
    fn try_from(s: String) -> Result<Self, String> {
        u32::from_str_radix(s.trim_start_matches('#'), 16).map(Hex).map_err(|e| format!("bad colour {s:?}: {e}"))
    }
}
impl From<Hex> for String {
    fn from(h: Hex) -> String {
        format!("#{:06x}", h.0)
    }
}
impl Clone for Hex { fn clone(&self) -> Self { Hex(self.0) } }

#[derive(Default, Debug)]
struct Totals { users: BTreeMap<u64, Profile>, paid: BTreeMap<u64, i64>, errors: Vec<String> }

impl Totals {
    fn apply(&mut self, line: &str) -> bool {
        match serde_json::from_str::<Event>(line) {
            Ok(Event::UserCreated { id, profile }) => drop(self.users.insert(id, profile)),
            Ok(Event::UserRenamed { id, name }) => match self.users.get_mut(&id) {
                Some(p) => p.display_name = name,
                None => self.errors.push(format!("no user {id}")),
            },
            Ok(Event::Payment(Payment { from, amount, .. })) => *self.paid.entry(from).or_insert(0) += amount,
            Ok(Event::Shutdown) => return false,
            Err(e) => self.errors.push(format!("{:?}: {e}", e.classify())),
        }
        true
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> serde_json::Result<()> {
    let (tx, mut rx) = mpsc::channel::<String>(4);
    let journal = tokio::spawn(async move {
        let mut totals = Totals::default();
        while let Some(line) = rx.recv().await {
            if !totals.apply(&line) {
                break;
            }
        }
        totals
    });
    let lines = [
        r#"{"type":"user_created","id":1,"displayName":"Ada","eMail":"ada@x.org","langs":["en",2]}"#,
        r#"{"type":"user_created","id":2,"displayName":"Bob","role":"POWER-USER"}"#,
        r#"{"type":"user_renamed","id":2,"name":"Rob\u0065rt"}"#,
        r#"{"type":"user_renamed","id":9,"name":""}"#,
        r#"{"type":"payment","from":1,"amount":"12.50","delay":1500}"#,
        r#"{"type":"payment","from":1,"amount":"7","delay":0}"#,
        r#"{"type":"payment","from":1,"amount":"x.1","delay":0}"#,
        r#"{"type":"user_created","id":3}"#,
        r#"{"type":"exploded"}"#,
        r#"{"id":3}"#,
        r#"{"type":"bye""#,
        r#"{"type":"quit"}"#,
    ];
    for line in lines {
        tx.send(line.to_string()).await.unwrap();
    }
    let totals = journal.await.unwrap();
    println!("{}", serde_json::to_string_pretty(&totals.users)?);
    println!("{:?}\n{}", totals.paid, totals.errors.join("\n"));
    let event = Event::Payment(Payment { from: 7, amount: 1205, delay: Duration::from_millis(40), seen: true });
    let text = serde_json::to_string(&event)?;
    println!("{text} {}", serde_json::from_str::<Event>(&text)? == event);
    println!("{}", serde_json::to_string(&(Event::Shutdown, Role::PowerUser, Meters(2.0), Hex(0xff)))?);
    for text in ["5", "[1,2]", r#"{"ids":[3,3]}"#, "true"] {
        println!("{:?}", serde_json::from_str::<IdOrList>(text).map_err(|e| e.to_string()));
    }
    println!("{:?} {:?}", serde_json::from_value::<Hex>(json!("#ff8000")), serde_json::from_str::<Hex>("\"zz\"").map_err(|e| e.to_string()));
    let mut doc = json!({"a": [1, {"b": null}], "c": -0.5e2, "d": u64::MAX});
    doc["a"][1]["b"] = serde_json::to_value(Meters(1.25))?;
    if let Some(v) = doc.pointer_mut("/a/0") {
        *v = json!([true, Some("x"), None::<u8>]);
    }
    println!("{doc} {} {:?}", doc["a"][9]["zz"].is_null(), doc["d"].as_u64().zip(doc["c"].as_f64()));
    println!("{:?}", doc.as_object_mut().map(|m| (m.remove("c"), m.len(), m.keys().cloned().collect::<Vec<_>>())));
    let rows = serde_json::from_str::<Vec<(String, Option<i8>, [u8; 2])>>(r#"[["a",null,[1,2]],["b",-3,[0,255]]]"#)?;
    println!("{rows:?}");
    let e = serde_json::from_str::<Vec<u8>>("[1,\n 256]").unwrap_err();
    println!("{e} (line {}, column {}, data {})", e.line(), e.column(), e.is_data());
    Ok(())
}
