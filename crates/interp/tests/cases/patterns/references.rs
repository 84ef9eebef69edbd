#[derive(Debug, Clone, PartialEq)]
struct Person { name: String, age: u32, pet: Option<Box<Person>> }

fn main() {
    let reference = &(1, String::from("x"));
    let &(n, ref s) = reference;
    let (m, t) = reference;
    println!("{n} {s} {m} {t}");
    let v = vec![(1, 'a'), (2, 'b')];
    for &(n, c) in &v { print!("{n}{c} "); }
    for (n, c) in v.iter() { print!("{}{c} ", n + 1); }
    println!("{}", v.iter().map(|&(n, _)| n).sum::<i32>());
    let mut p = Person { name: "Ann".into(), age: 30, pet: Some(Box::new(Person { name: "Rex".into(), age: 3, pet: None })) };
    match &mut p {
        Person { age, pet: Some(pet), .. } => { *age += 1; pet.age += 1; pet.name.push('!'); }
        _ => unreachable!(),
    }
    let Person { name, age, ref pet } = p;
    println!("{name} {age} {:?}", pet.as_ref().map(|it| &it.name));
    let boxed = Box::new((1, "two"));
    let (one, two) = *boxed;
    println!("{one} {two}");
    match &Some(5) { Some(5) => println!("five"), _ => println!("other") }
    match *&&3 { &3 => println!("three"), _ => {} }
    let text = String::from("match me");
    match text.as_str() { "match me" => println!("matched"), _ => println!("no") }
    let opt: Option<&mut i32> = None;
    println!("{}", matches!(opt, None));
    let mut pair = (1, 2);
    let (ref mut a, b) = pair;
    *a += b;
    println!("{pair:?}");
    let deep = &&Some((1, [2, 3]));
    if let Some((x, [_, y])) = deep { println!("{}", x + y); }
}
