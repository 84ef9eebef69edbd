//! The limit on what a program prints.

/// How much a program may still print.
#[derive(Debug)]
pub(crate) struct Output {
    limit_bytes: u64,
    left_bytes: u64,
    cut_bytes: u64,
}

impl Output {
    pub(crate) fn new(limit_bytes: u64) -> Self {
        Output { limit_bytes, left_bytes: limit_bytes, cut_bytes: 0 }
    }

    pub(crate) fn cut_bytes(&self) -> u64 {
        self.cut_bytes
    }

    /// Returns what of a text may be printed, and what to say about the rest the first time that there is one.
    pub(crate) fn admit<'a>(&mut self, text: &'a str) -> (&'a str, Option<String>) {
        let length = text.len() as u64;
        if self.cut_bytes > 0 {
            self.cut_bytes += length;
            return ("", None);
        }
        if length <= self.left_bytes {
            self.left_bytes -= length;
            return (text, None);
        }
        let kept = &text[..text.floor_char_boundary(self.left_bytes as usize)];
        self.left_bytes = 0;
        self.cut_bytes = length - kept.len() as u64;
        let line_end = if kept.is_empty() || kept.ends_with('\n') { "" } else { "\n" };
        let notice =
            format!("{line_end}output limit of {} bytes reached: the rest is left out\n", self.limit_bytes);
        (kept, Some(notice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_cut_once_between_characters_and_the_rest_is_counted() {
        let mut output = Output::new(4);
        assert_eq!(output.admit("ab\n"), ("ab\n", None));
        let (kept, notice) = output.admit("éa\n");
        assert_eq!(
            (kept, notice.as_deref()),
            ("", Some("output limit of 4 bytes reached: the rest is left out\n"))
        );
        assert_eq!(output.admit("xyz"), ("", None));
        assert_eq!(output.cut_bytes(), 7);
    }

    #[test]
    fn output_of_just_the_limit_is_whole() {
        let mut output = Output::new(2);
        assert_eq!(output.admit("é"), ("é", None));
        assert_eq!(output.cut_bytes(), 0);
    }
}
