//! The table of the programs, as Rust.

use crate::lesson::Lesson;
use crate::output::module;
use crate::passed::Passed;
use crate::print::print;
use std::fmt::Write as _;

/// The program whose texts are always there, because the page opens with it.
const HOME: &str = "three-downloads";

/// Returns the constants `PROGRAMS` and `INDEPENDENT`.
pub(crate) fn code(lessons: &[Lesson], passed: &[Passed]) -> String {
    let mut code = String::from("pub(crate) const PROGRAMS: &[Program] = &[\n");
    for lesson in lessons {
        program(&mut code, lesson);
    }
    code + "];\n\n" + &independent(lessons, passed)
}

/// Returns the constant `INDEPENDENT`.
fn independent(lessons: &[Lesson], passed: &[Passed]) -> String {
    let mut code = String::from("pub(crate) const INDEPENDENT: &[Independent] = &[\n");
    for (lesson, passed) in lessons.iter().zip(passed).filter(|it| !it.1.independent.is_empty()) {
        let groups: String = passed.independent.iter().map(|group| format!("&{group:?}, ")).collect();
        let _ = writeln!(code, "    ({:?}, &[{groups}]),", lesson.slug);
    }
    code + "];\n"
}

/// Returns a macro that writes one test for each lesson.
pub(crate) fn each_lesson(lessons: &[Lesson]) -> String {
    let mut code = String::from(
        "/// Writes one test for each lesson, which calls a function with the lesson's name in addresses.\n\
         #[doc(hidden)]\n#[macro_export]\nmacro_rules! each_lesson {\n    ($check:path) => {\n",
    );
    for lesson in lessons {
        let (name, slug) = (module(&lesson.slug), &lesson.slug);
        let _ = writeln!(
            code,
            "        #[test]\n        fn {name}() {{\n            $check({slug:?});\n        }}"
        );
    }
    code + "    };\n}\n"
}

fn program(code: &mut String, lesson: &Lesson) {
    let Lesson { slug, number, part, title, summary, tags, asyncio, .. } = lesson;
    let Lesson { answer, needs_real_clock, has_only_double, data, .. } = lesson;
    let texts = if slug == HOME { "texts_of_home" } else { "texts" };
    let fetches = lesson.source.contains("reqwest::");
    let _ = writeln!(
        code,
        "    Program {{
        slug: {slug:?},
        number: {number:?},
        part: {part:?},
        title: {title:?},
        summary: {summary:?},
        tags: &{tags:?},
        asyncio: &{asyncio:?},
        answer: {answer},
        needs_real_clock: {needs_real_clock},
        has_only_double: {has_only_double},
        data: {data:?},
        fetches: {fetches},
        set: Set::{:?},
        print: {},
        texts: {texts}!({:?}),
    }},",
        lesson.set(),
        print(&lesson.source),
        lesson.folder
    );
}
