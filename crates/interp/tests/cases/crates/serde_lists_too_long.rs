use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
struct Pair(i32, i32);

#[derive(Debug, Deserialize)]
struct Named {
    a: i32,
    b: i32,
}

fn read<T: for<'de> Deserialize<'de> + std::fmt::Debug>(text: &str) {
    match serde_json::from_str::<T>(text) {
        Ok(it) => println!("{it:?}"),
        Err(error) => println!("{error}"),
    }
}

fn main() {
    read::<Pair>("[1, 2]");
    read::<Pair>("[1,2,3]");
    read::<Pair>("[1]");
    read::<(i32, i32)>("[1, 2,  33, 4]");
    read::<Named>("[1,2,3]");
    read::<Named>("[1,2]");
    read::<Vec<Pair>>("[[1,2],\n [1,2,3]]");
    println!("{:?}", serde_json::from_value::<Pair>(json!([1, 2, 3])).map_err(|it| it.to_string()));
    println!("{:?}", serde_json::from_value::<(u8, u8)>(json!([1, 2, 3])).map_err(|it| it.to_string()));
}
