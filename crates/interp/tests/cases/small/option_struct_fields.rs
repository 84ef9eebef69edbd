#[derive(Debug, Clone, Default)]
struct User { name: String, email: Option<String>, manager: Option<Box<User>>, scores: Option<Vec<u32>> }

fn domain(u: &User) -> Option<&str> { u.email.as_ref()?.split('@').nth(1) }
fn boss_of_boss(u: &User) -> Option<&String> { u.manager.as_ref()?.manager.as_ref().map(|m| &m.name) }
fn best(u: &User) -> Option<u32> { u.scores.as_deref()?.iter().copied().max() }

fn main() {
    let top = User { name: "Top".into(), ..Default::default() };
    let mid = User { name: "Mid".into(), email: Some("mid@corp".into()), manager: Some(Box::new(top)), scores: None };
    let mut low = User { name: "Low".into(), email: Some("broken".into()), manager: Some(Box::new(mid.clone())), scores: Some(vec![3, 9, 4]) };
    println!("{:?} {:?} {:?}", domain(&mid), domain(&low), boss_of_boss(&low));
    println!("{:?} {:?} {:?}", best(&low), best(&mid), boss_of_boss(&mid));
    if let Some(m) = low.manager.as_mut() { m.name.push_str("dle"); }
    if let Some(User { name, .. }) = low.manager.as_deref() { println!("{name}"); }
    low.scores.get_or_insert_default().push(10);
    let taken = low.email.take();
    println!("{taken:?} {:?} {:?}", low.email, low.scores);
    println!("{}", low.manager.map_or("none".to_string(), |m| m.name));
}
