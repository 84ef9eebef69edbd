//! A source-to-source pass that gives every async fn, await and branch its span.
//!
//! [`instrument`] takes an ordinary program for tokio and reqwest, one that rustc compiles as it stands, and returns the
//! same program for `meanwhile-runtime`, in which every future is recorded. It runs at build time.
//!
//! # What it does
//!
//! - An **`async fn`** becomes a `fn` that returns `record::function(name, line, column, async move { .. })`: the span is
//!   made when the function is *called*. All parameters are moved in, used or not, and are dropped in the order in which
//!   rustc drops those of an `async fn`. The span stands at the function's name. A function whose declared return type
//!   ends in `Result` is recorded by `record::fallible_function`. A function that returns `!` stays an `async fn`, and
//!   its span is made at its first poll, because `impl Future<Output = !>` cannot be written.
//! - An **`.await`** becomes `record::awaited_as(text, line, column, operand).await`. The place is that of the word
//!   `await`; the text is that of the operand (see [below](#names)).
//! - An **`async` block** becomes `record::block(line, column, block)`, and so does the body of an `async` closure. The
//!   place is that of the word `async`.
//! - The operands of **`join!`, `try_join!` and `select!`** become `record::branch_as(text, line, column, operand)`,
//!   placed at the operand's first character.
//! - **`tokio::spawn(operand)`** becomes `record::spawn(name, line, column, operand)`, placed at the call's first
//!   character. An `async` block written as the operand gets no span of its own: the task stands for it. If the operand
//!   calls an `async fn` of the program by its name, the arguments are evaluated by the spawner and the call is made in
//!   the task's first poll, as if awaited at the place of the spawn, so that the function's span is the task's child.
//! - The operand of a method `spawn` or `spawn_local`, and that of `spawn_local` itself, becomes
//!   `record::task(name, line, column, operand)`, so that the tasks of a `JoinSet` have names too.
//! - **`spawn_blocking(move || f(a, b))`** becomes `record::spawn_blocking(name, line, column, "f", (a, b), ..)`, and `f`
//!   is entered in `pub fn __job(function, arguments)`, by which another instance of the program calls it. `f` has to be
//!   a function of the outermost module, and its parameters and its result have to own what they are and to be
//!   serialisable. Anything else is an error. The span is named as that of an `async fn` would be.
//! - **Paths** into tokio, reqwest, futures and the few parts of std that a browser lacks lead to the runtime, also
//!   through `use`. What the runtime does not have is an error that names it.
//! - **`let name = Mutex::new(..)`** becomes `let name = record::named("name", || Mutex::new(..))`, and so do the other
//!   makers of `tokio::sync` and what wraps them in `Arc`, `Rc` or `Box`: the resource goes by the first name in the
//!   pattern. What would mean something else in a closure stays as it is.
//! - **`main`** loses its `#[tokio::main]`, and `pub fn start()` is added, which returns the program as a boxed future.
//!   `main` has no span of its own: the runtime's main task stands for it.
//! - The arguments of std's macros are looked into. A macro that the pass does not know stays as it is, unless there is
//!   something in it that would have to be changed; that is an error.
//!
//! # Names
//!
//! The name of an `async fn`'s span is the function's name, without its type or module, followed by its arguments in
//! parentheses:
//!
//! - A function without parameters, or with `self` alone, has no parentheses: `sequential`.
//! - An argument is shown as `{:?}` prints it if its parameter is a plain name and its declared type is `&str`, `String`,
//!   `&String`, an integer, a float, `bool`, `char` or `Duration`. Any other is shown as `…`.
//! - A string of more than 24 characters is cut after the 24th, and `…` put in place of the rest.
//! - At most three arguments are shown; for all further ones together stands one `…`.
//! - If none of the first three can be shown, the name is `name(…)`.
//!
//! So `download("a.pdf", 300)` is `download("a.pdf", 300)`, and `fetch(&client, url)` is `fetch(…)`.
//!
//! A task is named after what is spawned: the function or method for a call, the variable for a variable, else
//! `async block`. An awaited future that has no other name has the text of the operand: white space is collapsed to one
//! space and left out before a `.`; a text of more than 40 characters is cut after the 40th, and `…` put in place of the
//! rest.
//!
//! # Example
//!
//! ```
//! let program = r#"
//!     #[tokio::main]
//!     async fn main() {
//!         tokio::time::sleep(std::time::Duration::from_millis(300)).await;
//!     }
//! "#;
//! let instrumented = meanwhile_instrument::instrument(program).unwrap();
//! assert!(instrumented.code.contains("::meanwhile_runtime::record::awaited_as("));
//! assert!(instrumented.code.contains("pub fn start()"));
//! ```

mod awaits;
mod blocking;
mod emit;
mod error;
mod functions;
mod gather;
mod independent;
mod macros;
mod named;
mod names;
pub mod naming;
mod pass;
mod paths;
mod pin;
mod place;
mod program;
mod scope;
mod spawn;
mod uses;

pub use error::Error;
pub use gather::{Group, Rewrite, gather, gather_in};

/// A program that records its futures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrumented {
    /// The source of a module, to be included with `#[allow(warnings, clippy::all)]`. It needs `meanwhile_runtime` and
    /// whatever else the program uses, and starts by its `start()`.
    pub code: String,
    /// Whether it has `pub fn __job(function: &str, arguments: &[u8]) -> Option<Vec<u8>>`, by which another worker calls
    /// the functions that it gives to `spawn_blocking`.
    pub has_jobs: bool,
    /// Groups of awaits that follow each other though none needs another, so that they could be gathered: line and
    /// column of each `await`. Found only where it is plain to see.
    pub independent: Vec<Vec<(u32, u32)>>,
}

/// Gives every future of a program its span, and maps tokio and reqwest to the runtime.
///
/// # Errors
///
/// Fails if the source does not parse, or uses what the runtime does not have; with all such places at once, in the
/// order of the source.
pub fn instrument(source: &str) -> Result<Instrumented, Vec<Error>> {
    let mut file = syn::parse_file(source).map_err(|error| error::from_parser(&error, source))?;
    let mut pass = pass::Pass::default();
    pass.file(&mut file);
    let mut errors = pass.errors;
    if !errors.is_empty() {
        errors.sort_by_key(|it| (it.line, it.column));
        return Err(errors);
    }
    pass.independent.sort_unstable();
    let (has_jobs, independent) = (pass.jobs.are_any(), pass.independent);
    Ok(Instrumented { code: prettyplease::unparse(&file), has_jobs, independent })
}
