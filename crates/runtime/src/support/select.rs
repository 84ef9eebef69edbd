//! The outcome of `select!`.

/// The output of the first branch, or that of a later one.
#[derive(Debug)]
pub enum Either<A, B> {
    /// The output of the first branch.
    First(A),
    /// What came of the others.
    Rest(B),
}

/// What comes of the branches behind the last: nothing.
#[derive(Debug)]
pub enum Never {}
