// Fields that are written and read by functions of the program's own, and durations, which serde knows.
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::time::Duration;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Job {
    #[serde(with = "seconds")]
    timeout: Duration,
    #[serde(serialize_with = "shout", deserialize_with = "whisper")]
    name: String,
    #[serde(default = "three", deserialize_with = "doubled", skip_serializing_if = "Option::is_none")]
    tries: Option<u8>,
    pause: Duration,
}

mod seconds {
    use super::*;

    pub fn serialize<S: Serializer>(it: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(it.as_secs())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        match u64::deserialize(deserializer)? {
            it @ 0..=3600 => Ok(Duration::from_secs(it)),
            it => Err(D::Error::custom(format!("{it} seconds are too long"))),
        }
    }
}

fn shout<S>(name: &str, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
{
    serializer.serialize_str(&name.to_uppercase())
}

fn whisper<'de, D>(deserializer: D) -> Result<String, D::Error>
where
    D: Deserializer<'de>,
{
    Ok(String::deserialize(deserializer)?.to_lowercase())
}

fn doubled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    Option::<u8>::deserialize(deserializer).map(|it| it.map(|it| it * 2))
}

fn three() -> Option<u8> {
    Some(3)
}

fn main() {
    let job = Job { timeout: Duration::from_secs(90), name: "Mail".into(), tries: None, pause: Duration::from_millis(1500) };
    let text = serde_json::to_string(&job).unwrap();
    println!("{text}");
    let read: Job = serde_json::from_str(&text).unwrap();
    println!("{read:?}");
    let pause = r#""pause":{"secs":1,"nanos":5}"#;
    println!("{:?}", serde_json::from_str::<Job>(&format!(r#"{{"timeout":1,"name":"X","tries":4,{pause}}}"#)));
    println!("{:?}", serde_json::from_str::<Job>(&format!(r#"{{"name":"X",{pause}}}"#)).map_err(|it| it.to_string()));
    println!("{:?}", serde_json::from_str::<Job>(r#"{"timeout":1,"name":"X","pause":{"secs":1}}"#).is_err());
    let late = serde_json::from_str::<Job>(&format!(r#"{{"timeout":9000,"name":"X",{pause}}}"#)).unwrap_err().to_string();
    println!("{}", late.split(" at ").next().unwrap());
}
