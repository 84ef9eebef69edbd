//! The programs as they stand, all in one executable: linking one for each would take minutes.

use crate::Result;
use crate::lesson::Lesson;
use crate::output::{self, module};
use std::fmt::Write as _;

/// What is asked of the project's code, but not of code that teaches.
const LESSONS_OWN: &str = "#[allow(clippy::semicolon_if_nothing_returned, clippy::unwrap_used)]";

/// Writes the modules, and a table of the programs' names and `main`s.
pub(crate) fn write(lessons: &[Lesson]) -> Result<()> {
    let mut code = String::new();
    let mut table = String::from("const PROGRAMS: &[(&str, Main)] = &[\n");
    for Lesson { slug, source, .. } in lessons {
        let (module, file) = (module(slug), format!("native/{}.rs", module(slug)));
        // The text is what rustc gets; only the door to its `main` is added.
        let door = "\npub(crate) fn run() -> impl std::process::Termination {\n    main()\n}\n";
        output::write(&file, &format!("{source}{door}"))?;
        let _ = writeln!(code, "{LESSONS_OWN}\n#[path = {:?}]\nmod {module};", output::path(&file));
        let _ = writeln!(table, "    ({slug:?}, || {module}::run().report()),");
    }
    output::write("native.rs", &format!("{code}{table}];\n"))
}
