fn pick<'a>(x: &'a str, long: bool) -> &'a str {
    let own = x.to_uppercase();
    if long { &own } else { x }
}
fn pick2<'a>(x: &'a str, long: bool) -> &'a str {
    let own = x.to_uppercase();
    match long {
        true => own.as_str(),
        false => x,
    }
}
fn pick3<'a>(x: &'a str, long: bool) -> &'a str {
    if long {
        let own = x.to_uppercase();
        return own.trim();
    }
    x
}
fn pick4<'a>(x: &'a str, long: bool) -> &'a str {
    if long {
        let own = x.to_uppercase();
        own.trim()
    } else { x }
}
fn pick5<'a>(x: &'a str, long: bool) -> &'a str {
    let own = x.to_uppercase();
    let found = own.trim();
    found
}
fn main() { pick("", true); pick2("", true); pick3("", true); pick4("", true); pick5("", false); }
