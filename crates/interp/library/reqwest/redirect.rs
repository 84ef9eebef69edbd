//! How often an answer may lead on.

#[derive(Debug, Clone)]
pub struct Policy {
    pub(crate) most: i64,
}

impl Policy {
    pub fn limited(max: usize) -> Policy {
        Policy { most: max as i64 }
    }

    pub fn none() -> Policy {
        Policy { most: 0 }
    }
}

impl Default for Policy {
    fn default() -> Policy {
        Policy { most: 10 }
    }
}
