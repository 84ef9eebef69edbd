fn main() {
    let x = 5;
    let x = x + 1;
    {
        let x = x * 2;
        println!("inner {x}");
    }
    println!("outer {x}");
    let x = "now text";
    println!("{x} {}", x.len());
    let spaces = "   ";
    let spaces = spaces.len();
    println!("{spaces}");
    let value = Some(3);
    if let Some(value) = value {
        let value = value + 1;
        println!("{value}");
    }
    println!("{value:?}");
    for x in 0..2 {
        let x = x * 10;
        println!("{x}");
    }
    println!("{x}");
    let f = { let x = 1; move || x };
    let x = 100;
    println!("{} {x}", f());
    match x { 100 => { let x = "hundred"; println!("{x}") } x => println!("{x}") }
    fn inner(x: u8) -> u8 { let x = x / 2; x }
    println!("{}", inner(9));
}
