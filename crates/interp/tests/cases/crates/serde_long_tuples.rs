//! Tuples of up to sixteen, and structs from lists that end early.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Row(u8, u16, u32, u64, i8, i16, i32, i64);

#[derive(Deserialize, Debug)]
struct Short {
    a: u32,
    #[serde(default)]
    b: u32,
    c: u32,
}

#[derive(Deserialize, Debug)]
struct Ends {
    a: u32,
    b: Option<u32>,
    #[serde(default)]
    c: Vec<u32>,
    #[serde(default = "seven")]
    d: u32,
}

fn seven() -> u32 {
    7
}

fn main() {
    println!("{}", serde_json::to_string(&(1, 2, 3, 4, 5, 6)).unwrap());
    let long = (1, "b", 3.5, 'd', true, (), Some(7), [8, 8], 9, 10, 11, 12);
    println!("{}", serde_json::to_string(&long).unwrap());
    let sixteen = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    let text = serde_json::to_string(&sixteen).unwrap();
    println!("{text}");
    let read: (u8, u8, u8, u8, u8, u8, String) = serde_json::from_str(r#"[1,2,3,4,5,6,"seven"]"#).unwrap();
    println!("{read:?}");
    let wrong = serde_json::from_str::<(u8, u8, u8, u8, u8, u8)>("[1,2,3,4,5]").unwrap_err();
    println!("{wrong}");
    let row = Row(1, 2, 3, 4, -5, -6, -7, -8);
    let text = serde_json::to_string(&row).unwrap();
    println!("{text} {}", serde_json::from_str::<Row>(&text).unwrap() == row);
    let default: (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, String) = Default::default();
    println!("{}", default < (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "a".to_string()));

    for text in ["[1]", "[1,2]", "[1,2,3]", "[]"] {
        match serde_json::from_str::<Short>(text) {
            Ok(it) => println!("{it:?}"),
            Err(error) => println!("{error}"),
        }
        match serde_json::from_str::<Ends>(text) {
            Ok(it) => println!("{it:?}"),
            Err(error) => println!("{error}"),
        }
    }
}
