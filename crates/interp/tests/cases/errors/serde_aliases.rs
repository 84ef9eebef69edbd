// Other names of fields and variants, and how messages list them.
use serde::{Deserialize, Serialize};
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Role { Admin, #[serde(alias = "dev", alias = "coder")] Developer }
#[derive(Debug, Deserialize)]
struct User { #[serde(alias = "login", alias = "account")] name: String, role: Role }
fn main() {
    for text in [r#"{"name":"a","role":"admin"}"#, r#"{"login":"b","role":"dev"}"#, r#"{"account":"c","role":"king"}"#] {
        match serde_json::from_str::<User>(text) { Ok(user) => println!("{user:?} {}", serde_json::to_string(&user.role).unwrap()), Err(e) => println!("{e}") }
    }
}
