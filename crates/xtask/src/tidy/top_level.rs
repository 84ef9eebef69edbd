//! The top of the repository holds what the design names, and hidden configuration.

/// Names allowed, with what a build adds.
const ALLOWED: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "Trunk.toml",
    "crates",
    "dist",
    "rust-toolchain.toml",
    "target",
    "tests",
    "web",
];

pub(super) fn check(names: &[String]) -> Vec<String> {
    let strangers = names.iter().filter(|name| !name.starts_with('.') && !ALLOWED.contains(&name.as_str()));
    strangers
        .map(|name| format!("{name}: not one of the few things at the top; crates/, web/ or tests/ may have a place for it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strangers_are_named() {
        let names = [".gitignore", "Cargo.toml", "notes.md", "web"].map(str::to_owned);
        let complaints = check(&names);
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].starts_with("notes.md: "), "{complaints:?}");
    }
}
