use std::borrow::Cow;
fn abs_all(input: &mut Cow<[i32]>) {
    for i in 0..input.len() {
        if input[i] < 0 {
            let v = input[i];
            input.to_mut()[i] = -v;
        }
    }
}
fn shout(s: &mut Cow<'_, str>) {
    s.to_mut().push('!');
    s.to_mut().make_ascii_uppercase();
}
fn main() {
    let v = vec![-1, 2];
    let mut c = Cow::from(&v);
    abs_all(&mut c);
    println!("{c:?} {}", matches!(c, Cow::Owned(_)));
    let mut c = Cow::from(&v[1..]);
    abs_all(&mut c);
    println!("{c:?} {}", matches!(c, Cow::Owned(_)));
    let mut c: Cow<[i32]> = Cow::from(v);
    abs_all(&mut c);
    c.to_mut().push(3);
    println!("{c:?} {}", c.len());
    let mut s = Cow::from("abc");
    shout(&mut s);
    println!("{s}");
    let a = [-5, 4];
    let mut c = Cow::Borrowed(&a[..]);
    abs_all(&mut c);
    c.to_mut().sort();
    println!("{c:?}");
    let mut c = Cow::from(&a);
    abs_all(&mut c);
    println!("{c:?}");
}
