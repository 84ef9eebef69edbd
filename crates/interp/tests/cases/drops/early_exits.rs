struct D(&'static str);
impl Drop for D { fn drop(&mut self) { print!("~{} ", self.0); } }

fn returns(n: i32) -> &'static str {
    let _a = D("a");
    if n == 0 { return "early"; }
    let _b = D("b");
    for i in 0..5 {
        let _i = D("i");
        if i == 1 { continue; }
        if i == n { return "loop"; }
    }
    "late"
}

fn question(n: Result<i32, &'static str>) -> Result<i32, String> {
    let _q = D("q");
    let v = n?;
    let _r = D("r");
    Ok(v + Some(1).ok_or("none")?)
}

fn partial(flag: bool) -> Option<(D, D)> {
    Some((D("left"), if flag { D("right") } else { return None }))
}

fn build(n: usize) -> Result<Vec<D>, usize> {
    let names = ["x", "y", "z"];
    (0..4).map(|i| if i < n { Ok(D(names[i])) } else { Err(i) }).collect()
}

fn main() {
    for n in [0, 2, 9] { println!("= {}", returns(n)); }
    println!("= {:?}", question(Ok(1)));
    println!("= {:?}", question(Err("bad")));
    println!("= {}", partial(true).is_some());
    println!("= {}", partial(false).is_some());
    println!("= {:?}", build(2).map(|v| v.len()));
    let r = 'a: { let _x = D("x"); { let _y = D("y"); if true { break 'a 5; } } 6 };
    println!("= {r}");
    let mut n = 0;
    let s = loop { let _l = D("l"); n += 1; if n == 2 { break D("value"); } };
    println!("= {}", s.0);
    let c = |stop: bool| { let _c = D("c"); if stop { return 1; } let _d = D("d"); 2 };
    println!("= {} {}", c(true), c(false));
    std::process::exit(if n == 2 { 4 } else { 0 });
}
