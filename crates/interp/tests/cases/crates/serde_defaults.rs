// What stands for fields that are missing: the struct's own default, once, the field's, or its type's.
use serde::{Deserialize, Deserializer};

#[derive(Deserialize, Debug)]
#[serde(default)]
struct Settings {
    retries: u32,
    #[serde(skip)]
    token: Option<String>,
    #[serde(skip)]
    attempts: u32,
    #[serde(deserialize_with = "seconds")]
    timeout_ms: u64,
    #[serde(skip, default = "seven")]
    seed: u64,
    limit: Option<u8>,
}

impl Default for Settings {
    fn default() -> Self {
        println!("the default is made");
        let token = Some("secret".to_string());
        Settings { retries: 3, token, attempts: 1, timeout_ms: 250, seed: 0, limit: Some(9) }
    }
}

#[derive(Deserialize, Debug)]
struct Step {
    #[serde(default, deserialize_with = "seconds")]
    before_ms: u64,
    #[serde(default = "seven", deserialize_with = "seconds")]
    after_ms: u64,
    #[serde(deserialize_with = "seconds")]
    needed_ms: u64,
}

#[derive(Deserialize, Debug)]
#[serde(default)]
struct Pair(u8, String);

impl Default for Pair {
    fn default() -> Self {
        Pair(4, "four".into())
    }
}

fn seven() -> u64 {
    7
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    Ok(u64::deserialize(deserializer)? * 1000)
}

fn main() {
    for text in ["{}", r#"{"retries": 5, "timeout_ms": 2, "limit": null}"#, "7", r#"{"retries": "x"}"#] {
        match serde_json::from_str::<Settings>(text) {
            Ok(it) => println!("{it:?}"),
            Err(error) => println!("{error}"),
        }
    }
    println!("{:?}", serde_json::from_str::<Step>(r#"{"needed_ms": 1}"#).unwrap());
    println!("{}", serde_json::from_str::<Step>(r#"{"before_ms": 1}"#).unwrap_err());
    println!("{:?}", serde_json::from_str::<Vec<Pair>>(r#"[[], [1], [1, "one"]]"#).unwrap());
}
