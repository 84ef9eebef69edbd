//! What becomes of an answer that sends the client elsewhere.

/// How many redirections the default follows.
const DEFAULT_LIMIT: usize = 10;

/// Whether redirections are followed, as reqwest's.
///
/// What differs in a browser, which follows redirections itself and does not let a page see them:
///
/// - it follows up to 20 whatever the [limit](Policy::limited), but for a limit of 0, which holds. More than 20 look like
///   a request that failed: its error is one of the request, not [of the redirection](super::Error::is_redirect);
/// - without redirections ([`Policy::none`]) an answer that redirects is an error, which says so: there is neither its
///   status nor the address that it leads to;
/// - there is no `Policy::custom`, because nobody is asked between one address and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy(pub(crate) Follow);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follow {
    /// So many and no more.
    Limit(usize),
    /// None: the answer that redirects is the answer.
    None,
}

impl Policy {
    /// Follows at most `max` redirections; one more is an error.
    pub fn limited(max: usize) -> Self {
        Policy(Follow::Limit(max))
    }

    /// Follows none: the answer that redirects is the answer.
    pub fn none() -> Self {
        Policy(Follow::None)
    }
}

impl Default for Policy {
    /// Follows at most ten.
    fn default() -> Self {
        Policy::limited(DEFAULT_LIMIT)
    }
}
