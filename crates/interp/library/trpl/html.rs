//! Pages.

pub struct Html {
    source: String,
}

/// An element of a page.
#[derive(Clone, Debug)]
pub struct ElementRef {
    inner: String,
}

impl Html {
    pub fn parse(source: &str) -> Html {
        Html { source: String::from(source) }
    }

    /// The first element of a name.
    pub fn select_first(&self, selector: &str) -> Option<ElementRef> {
        let mut rest = self.source.as_str();
        let begin = format!("<{selector}");
        loop {
            let at = rest.find(begin.as_str())?;
            rest = &rest[at + begin.len()..];
            match rest.chars().next() {
                Some('>') | Some(' ') | Some('\n') => break,
                None => return None,
                _ => {}
            }
        }
        let inner = rest.split_once('>')?.1;
        let end = inner.find(format!("</{selector}").as_str())?;
        Some(ElementRef { inner: String::from(&inner[..end]) })
    }
}

impl ElementRef {
    pub fn inner_html(&self) -> String {
        self.inner.clone()
    }
}
