use std::collections::BTreeMap;

#[derive(Debug, Clone)] struct Point { x: i32, y: f64 }
#[derive(Debug)] struct Pair(Point, Option<&'static str>);
#[derive(Debug)] enum Shape { Dot, Circle(f64), Line { from: Point, to: Point }, Many(Vec<Shape>) }
#[derive(Debug)] struct Unit;
#[derive(Debug)] struct Nothing {}

fn main() {
    let p = Point { x: 1, y: 2.0 };
    println!("{p:#?}");
    println!("{:#?}", Pair(p.clone(), Some("a\nb")));
    println!("{:#?}", Shape::Many(vec![Shape::Dot, Shape::Circle(0.5), Shape::Line { from: p.clone(), to: p }]));
    println!("{:#?} {:#?} {:#?}", Unit, Nothing {}, ());
    println!("{:#?}", (1, "two", [3.0]));
    println!("{:#?} {:#?}", Vec::<u8>::new(), Some(Some(1)));
    println!("{:#?}", BTreeMap::from([("k", vec![1]), ("l", vec![])]));
    println!("{:#?}", Ok::<_, ()>(Box::new('c')));
    println!("{:#.2?}", [1.0, 2.5]);
}
