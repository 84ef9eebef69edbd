//! What a visitor downloads: every file of `dist/`, compressed as a static host would.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::table::Row;
use crate::{site, workspace};

/// What a file is downloaded for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Page,
    Editor,
    Font,
    CompiledWorker,
    FurtherWorker,
    InterpretedWorker,
    /// What a worker fetches when a program needs it.
    CompiledParts,
    InterpretedParts,
    /// What that fetches ahead, once it is up.
    InterpretedAhead,
    LibraryTexts,
    /// Read by a program that is run, or by another site, or by nobody but a lawyer.
    OnDemand,
}

/// One row a file, then the sums that have a budget.
pub(crate) fn measure() -> Result<Vec<Row>> {
    let dist = workspace::dist_dir();
    let mut files = Vec::new();
    collect(&dist, &dist, &mut files)?;
    files.sort();
    ensure!(!files.is_empty(), "{} has no files", dist.display());
    let mut sizes = Vec::new();
    for file in files {
        let bytes = std::fs::read(dist.join(&file)).with_context(|| format!("cannot read {file}"))?;
        sizes.push((compressed(&bytes).with_context(|| format!("cannot compress {file}"))?, file));
    }
    let mut rows: Vec<_> = sizes.iter().map(|(size, file)| row(file.clone(), *size, None)).collect();
    rows.extend(sums(&sizes));
    Ok(rows)
}

fn sums(sizes: &[(usize, String)]) -> [Row; 10] {
    use Part::*;
    let sum = |what: &str, parts: &[Part], budget| {
        let of_parts = sizes.iter().filter(|(_, file)| parts.contains(&part(file)));
        row(what, of_parts.map(|(size, _)| size).sum(), budget)
    };
    [
        sum("page and timeline, without editor, fonts and workers", &[Page], Some(120)),
        sum("page and timeline, with fonts", &[Page, Font], None),
        sum("ground floor: page, fonts, first worker", &[Page, Font, CompiledWorker], Some(250)),
        sum(
            "first visit: page, fonts, editor, first worker",
            &[Page, Font, Editor, CompiledWorker],
            Some(400),
        ),
        sum("parts of the first worker, at the first lesson that needs them", &[CompiledParts], None),
        sum("further worker, at the first lesson that needs it", &[FurtherWorker], None),
        sum("the interpreter's worker, at the first edit", &[InterpretedWorker], Some(300)),
        sum("what it fetches meanwhile, for the first run", &[InterpretedAhead], None),
        sum("its other parts, for programs that need them", &[InterpretedParts], None),
        sum("its library's texts, for programs that name their crates", &[LibraryTexts], None),
    ]
}

fn row(what: impl Into<String>, bytes: usize, budget: Option<u32>) -> Row {
    Row { what: what.into(), measured: bytes as f64 / 1000.0, budget: budget.map(f64::from), unit: "kB" }
}

/// Sorts by the names that the build gives; whatever has no special name is part of the page.
fn part(file: &str) -> Part {
    let name = file.rsplit('/').next().unwrap_or(file);
    if site::is_ahead("interpreted", file) {
        Part::InterpretedAhead
    } else if file.starts_with("library-") {
        Part::LibraryTexts
    } else if file.starts_with("data/")
        || file.starts_with("lessons/")
        || name.ends_with(".txt")
        || name == "embed.html"
    {
        Part::OnDemand
    } else if name.ends_with(".woff2") {
        Part::Font
    } else if name.starts_with("further-") {
        Part::FurtherWorker
    } else if name.starts_with("compiled-part") {
        Part::CompiledParts
    } else if name.starts_with("interpreted-part") {
        Part::InterpretedParts
    } else if name.starts_with("compiled-") {
        Part::CompiledWorker
    } else if name.starts_with("interpreted-") {
        Part::InterpretedWorker
    } else if name.starts_with("editor") {
        Part::Editor
    } else {
        Part::Page
    }
}

/// The length after brotli at its best, which is what hosts keep ready for static files.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out.len())
}

/// Paths of all files below `folder`, relative to `top`, with `/` on every system.
fn collect(top: &Path, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
        } else {
            let names = path.strip_prefix(top).unwrap_or(&path).iter().map(|name| name.to_string_lossy());
            files.push(names.collect::<Vec<_>>().join("/"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_counts_where_it_is_downloaded() {
        let sizes = [
            (30_000, "meanwhile-app-12ab_bg.wasm"),
            (5_000, "index.html"),
            (40_000, "fonts/inter.woff2"),
            (90_000, "editor-77.js"),
            (100_000, "compiled-12ab.wasm"),
            (150_000, "further-12ab.wasm"),
            (200_000, "interpreted-12ab.wasm"),
            (20_000, "compiled-part1-12ab.wasm"),
            (60_000, "interpreted-part2-12ab.wasm"),
            (70_000, "interpreted-part22-12ab.wasm"),
            (10_000, "library-rand-12ab.txt"),
            (11_000, "library-std-bodies-12ab.txt"),
            (999_000, "data/users.json"),
            (999_000, "lessons/fetch/main.rs"),
        ]
        .map(|(size, file)| (size, file.to_owned()));
        let measured = sums(&sizes).map(|row| row.measured);
        assert_eq!(measured, [35.0, 75.0, 175.0, 265.0, 20.0, 150.0, 200.0, 71.0, 70.0, 10.0]);
    }

    #[test]
    fn compression_is_brotli() {
        assert!(compressed(&[b'a'; 10_000]).unwrap() < 50);
        assert!(compressed(b"").unwrap() <= 2);
    }
}
