//! The lessons are right, so nothing is wrong with them.

use super::try_to_look_at;
use std::fs;
use std::path::Path;

#[test]
fn no_lesson_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../programs/programs");
    let mut lessons = 0;
    for entry in fs::read_dir(folder).expect("the lessons are there") {
        let file = entry.expect("a lesson can be read").path().join("main.rs");
        let Ok(text) = fs::read_to_string(&file) else { continue };
        // Of a lesson that uses what the library does not have yet there is nothing to say here.
        let Ok(looked) = try_to_look_at(&text) else { continue };
        assert!(looked.diagnostics.is_empty(), "{}: {:#?}", file.display(), looked.diagnostics);
        lessons += 1;
    }
    assert!(lessons > 0);
}
