//! Gives each worker one script, under a name that changes with its content.
//!
//! Trunk writes a worker as `compiled.js` and `compiled_bg.wasm`, the same names for every version, so that a
//! browser's cache could pair an old worker with a new page. Here they become `compiled-<hash>.js`, a classic
//! script that starts itself, and `compiled-<hash>.wasm`. Each page learns the script's name from
//! `<meta name="meanwhile-worker-compiled" content="compiled-<hash>.js">` and starts it with
//! `new Worker(new URL(content, document.baseURI))`.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::{MODULE, optimise, split};
use crate::workspace;

const GLUE_START: &str = "wasm_bindgen";

/// Renames the workers in a folder that Trunk has filled, and tells its pages.
pub(super) fn hash(folder: &Path) -> Result<()> {
    let files = names(folder)?;
    let index = workspace::read(&folder.join("index.html"))?;
    let mut metas = String::new();
    for file in &files {
        // The page's own module is the one that its HTML names.
        if let Some(worker) = file.strip_suffix(MODULE).filter(|_| !index.contains(file.as_str())) {
            let script = rename(folder, worker)?;
            metas.push_str(&format!(r#"<meta name="meanwhile-worker-{worker}" content="{script}">"#));
        }
    }
    for page in super::pages(folder)? {
        let text = insert(&workspace::read(&page)?, &metas).with_context(|| page.display().to_string())?;
        workspace::write(&page, text)?;
    }
    Ok(())
}

/// Renames one worker's files; returns the name of its script.
fn rename(folder: &Path, worker: &str) -> Result<String> {
    let old_wasm = folder.join(format!("{worker}{MODULE}"));
    let old_glue = folder.join(format!("{worker}.js"));
    let bytes = std::fs::read(&old_wasm).with_context(|| format!("cannot read {}", old_wasm.display()))?;
    let wasm = format!("{worker}-{}.wasm", digest(&bytes));
    let glue = rename_parts(folder, worker, workspace::read(&old_glue)?)?;
    let ahead: Vec<String> = names(folder)?.into_iter().filter(|it| is_ahead(worker, it)).collect();
    let script = script(&glue, &wasm, &ahead).with_context(|| old_glue.display().to_string())?;
    let name = format!("{worker}-{}.js", digest(script.as_bytes()));
    workspace::write(&folder.join(&name), script)?;
    std::fs::rename(&old_wasm, folder.join(&wasm))
        .with_context(|| format!("cannot rename {}", old_wasm.display()))?;
    std::fs::remove_file(&old_glue).with_context(|| format!("cannot remove {}", old_glue.display()))?;
    Ok(name)
}

/// Whether a worker fetches a file as soon as it is up, because the first program that it is given may need it.
pub(crate) fn is_ahead(worker: &str, file: &str) -> bool {
    let count = split::parts_ahead(worker);
    let is_part = |number| file.starts_with(&split::part_file(worker, number).replace(".wasm", "-"));
    (1..=count).any(is_part) || count > 0 && optimise::is_of_kept(file)
}

/// Renames the parts that a worker has been split into; returns its glue with their names.
fn rename_parts(folder: &Path, worker: &str, mut glue: String) -> Result<String> {
    for number in 1.. {
        let file = split::part_file(worker, number);
        let old = folder.join(&file);
        if !old.exists() {
            break;
        }
        let bytes = std::fs::read(&old).with_context(|| format!("cannot read {}", old.display()))?;
        let new = file.replace(".wasm", &format!("-{}.wasm", digest(&bytes)));
        ensure!(glue.contains(&file), "the script of {worker} does not name its part {file}");
        glue = glue.replace(&file, &new);
        std::fs::rename(&old, folder.join(&new))
            .with_context(|| format!("cannot rename {}", old.display()))?;
    }
    Ok(glue)
}

/// The whole of a worker's script: wasm-bindgen's glue, and the call that starts it.
///
/// One file, for one round trip less before the wasm is asked for. A failed start would be an unhandled
/// rejection, of which the page hears nothing; thrown from a timer it becomes the worker's `error` event.
///
/// What is fetched ahead only comes to the browser's cache, where it is found when it is asked for; if it does not come,
/// it is asked for in vain later, too, and then told.
fn script(glue: &str, wasm: &str, ahead: &[String]) -> Result<String> {
    ensure!(
        glue.contains(GLUE_START) && !glue.contains("import.meta"),
        "this is not the glue of a classic worker; its link in web/index.html must have data-type=\"worker\" \
         and no data-bindgen-target"
    );
    let fetches = match ahead {
        [] => String::new(),
        files => format!(
            ".then(()=>{files:?}.forEach(file=>\
             fetch(new URL(file,self.location.href)).then(answer=>answer.arrayBuffer()).catch(()=>{{}})))"
        ),
    };
    Ok(format!(
        "{glue}\nwasm_bindgen({{module_or_path:new URL(\"{wasm}\",self.location.href)}}){fetches}\
         .catch(error=>setTimeout(()=>{{throw error}}));\n"
    ))
}

/// Puts the tags at the start of a page's head, where every script of the page can already read them.
pub(super) fn insert(page: &str, tags: &str) -> Result<String> {
    const HEAD: &str = "<head>";
    let Some(start) = page.find(HEAD) else {
        bail!("the page has no <head>, in which the workers' names would go");
    };
    let (before, after) = page.split_at(start + HEAD.len());
    Ok(format!("{before}{tags}{after}"))
}

pub(super) fn digest(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let files = super::files(folder)?;
    Ok(files.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    const PAGE: &str = "<html><head><link href=\"app-1_bg.wasm\"></head><body></body></html>";

    /// A staging folder as Trunk leaves it, with this wasm in the worker.
    fn staged(name: &str, wasm: &[u8]) -> PathBuf {
        let folder = workspace::root().join("target/xtask-tests").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (file, bytes) in [
            ("index.html", PAGE.as_bytes()),
            ("app-1.js", b"export default function init() {}"),
            ("app-1_bg.wasm", b"app"),
            ("compiled.js", b"let wasm_bindgen = (function() {})();"),
            ("compiled_bg.wasm", wasm),
        ] {
            std::fs::write(folder.join(file), bytes).unwrap();
        }
        folder
    }

    fn script_of(folder: &Path) -> String {
        let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let (_, rest) = page.split_once(r#"<meta name="meanwhile-worker-compiled" content=""#).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    }

    #[test]
    fn the_page_names_the_script_and_the_script_names_the_wasm() {
        let folder = staged("names", b"one");
        hash(&folder).unwrap();
        let script = std::fs::read_to_string(folder.join(script_of(&folder))).unwrap();
        let wasm = names(&folder)
            .unwrap()
            .into_iter()
            .find(|file| file.starts_with("compiled-") && file.ends_with(".wasm"));
        assert!(script.contains(&format!("new URL(\"{}\",self.location.href)", wasm.unwrap())), "{script}");
        assert!(!folder.join("compiled.js").exists() && !folder.join("compiled_bg.wasm").exists());
        assert!(folder.join("app-1_bg.wasm").exists(), "the page's own module keeps its name");
        let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(page.starts_with("<html><head><meta name="), "before any script of the page: {page}");
    }

    #[test]
    fn a_changed_wasm_changes_the_name_of_the_script_too() {
        let [one, same, two] = [("a", b"one"), ("b", b"one"), ("c", b"two")].map(|(name, wasm)| {
            let folder = staged(name, wasm);
            hash(&folder).unwrap();
            script_of(&folder)
        });
        assert_eq!(one, same);
        assert_ne!(one, two);
    }

    #[test]
    fn what_the_first_run_needs_is_fetched_ahead() {
        let files = [
            "library-std-bodies-1.txt",
            "library-std-1.txt",
            "interpreted-part2-3f.wasm",
            "interpreted-part21-3f.wasm",
        ];
        assert!(!files.iter().any(|it| is_ahead("compiled", it)));
        let files: Vec<String> =
            files.iter().filter(|it| is_ahead("interpreted", it)).map(ToString::to_string).collect();
        assert_eq!(files, ["library-std-bodies-1.txt", "interpreted-part2-3f.wasm"]);
        let script = script("wasm_bindgen", "x.wasm", &files).unwrap();
        assert!(
            script.contains(r#"["library-std-bodies-1.txt", "interpreted-part2-3f.wasm"].forEach"#),
            "{script}"
        );
        assert!(script.contains("fetch(new URL(file,self.location.href))"), "{script}");
    }

    #[test]
    fn glue_of_another_kind_and_a_page_without_head_are_refused() {
        assert!(script("import.meta.url; wasm_bindgen", "x.wasm", &[]).is_err());
        assert!(insert("<body></body>", "").unwrap_err().to_string().contains("<head>"));
    }
}
