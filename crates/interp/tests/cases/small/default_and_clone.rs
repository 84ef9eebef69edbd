#[derive(Debug, Default, Clone, PartialEq)]
struct Settings { name: String, size: (u32, u32), tags: Vec<String>, mode: Mode, ratio: Option<f32> }
#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Mode { Fast, #[default] Safe }
#[derive(Debug)]
struct Custom { n: i32 }
impl Default for Custom { fn default() -> Self { Custom { n: 42 } } }
#[derive(Debug)]
struct Loud(i32);
impl Clone for Loud { fn clone(&self) -> Self { println!("cloning {}", self.0); Loud(self.0 + 1) } }

fn main() {
    let a = Settings::default();
    let mut b = a.clone();
    b.tags.push("x".into());
    b.size.0 = 9;
    println!("{a:?}\n{b:?} {}", a == b);
    println!("{:?} {:?}", Custom::default(), <Vec<u8> as Default>::default());
    let v = vec![Loud(1), Loud(5)];
    println!("{:?}", v.clone());
    let o = Some(Loud(10));
    println!("{:?} {:?}", o.as_ref().cloned(), o);
    let mut t = Loud(0);
    t.clone_from(&v[0]);
    println!("{t:?} {:?}", vec![Loud(7); 2]);
    println!("{:?}", std::array::from_fn::<i32, 3, _>(|i| i as i32 * 2));
}
