#[derive(Debug, Clone, PartialEq)]
enum Json { Null, Bool(bool), Num(f64), Str(String), List(Vec<Json>), Obj(Vec<(String, Json)>) }

impl Json {
    fn show(&self) -> String {
        match self {
            Json::Null => "null".to_string(),
            Json::Bool(b) => b.to_string(),
            Json::Num(n) => n.to_string(),
            Json::Str(s) => format!("{s:?}"),
            Json::List(l) => format!("[{}]", l.iter().map(Json::show).collect::<Vec<_>>().join(",")),
            Json::Obj(o) => format!("{{{}}}", o.iter().map(|(k, v)| format!("{k:?}:{}", v.show())).collect::<Vec<_>>().join(",")),
        }
    }
    fn depth(&self) -> usize { match self { Json::List(l) => 1 + l.iter().map(|j| j.depth()).max().unwrap_or(0), Json::Obj(o) => 1 + o.iter().map(|(_, j)| j.depth()).max().unwrap_or(0), _ => 0 } }
    fn get(&self, key: &str) -> &Json { match self { Json::Obj(o) => o.iter().find(|(k, _)| k == key).map(|(_, v)| v).unwrap_or(&Json::Null), _ => &Json::Null } }
}

#[derive(Debug)]
struct Tree { value: i32, left: Option<Box<Tree>>, right: Option<Box<Tree>> }
impl Tree {
    fn leaf(value: i32) -> Tree { Tree { value, left: None, right: None } }
    fn insert(&mut self, v: i32) { let side = if v < self.value { &mut self.left } else { &mut self.right }; match side { Some(t) => t.insert(v), None => *side = Some(Box::new(Tree::leaf(v))) } }
    fn sum(&self) -> i32 { self.value + self.left.as_ref().map_or(0, |t| t.sum()) + self.right.as_ref().map_or(0, |t| t.sum()) }
    fn in_order(&self) -> Vec<i32> { let mut v = self.left.as_deref().map(Tree::in_order).unwrap_or_default(); v.push(self.value); if let Some(r) = &self.right { v.extend(r.in_order()); } v }
}

fn main() {
    let j = Json::Obj(vec![("a".into(), Json::List(vec![Json::Num(1.5), Json::Null, Json::List(vec![])])), ("b\"".into(), Json::Str("x\n".into())), ("c".into(), Json::Bool(true))]);
    println!("{} {} {:?}", j.show(), j.depth(), j.get("c"));
    let mut t = Tree::leaf(5);
    for v in [2, 8, 1, 9, 5] { t.insert(v); }
    println!("{:?} {}", t.in_order(), t.sum());
}
