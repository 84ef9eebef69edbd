// Members of a JSON object are made by assigning to them; nothing becomes an object by that.
use serde_json::{json, Value};
fn main() {
    let mut value = json!({"a": 1, "list": [true, {"n": 1}]});
    value["added"] = json!(["x", "y"].iter().map(|it| it.to_uppercase()).collect::<Vec<_>>());
    value["a"] = json!("new");
    value["deep"]["er"] = Value::from(1.5);
    value["list"][1]["m"] = json!(null);
    let name = String::from("key");
    value[&name] = value["list"][0].clone();
    println!("{value}");
    let mut nothing = Value::Null;
    nothing["first"] = json!([]);
    println!("{nothing} {}", nothing["second"].is_null());
    if let Some(n) = value.get_mut("a") { *n = json!(3); }
    if let Some(map) = value.as_object_mut() { map.remove("list"); map.insert("z".into(), Value::from(1.0)); }
    println!("{value} {:?}", value.get("none"));
}
