//! The timeline's picture on the page, and pictures of the page for people.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::Page;

impl Page {
    /// Saves a picture of the window as `target/e2e/<name>.png`.
    pub async fn save_picture(&self, name: &str) -> Result<()> {
        let folder = crate::root().join("target/e2e");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        self.browser.save_picture(&folder.join(name).with_extension("png")).await
    }

    /// Returns where the timeline's picture is in the window, scrolled into it: left, top, width and height.
    pub async fn picture_box(&self) -> Result<(f64, f64, f64, f64)> {
        let script = "const canvas = document.querySelector('canvas');
            canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = canvas.getBoundingClientRect();
            return [left, top, width, height]";
        self.browser.eval(script, Value::Null).await
    }

    /// Returns what is painted on the timeline's canvas, as one text.
    pub async fn picture_bytes(&self) -> Result<String> {
        self.browser.eval("return document.querySelector('canvas').toDataURL()", Value::Null).await
    }

    /// Waits until something else is painted than this.
    pub async fn wait_for_another_picture(&self, before: &str) -> Result<()> {
        let changed = "document.querySelector('canvas').toDataURL() !== a";
        self.browser.wait_until("another picture", changed, json!(before)).await
    }

    /// Waits until the picture has stayed the same for two frames, and returns it as one text.
    pub async fn settled_picture(&self) -> Result<String> {
        let script = "const look = () => document.querySelector('canvas').toDataURL();
            for (;;) {
              const before = look();
              await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
              if (look() === before) return before;
            }";
        self.browser.eval(script, Value::Null).await
    }

    /// Waits until exactly this is painted.
    pub async fn wait_for_picture(&self, picture: &str) -> Result<()> {
        let same = "document.querySelector('canvas').toDataURL() === a";
        self.browser.wait_until("the picture to be as it was", same, json!(picture)).await
    }
}
