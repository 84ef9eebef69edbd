use serde::Deserialize;
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(dead_code)]
enum E {
    A {
        x: u8,
        #[serde(default)]
        y: u8,
    },
    B(C),
}
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct C {
    k: K,
}
#[derive(Debug, Deserialize)]
enum K {
    One,
    Two,
}
#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[allow(dead_code)]
enum U {
    N(u8),
    S { a: String },
}
fn main() {
    for t in [
        r#"{"type":"a","x":1}"#,
        r#"{"type":"a"}"#,
        r#"{"type":"zzz"}"#,
        r#"{"x":1}"#,
        r#"{"type":"b","k":"One"}"#,
        r#"{"type":"b","k":"Three"}"#,
        r#"{"type":"b","k":"Two","j":1}"#,
        r#"{"type":"a","x":300}"#,
        r#"{"type":"a","x":"s"}"#,
        r#"{"type":1}"#,
        r#"{"type":"a","x":1"#,
    ] {
        println!("{:?}", serde_json::from_str::<E>(t).map_err(|e| (e.to_string(), e.line(), e.column())));
    }
    for t in ["1", "300", r#"{"a":1}"#, r#"{"a":"x"}"#] {
        println!("{:?}", serde_json::from_str::<U>(t).map_err(|e| e.to_string()));
    }
}
