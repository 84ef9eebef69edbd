//! Programs, and the types that are found in them.
