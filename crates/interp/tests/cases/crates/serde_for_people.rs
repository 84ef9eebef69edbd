//! Values that are written as texts for people, and collections that are written as they are gone through.
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

#[derive(Debug, PartialEq)]
struct Address([u8; 4]);

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            let parts: Vec<String> = self.0.iter().map(u8::to_string).collect();
            return serializer.collect_str(&parts.join("."));
        }
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; 4]>::deserialize(deserializer).map(Address);
        }
        let text = String::deserialize(deserializer)?;
        let parts: Vec<u8> = text.split('.').map(str::parse).collect::<Result<_, _>>().map_err(D::Error::custom)?;
        let found = parts.len();
        parts.try_into().map(Address).map_err(|_| D::Error::invalid_length(found, &"four numbers"))
    }
}

struct Squares(u32);

impl Serialize for Squares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((1..=self.0).map(|it| (it, it * it)))
    }
}

struct Evens(u32);

impl Serialize for Evens {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.0).filter(|it| it % 2 == 0))
    }
}

fn main() {
    let text = serde_json::to_string(&Address([127, 0, 0, 1])).unwrap();
    println!("{text} {:?}", serde_json::from_str::<Address>(&text).unwrap());
    for wrong in ["\"1.2.3\"", "\"1.2.3.x\"", "[1,2,3,4]"] {
        println!("{}", serde_json::from_str::<Address>(wrong).unwrap_err());
    }
    println!("{} {}", serde_json::to_string(&Squares(3)).unwrap(), serde_json::to_value(Evens(6)).unwrap());
}
