//! The examples, as the page asks for them: the one place that knows how the programs' crate keeps them.

use meanwhile_programs::Program;

/// The example that the page opens with: it compares, which is what the page is for.
const HOME: &str = "three-downloads";

/// Returns the examples, in the order in which they are offered.
pub(crate) fn all() -> &'static [Program] {
    Program::ALL
}

/// Returns the example that is shown when none is asked for.
pub(crate) fn first() -> &'static Program {
    find(HOME).unwrap_or(&Program::ALL[0])
}

/// Returns the example of this slug.
pub(crate) fn find(slug: &str) -> Option<&'static Program> {
    meanwhile_programs::find(slug)
}

/// Returns the example of this text; blanks at its end do not count.
pub(crate) fn of_text(text: &str) -> Option<&'static Program> {
    let print = meanwhile_programs::print(text);
    all().iter().find(|it| it.print == print)
}

/// Returns whether an example fetches from the site, so that the service worker has a part in it.
pub(crate) fn fetches(program: &Program) -> bool {
    program.fetches
}
