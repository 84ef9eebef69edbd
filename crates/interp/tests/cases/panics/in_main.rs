struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }

fn helper(v: &[i32], at: usize) -> i32 {
    let _d = D("helper");
    v[at]
}

fn main() {
    let _a = D("a");
    let v = vec![1, 2, 3];
    println!("{}", helper(&v, 2));
    let _b = D("b");
    println!("{}", helper(&v, 3));
    println!("not reached");
}
