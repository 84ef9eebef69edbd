//! Where things are in the workspace, and which versions its lock file names.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The tools this program installs; `cargo clean` removes them with all else in `target/`.
pub(crate) fn tools_dir() -> PathBuf {
    root().join("target/tools")
}

/// The npm packages: binaryen, the fonts and what else `web/package.json` lists.
pub(crate) fn npm_dir() -> PathBuf {
    root().join("target/npm")
}

/// Files of the site that are made from npm packages, ready for Trunk to copy.
pub(crate) fn assets_dir() -> PathBuf {
    root().join("target/site-assets")
}

/// Where `cargo xtask build` writes the site.
pub(crate) fn dist_dir() -> PathBuf {
    root().join("dist")
}

/// One of our packages, as its `Cargo.toml` describes it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) name: String,
    /// What it is built with, for whatever target: dependencies and build dependencies.
    pub(crate) uses: Vec<String>,
    /// What only its tests are built with.
    pub(crate) tests_use: Vec<String>,
}

/// All packages of the workspace, in the order of their folders.
pub(crate) fn packages() -> Result<Vec<Package>> {
    let crates = root().join("crates");
    let entries = std::fs::read_dir(&crates).with_context(|| format!("cannot list {}", crates.display()))?;
    let mut folders: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    folders.push(root().join("tests"));
    folders.sort();
    let manifests = folders.into_iter().map(|folder| folder.join("Cargo.toml")).filter(|path| path.is_file());
    manifests.map(|path| package(&read(&path)?).with_context(|| path.display().to_string())).collect()
}

/// Reads a package from the text of its `Cargo.toml`.
pub(crate) fn package(manifest: &str) -> Result<Package> {
    let manifest: toml::Table = manifest.parse().context("not valid TOML")?;
    let name = manifest.get("package").and_then(|package| package.get("name")?.as_str());
    let name = name.context("[package] has no name")?.to_owned();
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let targets = targets.into_iter().flatten().filter_map(|(_, section)| section.as_table());
    let sections: Vec<_> = targets.chain([&manifest]).collect();
    let names = |kind: &str| -> Vec<String> {
        let tables = sections.iter().filter_map(|section| section.get(kind)?.as_table());
        tables.flatten().map(|(name, _)| name.clone()).collect()
    };
    let uses = [names("dependencies"), names("build-dependencies")].concat();
    let tests_use = names("dev-dependencies");
    Ok(Package { name, uses, tests_use })
}

/// The version of `package` in the text of a `Cargo.lock`.
pub(crate) fn locked_version(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not valid TOML")?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no version of {package}; `cargo update -w` renews it"))
}

/// Reads a text file, naming it if that fails.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, naming it if that fails.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "wasm-bindgen-futures"
        version = "0.4.80"
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
    "#;

    #[test]
    fn the_lock_file_knows_versions() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
        let error = locked_version(LOCK, "yew").unwrap_err().to_string();
        assert!(error.contains("yew") && error.contains("cargo update"), "{error}");
    }

    #[test]
    fn dependencies_are_found_wherever_they_stand() {
        let manifest = r#"
            [package]
            name = "meanwhile-runtime"
            [dependencies]
            meanwhile-trace.workspace = true
            [build-dependencies]
            quote = "1"
            [dev-dependencies]
            tokio = "1"
            [target.'cfg(target_family = "wasm")'.dependencies]
            web-sys = "0.3"
            [target.'cfg(target_family = "wasm")'.dev-dependencies]
            wasm-bindgen-test = "0.3"
        "#;
        let package = package(manifest).unwrap();
        assert_eq!(package.name, "meanwhile-runtime");
        assert_eq!(package.uses, ["web-sys", "meanwhile-trace", "quote"]);
        assert_eq!(package.tests_use, ["wasm-bindgen-test", "tokio"]);
        assert!(super::package("[package]").unwrap_err().to_string().contains("no name"));
    }

    #[test]
    fn root_holds_the_workspace() {
        assert!(root().join("crates/xtask/Cargo.toml").is_file());
    }
}
