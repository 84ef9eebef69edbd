//! The error as text: alone, with all it comes from in one line, or over several.

use crate::Error;
use std::fmt::{self, Debug, Display};

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.inner)?;
        if f.alternate() {
            for cause in self.chain().skip(1) {
                write!(f, ": {cause}")?;
            }
        }
        Ok(())
    }
}

impl Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return Debug::fmt(&*self.inner, f);
        }
        write!(f, "{}", self.inner)?;
        let causes = self.chain().skip(1).collect::<Vec<_>>();
        if causes.is_empty() {
            return Ok(());
        }
        f.write_str("\n\nCaused by:")?;
        for (number, cause) in causes.iter().enumerate() {
            f.write_str("\n")?;
            let text = cause.to_string();
            for (line, part) in text.lines().enumerate() {
                match (line, causes.len() > 1) {
                    (0, true) => write!(f, "{number: >5}: {part}")?,
                    (0, false) => write!(f, "    {part}")?,
                    (_, true) => write!(f, "\n       {part}")?,
                    (_, false) => write!(f, "\n    {part}")?,
                }
            }
        }
        Ok(())
    }
}
