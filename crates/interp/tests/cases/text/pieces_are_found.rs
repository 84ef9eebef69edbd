//! Iterators over the pieces of a text have an iterator's methods, and no others.

fn main() {
    let line = "id=7; name=ann; ;role=dev";
    let named = line.split(';').map(str::trim).find(|it| it.starts_with("name"));
    println!("{named:?} {:?}", line.split(';').find(|it| it.trim().is_empty()));
    println!("{:?}", line.split("; ").find(|it| it.contains('x')));
    println!("{:?}", line.split([';', '=']).find(|it| it.len() == 1));
    let mut pieces = line.split(|c: char| !c.is_alphanumeric());
    println!("{:?} {:?} {:?}", pieces.find(|it| *it == "ann"), pieces.next(), pieces.find_map(|it| it.strip_prefix("ro")));
    println!("{:?} {:?}", line.split(' ').rfind(|it| it.contains('=')), line.rsplit(' ').find(|it| it.ends_with(';')));
    println!("{:?}", line.splitn(2, ';').find(|it| it.contains("role")));
    println!("{:?}", line.split_terminator('v').find(|it| !it.is_empty()).map(str::len));
    println!("{:?}", line.split(';').position(|it| it.contains("role")));
}
