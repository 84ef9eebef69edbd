// Events as JSON lines: serde attributes, json!, Value wrangling, and an async pipeline around them.
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{json, Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use tokio::sync::mpsc;
use tokio_stream::{wrappers::ReceiverStream, StreamExt};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Cents(i64);

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&format_args!("{}.{:02}", self.0 / 100, self.0 % 100))
    }
}
impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D>(d: D) -> Result<Self, D::Error>
    where
        D: Deserializer<'de>,
    {
        let text = Cow::<str>::deserialize(d)?;
        let (euros, cents) = text.split_once('.').ok_or_else(|| de::Error::custom(format!("no dot in {text:?}")))?;
        let parse = |s: &str| s.parse::<i64>().map_err(de::Error::custom);
        Ok(Cents(parse(euros)? * 100 + parse(cents)?))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    AccountOpened { owner: String, #[serde(flatten)] meta: Meta },
    Deposited { amount: Cents },
    #[serde(rename = "withdrew", alias = "withdrawn")]
    Withdrawn { amount: Cents, #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<String> },
    Closed,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Meta {
    #[serde(rename = "ver")]
    version: u8,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Envelope<T> {
    account: u32,
    #[serde(flatten)]
    event: T,
    #[serde(skip)]
    seen: bool,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    balance_in_cents: i64,
    #[serde(serialize_with = "joined")]
    history_kinds: Vec<&'static str>,
    is_open: bool,
}
fn joined<S: Serializer>(kinds: &[&'static str], s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&kinds.join(">"))
}

#[derive(Deserialize, Debug)]
#[serde(untagged)]
enum Reference {
    Number(u64),
    Pair(String, i32),
    Named { name: String },
    Nothing,
}

fn apply(all: &mut HashMap<u32, Summary>, Envelope { account, event, .. }: Envelope<Event>) -> Result<(), String> {
    let s = all.entry(account).or_default();
    let kind = match &event {
        Event::AccountOpened { .. } if s.is_open => return Err(format!("{account} is open already")),
        Event::AccountOpened { owner, meta } => {
            println!("open {account} for {owner} v{} {:?}", meta.version, meta.extra.keys().collect::<Vec<_>>());
            s.is_open = true;
            "opened"
        }
        _ if !s.is_open => return Err(format!("{account} is not open")),
        Event::Deposited { amount: Cents(n) } => {
            s.balance_in_cents += n;
            "in"
        }
        Event::Withdrawn { amount, .. } if amount.0 > s.balance_in_cents => return Err(format!("{account} lacks {:?}", amount)),
        Event::Withdrawn { amount: Cents(n), note } => {
            s.balance_in_cents -= n;
            note.as_deref().map_or("out", |_| "out*")
        }
        Event::Closed => {
            s.is_open = false;
            "closed"
        }
    };
    s.history_kinds.push(kind);
    Ok(())
}

const LINES: &str = r#"
{"account":1,"type":"account_opened","owner":"Ann","ver":2,"vip":true,"tags":["a","b"]}
{"account":1,"type":"deposited","amount":"100.50"}
{"account":2,"type":"deposited","amount":"1.00"}
{"account":1,"type":"withdrew","amount":"20.05","note":"rent"}
{"type":"withdrawn","account":1,"amount":"500.00"}
{"account":1,"type":"deposited","amount":100}
{"account":1,"type":"deposited","amount":"100"}
{"account":1,"amount":"1.00"}
{"account":1,"type":"closed"
{"account":1,"type":"closed"}"#;

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let (tx, rx) = mpsc::channel::<&str>(2);
    let feeder = tokio::spawn(async move {
        for line in LINES.lines().skip(1) {
            tx.send(line).await.unwrap();
        }
    });
    let mut all = HashMap::new();
    let mut rejected = vec![];
    let mut events = ReceiverStream::new(rx).map(serde_json::from_str::<Envelope<Event>>);
    while let Some(parsed) = events.next().await {
        match parsed {
            Ok(envelope) => {
                assert!(!envelope.seen);
                if let Err(why) = apply(&mut all, envelope) {
                    rejected.push(why);
                }
            }
            Err(e) => println!("{} {e}", if e.is_eof() { "eof" } else if e.is_data() { "data" } else { "syntax" }),
        }
    }
    feeder.await?;
    println!("{rejected:#?}");
    println!("{}", serde_json::to_string_pretty(&all[&1])?);

    let back = Envelope {
        account: 9,
        event: Event::AccountOpened { owner: "Zed \"Z\"".into(), meta: Meta { version: 1, extra: [("k".to_string(), json!(null))].into() } },
        seen: true,
    };
    println!("{}", serde_json::to_string(&back)?);
    println!("{}", serde_json::to_value(Event::Withdrawn { amount: Cents(5), note: None })?);

    for text in ["7", r#"["a", -1]"#, r#"{"name": "n", "more": 1}"#, "null", "[1]"] {
        match serde_json::from_str::<Reference>(text) {
            Ok(r) => println!("{r:?}"),
            Err(e) => println!("{e}"),
        }
    }

    let mut doc = json!({ "users": [{ "name": "a", "age": 30 }, { "name": "b", "age": 25.5 }], "n": -1 });
    doc["users"][0]["age"] = json!(31);
    doc["users"].as_array_mut().unwrap().push(json!({ "name": "c" }));
    *doc.pointer_mut("/n").unwrap() = Value::from(vec![1, 2]);
    let names = doc["users"].as_array().into_iter().flatten().filter_map(|u| u.get("name")?.as_str());
    println!("{:?} {}", names.collect::<Vec<_>>(), doc["nope"]["deeper"].is_null());
    let ages: f64 = doc["users"].as_array().unwrap().iter().filter_map(|u| u["age"].as_f64()).sum();
    println!("{ages} {doc}");
    if let Value::Object(map) = doc.take() {
        let Map { .. } = map;
        println!("{:?} {doc:?}", map.keys().collect::<Vec<_>>());
    }
    Ok(())
}
