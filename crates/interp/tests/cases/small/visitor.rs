enum Shape { Circle { r: f64 }, Rect { w: f64, h: f64 }, Group(Vec<Shape>) }

trait Visitor { type Out; fn circle(&mut self, r: f64) -> Self::Out; fn rect(&mut self, w: f64, h: f64) -> Self::Out; fn group(&mut self, parts: Vec<Self::Out>) -> Self::Out; }

impl Shape {
    fn accept<V: Visitor>(&self, v: &mut V) -> V::Out {
        match self {
            Shape::Circle { r } => v.circle(*r),
            &Shape::Rect { w, h } => v.rect(w, h),
            Shape::Group(parts) => { let parts = parts.iter().map(|p| p.accept(v)).collect(); v.group(parts) }
        }
    }
}

struct Area;
struct Names { count: usize }
impl Visitor for Area { type Out = f64; fn circle(&mut self, r: f64) -> f64 { 3.0 * r * r } fn rect(&mut self, w: f64, h: f64) -> f64 { w * h } fn group(&mut self, p: Vec<f64>) -> f64 { p.into_iter().sum() } }
impl Visitor for Names {
    type Out = String;
    fn circle(&mut self, r: f64) -> String { self.count += 1; format!("c{r}") }
    fn rect(&mut self, w: f64, h: f64) -> String { self.count += 1; format!("r{w}x{h}") }
    fn group(&mut self, p: Vec<String>) -> String { format!("({})", p.join(" ")) }
}

fn main() {
    let s = Shape::Group(vec![Shape::Circle { r: 2.0 }, Shape::Group(vec![Shape::Rect { w: 1.5, h: 2.0 }]), Shape::Group(vec![])]);
    let mut names = Names { count: 0 };
    println!("{} {} {}", s.accept(&mut Area), s.accept(&mut names), names.count);
}
