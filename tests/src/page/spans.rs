//! The table of spans, the source, and how a choice in one shows in the other.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;

/// A row of the table of spans.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The number of its span.
    pub span: u32,
    /// What its cells say, from left to right.
    pub cells: Vec<String>,
    /// Whether it is lit up.
    pub picked: bool,
}

impl Page {
    /// Returns the rows of the table.
    pub async fn rows(&self) -> Result<Vec<Row>> {
        let script = "return [...one('spans-table').tBodies[0].rows].map((row) => ({
            span: Number(row.dataset.span),
            cells: [...row.cells].map(text),
            picked: row.classList.contains('picked'),
        }))";
        self.browser.eval(script, Value::Null).await
    }

    /// Clicks the row of this span.
    pub async fn click_row(&self, span: u32) -> Result<()> {
        let script = "one('spans-table').querySelector(`tr[data-span='${a}']`).click(); return null";
        self.browser.eval::<()>(script, json!(span)).await
    }

    /// Clicks this line of the source, in the editor its number.
    pub async fn click_line(&self, line: u32) -> Result<()> {
        let script = "const number = [...document.querySelectorAll('.cm-lineNumbers .cm-gutterElement')]
                .find((it) => it.style.visibility !== 'hidden' && it.textContent === String(a));
            if (!number) {
                document.querySelector(`[data-line='${a}']`).click();
                return null;
            }
            const { left, top, width, height } = number.getBoundingClientRect();
            const at = { clientX: left + width / 2, clientY: top + height / 2 };
            number.dispatchEvent(new MouseEvent('mousedown', { ...at, bubbles: true, cancelable: true }));
            return null";
        self.browser.eval::<()>(script, json!(line)).await
    }

    /// Waits until exactly these lines of the source are lit up.
    pub async fn wait_for_lit_lines(&self, lines: &[u32]) -> Result<()> {
        let lit = "[...document.querySelectorAll('[data-line].picked')].map((it) => it.dataset.line).join() === a.join()";
        self.browser
            .wait_until(&format!("lines {lines:?} to light up, and no other"), lit, json!(lines))
            .await
    }

    /// Returns the spans whose rows are lit up.
    pub async fn lit_rows(&self) -> Result<Vec<u32>> {
        Ok(self.rows().await?.into_iter().filter(|it| it.picked).map(|it| it.span).collect())
    }

    /// Waits until exactly the rows of these spans are lit up.
    pub async fn wait_for_lit_rows(&self, spans: &[u32]) -> Result<()> {
        let lit = "[...one('spans-table').querySelectorAll('tr.picked')].map((it) => it.dataset.span).join() === a.join()";
        self.browser
            .wait_until(&format!("the rows of {spans:?} to light up, and no other"), lit, json!(spans))
            .await
    }

    /// Returns the shown source.
    pub async fn source(&self) -> Result<String> {
        self.browser.eval("return meanwhile.code", Value::Null).await
    }

    /// Waits until the source of this example is shown.
    pub async fn wait_for_source(&self, slug: &str) -> Result<()> {
        let source = crate::expected::source(slug)?;
        let shown = "meanwhile.code.trim() === a.trim()";
        self.browser.wait_until(&format!("the source of {slug}"), shown, json!(source)).await
    }
}
