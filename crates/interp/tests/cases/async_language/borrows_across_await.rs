use tokio::task::yield_now;

struct Account { name: String, log: Vec<String> }
impl Account {
    async fn add(&mut self, text: &str) -> &mut Self { yield_now().await; self.log.push(format!("{}: {text}", self.name)); self }
    async fn last(&self) -> Option<&str> { yield_now().await; self.log.last().map(String::as_str) }
}

async fn fill(v: &mut Vec<u32>, n: u32) -> usize { for i in 0..n { v.push(i); yield_now().await; } v.len() }
async fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { yield_now().await; if a.len() > b.len() { a } else { b } }
async fn swap(a: &mut i32, b: &mut i32) { let t = *a; yield_now().await; *a = *b; *b = t; }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut acc = Account { name: "ann".into(), log: vec![] };
    acc.add("one").await.add("two").await.log.push("direct".into());
    println!("{:?} {:?}", acc.last().await, acc.log);
    let mut v = vec![9];
    println!("{} {}", fill(&mut v, 2).await, fill(&mut v, 1).await);
    println!("{v:?} {}", longest("abc", &String::from("de")).await);
    let (mut a, mut b) = (1, 2);
    swap(&mut a, &mut b).await;
    println!("{a} {b}");
    let (mut x, mut y) = (vec![], vec![]);
    tokio::join!(fill(&mut x, 2), fill(&mut y, 3));
    println!("{x:?} {y:?}");
    let mut grid = [[0; 2]; 2];
    { let cell = &mut grid[1][0]; yield_now().await; *cell = 5; let r = &*cell; yield_now().await; println!("{r}"); }
    let text = String::from("a b c");
    let mut words = text.split(' ');
    let first = words.next(); yield_now().await;
    println!("{first:?} {:?} {grid:?}", words.next());
}
