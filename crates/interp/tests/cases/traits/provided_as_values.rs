trait Describe {
    fn describe(&self) -> String {
        String::from("indescribable")
    }
}

struct Length(f64);
struct Square;

impl Describe for Length {
    fn describe(&self) -> String {
        format!("{}m", self.0)
    }
}

impl Describe for Square {}

impl<T: Describe> Describe for [T] {
    fn describe(&self) -> String {
        self.iter().map(Describe::describe).collect::<Vec<_>>().join("+")
    }
}

fn all<T>(items: Vec<T>) -> String
where
    T: Describe,
{
    items.iter().map(T::describe).chain(items.first().map(Describe::describe)).collect()
}

fn main() {
    println!("{} {}", [Length(1.5), Length(2.0)].describe(), [Square].describe());
    println!("{} {}", all(vec![Length(3.0)]), all(vec![Square]));
    let by_dyn: Vec<Box<dyn Describe>> = vec![Box::new(Square), Box::new(Length(0.5))];
    let said: Vec<String> = by_dyn.iter().map(|it| it.as_ref()).map(Describe::describe).collect();
    println!("{said:?}");
}
