use std::collections::BTreeMap;
use std::ops::{Index, IndexMut, Range};

#[derive(Debug, Clone, PartialEq)]
enum Value {
    Null,
    Text(String),
    Number(f64),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl Index<&str> for Value {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        match self {
            Value::Map(map) => map.get(key).unwrap_or(&Value::Null),
            _ => &Value::Null,
        }
    }
}

impl Index<usize> for Value {
    type Output = Value;

    fn index(&self, at: usize) -> &Value {
        match self {
            Value::List(list) => &list[at],
            _ => &Value::Null,
        }
    }
}

impl IndexMut<usize> for Value {
    fn index_mut(&mut self, at: usize) -> &mut Value {
        match self {
            Value::List(list) => &mut list[at],
            other => other,
        }
    }
}

impl Index<Range<usize>> for Value {
    type Output = [Value];

    fn index(&self, range: Range<usize>) -> &[Value] {
        match self {
            Value::List(list) => &list[range],
            _ => &[],
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Value {
        Value::Number(number)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(list: Vec<T>) -> Value {
        Value::List(list.into_iter().map(T::into).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, T::into)
    }
}

fn main() {
    let map = BTreeMap::from([("tags".to_string(), vec![1.0, 2.5].into()), ("name".to_string(), "Ada".into())]);
    let mut value = Value::Map(map);
    println!("{:?} {:?} {:?}", value["tags"], value["tags"][1], value["none"]["deeper"]);
    println!("{} {}", value["name"] == "Ada".into(), value["tags"][0] != 1.0.into());
    if let Value::Map(map) = &mut value {
        let tags = map.get_mut("tags").unwrap();
        tags[1] = Some("two").into();
        tags[0] = None::<f64>.into();
    }
    println!("{:?} {:?}", &value["tags"][0..1], &value["tags"][1..2]);
}
