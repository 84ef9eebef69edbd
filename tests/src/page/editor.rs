//! The text as it is written: in the editor, or in the plain text area.

use anyhow::Result;
use serde_json::{Value, json};

use super::Page;

/// The key by which a line ends.
const ENTER: char = '\u{E007}';

/// The key that is held to do something with the whole of the text.
const CONTROL: char = '\u{E009}';

const DELETE: char = '\u{E017}';

impl Page {
    /// Waits until the editor is there, with a text.
    pub async fn wait_for_editor(&self) -> Result<()> {
        let there = "all('editor').length === 1 && one('editor').textContent !== ''";
        self.browser.wait_until("the editor", there, Value::Null).await
    }

    /// Puts the cursor into the text.
    pub async fn enter_text(&self) -> Result<()> {
        let focus = "document.getElementById('source').focus(); return null";
        self.browser.eval::<()>(focus, Value::Null).await
    }

    /// Types what a reader types. The editor indents new lines and closes brackets by itself.
    pub async fn type_keys(&self, text: &str) -> Result<()> {
        let keys: Vec<char> = text.chars().map(|it| if it == '\n' { ENTER } else { it }).collect();
        self.browser.press(&[], &keys).await
    }

    /// Replaces the whole text as a reader does who pastes another.
    pub async fn replace_text(&self, text: &str) -> Result<()> {
        self.enter_text().await?;
        self.browser.press(&[CONTROL], &['a']).await?;
        self.browser.press(&[], &[DELETE]).await?;
        let paste = "const at = document.getElementById('source');
            if (at.localName === 'textarea') {
                at.value = a;
                at.dispatchEvent(new InputEvent('input', { bubbles: true }));
                return null;
            }
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', a);
            at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            return null";
        self.browser.eval::<()>(paste, json!(text)).await?;
        self.wait_for_text(text).await
    }

    /// Waits until this is the text.
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        let shown = "meanwhile.code.trim() === a.trim()";
        self.browser.wait_until("the text to be another", shown, json!(text)).await
    }

    /// Clicks the link of a lesson of which there is a draft, and waits until that is shown.
    pub async fn follow_to_draft(&self, slug: &str, draft: &str) -> Result<()> {
        self.click(&format!("example-{slug}")).await?;
        self.wait_for_text(draft).await
    }

    /// Returns what is said to be wrong with the text, from top to bottom.
    pub async fn faults(&self) -> Result<Vec<String>> {
        self.browser.eval("return all('fault').map(text)", Value::Null).await
    }

    /// Waits until something is said to be wrong that contains this text.
    pub async fn wait_for_fault(&self, part: &str) -> Result<()> {
        let told = "all('fault').some((it) => text(it).includes(a))";
        self.browser.wait_until(&format!("a fault: {part}"), told, json!(part)).await
    }

    /// Waits until nothing is said to be wrong.
    pub async fn wait_for_no_fault(&self) -> Result<()> {
        self.browser.wait_until("no fault", "all('fault').length === 0", Value::Null).await
    }

    /// Waits until something of this name is shown.
    pub async fn wait_for(&self, name: &str) -> Result<()> {
        self.browser.wait_until(name, "all(a).length === 1", json!(name)).await
    }

    /// Returns whether something of this name is shown.
    pub async fn has(&self, name: &str) -> Result<bool> {
        self.browser.eval("return all(a).length > 0", json!(name)).await
    }

    /// Loads the page anew and waits for the application.
    pub async fn reload(&self) -> Result<()> {
        self.browser
            .eval::<()>("window.before = true; setTimeout(() => location.reload()); return null", Value::Null)
            .await?;
        let anew = "window.before === undefined && all('theme').length === 1";
        self.browser.wait_until("the page to be loaded anew", anew, Value::Null).await
    }
}
