use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::marker::PhantomData;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZeroU8, Wrapping};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Mutex;

#[derive(Debug, Serialize, Deserialize)]
struct All<'a, T> {
    name: Cow<'a, str>,
    cell: Cell<i32>,
    ref_cell: RefCell<Vec<u8>>,
    mutex: Mutex<bool>,
    order: Reverse<u8>,
    wrapping: Wrapping<u16>,
    id: NonZeroU8,
    host: IpAddr,
    bind: SocketAddr,
    file: PathBuf,
    range: Range<u32>,
    mark: PhantomData<T>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Host { at: IpAddr, list: Vec<NonZeroU8> },
}

fn main() {
    let host: IpAddr = [10, 0, 0, 1].into();
    let all: All<String> = All {
        name: "borrowed".into(),
        cell: Cell::new(-1),
        ref_cell: RefCell::new(vec![3]),
        mutex: Mutex::new(true),
        order: Reverse(4),
        wrapping: Wrapping(5),
        id: NonZeroU8::MIN,
        host,
        bind: (host, 8080).into(),
        file: PathBuf::from("a/b.txt"),
        range: 1..9,
        mark: PhantomData,
    };
    let text = serde_json::to_string(&all).unwrap();
    println!("{text}");
    let back: All<String> = serde_json::from_str(&text).unwrap();
    println!("{back:?}");
    for text in ["0", "256", "-1", "\"1\""] {
        println!("{:?}", serde_json::from_str::<NonZeroU8>(text).map_err(|it| it.to_string()));
    }
    for text in ["\"1.2.3\"", "7"] {
        println!("{}", serde_json::from_str::<IpAddr>(text).unwrap_err());
        println!("{}", serde_json::from_str::<SocketAddr>(text).unwrap_err());
    }
    let results: [Result<u8, &str>; 2] = [Ok(1), Err("no")];
    println!("{}", serde_json::to_string(&results).unwrap());
    let text = r#"[{"kind":"Host","at":"1.1.1.1","list":[1]}]"#;
    println!("{:?}", serde_json::from_str::<Vec<Tagged>>(text));
}
