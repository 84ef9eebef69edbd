use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Prefix(_) => unreachable!(),
            Component::RootDir => out.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            Component::Normal(name) => out.push(name),
        }
    }
    out
}
fn main() {
    for text in ["/usr/./lib/../bin//x.tar.gz", "./a/b/", "../up", "/", "", "plain"] {
        let path = Path::new(text);
        println!("{:?} -> {}", path.components().collect::<Vec<_>>(), normalize(path).display());
        println!(
            "  {:?} {:?} {:?} {:?}",
            path.parent(),
            path.file_name(),
            path.file_stem(),
            path.extension()
        );
        println!("  {:?}", path.ancestors().map(|it| it.display().to_string()).collect::<Vec<_>>());
    }
    println!(
        "{:?} {:?} {:?}",
        names(Path::new("/a/main.rs")),
        names(Path::new("b.txt")),
        names(Path::new(".."))
    );
    println!("{} {}", Path::new("a//b/") == Path::new("a/b"), Path::new("./a") == Path::new("a"));
    println!("{} {}", PathBuf::from("a/b") == *Path::new("a/b"), Path::new("a/c") > Path::new("a/b/z"));
    let sizes = HashMap::from([(PathBuf::from("/x/y"), 1)]);
    println!("{:?} {:?}", sizes.get(Path::new("/x//y")), sizes.get(Path::new("/x")));
    let mut it = Path::new("/a/b/c").components();
    println!("{:?} {:?} {:?} {}", it.next(), it.next_back(), it.as_path(), it.clone().count());
    let depth =
        Path::new("src/bin/main.rs").components().filter(|c| matches!(c, Component::Normal(_))).count();
    println!(
        "{depth} {:?}",
        Path::new("/a/b").iter().map(|s| s.to_string_lossy().to_string()).collect::<Vec<_>>()
    );
    let joined: PathBuf = ["a", "b", "c.txt"].iter().collect();
    println!("{} {:?}", joined.display(), joined.components().rev().next().map(|c| c.as_os_str().to_owned()));
    if let Some(Component::Normal(first)) = joined.components().next() {
        println!("{}", first.to_str().unwrap());
    }
}
#[allow(dead_code)]
fn names(path: &Path) -> Option<(&str, String, bool)> {
    use std::ffi::{OsStr, OsString};
    let name = path.file_name().and_then(|it| it.to_str())?;
    let kind = path.extension().and_then(OsStr::to_str).unwrap_or("none");
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let mut upper: OsString = path.extension()?.to_ascii_uppercase();
    upper.push("!");
    println!(
        "{kind} {upper:?} {:?} {}",
        path.with_file_name(format!("{stem}2")).with_extension(kind),
        path.extension() == Some(OsStr::new("rs"))
    );
    Some((name, stem, path.extension().is_some_and(|it| it == "rs" || it.eq_ignore_ascii_case("TXT"))))
}
