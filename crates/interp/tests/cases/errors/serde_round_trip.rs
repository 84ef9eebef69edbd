use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct User { id: u32, name: String, #[serde(default)] tags: Vec<String>, email: Option<String>, score: f64 }
#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Shape { Unit, Circle { r: f64 }, Pair(i32, i32), Name(String) }

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let u = User { id: 1, name: "A\"nn".into(), tags: vec!["x".into()], email: None, score: 1.5 };
    let text = serde_json::to_string(&u)?;
    println!("{text}");
    println!("{}", serde_json::from_str::<User>(&text)? == u);
    let v: User = serde_json::from_str(r#"{"id": 2, "name": "Bob", "score": 3, "email": "b@x"}"#)?;
    println!("{v:?}");
    println!("{}", serde_json::to_string(&[Shape::Unit, Shape::Circle { r: 2.0 }, Shape::Pair(1, -2), Shape::Name("n".into())])?);
    println!("{:?}", serde_json::from_str::<Vec<Shape>>(r#"["Unit", {"Circle": {"r": 0.5}}]"#)?);
    println!("{}", serde_json::to_string_pretty(&BTreeMap::from([("k", vec![1, 2])]))?);
    println!("{}", serde_json::from_str::<User>("{\"id\": -1}").is_err());
    let value: serde_json::Value = serde_json::from_str(r#"{"a": [1, {"b": null}], "c": "d"}"#)?;
    println!("{} {} {:?} {}", value["a"][0], value["a"][1]["b"].is_null(), value["c"].as_str(), value["zz"].is_null());
    println!("{}", serde_json::json!({ "n": 1, "list": [true, null] }));
    Ok(())
}
