fn fail(code: i32) -> ! { println!("exiting"); std::process::exit(code) }
struct D;
impl Drop for D { fn drop(&mut self) { println!("not dropped by exit"); } }

fn pick(n: u32) -> &'static str { match n { 0 => "zero", 1 => "one", _ => fail(7) } }

fn main() {
    let _d = D;
    println!("{} {}", pick(0), pick(1));
    let x: u32 = if pick(1).len() == 3 { 5 } else { panic!() };
    println!("{x}");
    println!("{}", pick(2));
}
