// A small application: JSON in, traits, errors with anyhow, statistics out.
use anyhow::{bail, ensure, Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;

#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Item { sku: String, #[serde(default)] tags: BTreeSet<String>, unit_price: f64, quantity: u32, #[serde(skip_serializing_if = "Option::is_none")] note: Option<String>, kind: Kind }
#[derive(Debug, Clone, Copy, Serialize, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
enum Kind { Tool, Toy, Food }
#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum Action { Sell { sku: String, quantity: u32 }, Restock { sku: String, quantity: u32 }, Audit }

struct Store { items: HashMap<String, Item>, journal: Vec<String> }
impl Store {
    fn load(text: &str) -> Result<Self> {
        let items: Vec<Item> = serde_json::from_str(text).context("reading the items")?;
        let mut seen = HashSet::new();
        for item in &items { ensure!(seen.insert(&item.sku), "twice: {}", item.sku); }
        Ok(Store { items: items.into_iter().map(|item| (item.sku.clone(), item)).collect(), journal: vec![] })
    }
    fn item(&mut self, sku: &str) -> Result<&mut Item> { self.items.get_mut(sku).with_context(|| format!("no item {sku:?}")) }
    fn apply(&mut self, action: Action) -> Result<()> {
        let line = match &action {
            Action::Sell { sku, quantity } => {
                let item = self.item(sku)?;
                if item.quantity < *quantity { bail!("only {} of {sku} left, {quantity} wanted", item.quantity); }
                item.quantity -= quantity;
                format!("sold {quantity} {sku} for {:.2}", f64::from(*quantity) * item.unit_price)
            }
            Action::Restock { sku, quantity } => { let item = self.item(sku)?; item.quantity = item.quantity.checked_add(*quantity).context("too many")?; format!("{sku} now {}", item.quantity) }
            Action::Audit => { let total: f64 = self.items.values().map(|i| i.unit_price * f64::from(i.quantity)).sum(); format!("worth {total:.1}") }
        };
        self.journal.push(line);
        Ok(())
    }
    fn report(&self) -> String {
        let mut by_kind: BTreeMap<Kind, Vec<&Item>> = BTreeMap::new();
        for item in self.items.values() { by_kind.entry(item.kind).or_default().push(item); }
        let mut out = String::new();
        for (kind, items) in &mut by_kind {
            items.sort_by(|a, b| b.unit_price.total_cmp(&a.unit_price).then_with(|| a.sku.cmp(&b.sku)));
            writeln!(out, "{:<6}|{}", format!("{kind:?}"), items.iter().map(|i| format!("{:>8} {:>7.2} x{:<3}", i.sku, i.unit_price, i.quantity)).collect::<Vec<_>>().join("|")).unwrap();
        }
        out
    }
}
fn main() -> Result<()> {
    let text = r#"[
        {"sku": "saw", "tags": ["sharp", "metal"], "unitPrice": 12.5, "quantity": 4, "kind": "tool"},
        {"sku": "hammer", "unitPrice": 9.99, "quantity": 10, "note": "heavy", "kind": "tool"},
        {"sku": "duck", "unitPrice": 1.25, "quantity": 300, "kind": "toy"},
        {"sku": "soup", "tags": ["hot"], "unitPrice": 2, "quantity": 7, "kind": "food"}
    ]"#;
    let mut store = Store::load(text)?;
    let actions = r#"[{"type": "Sell", "sku": "duck", "quantity": 20}, {"type": "Sell", "sku": "saw", "quantity": 9}, {"type": "Restock", "sku": "soup", "quantity": 5},
        {"type": "Restock", "sku": "cake", "quantity": 1}, {"type": "Audit"}]"#;
    for action in serde_json::from_str::<Vec<Action>>(actions)? {
        if let Err(e) = store.apply(action).context("an action failed") { println!("{e:#}"); }
    }
    for (n, line) in store.journal.iter().enumerate() { println!("{n:02} {line}"); }
    print!("{}", store.report());
    println!("{}", serde_json::to_string(&store.items["hammer"])?);
    println!("{}", serde_json::to_string_pretty(&store.items["saw"])?);
    println!("{}", Store::load(r#"[{"sku": "a"}]"#).err().map(|e| format!("{e:#}")).unwrap_or_default());
    println!("{}", Store::load("nonsense").err().map(|e| e.to_string()).unwrap_or_default());
    let twice = format!("[{0}, {0}]", serde_json::to_string(&store.items["duck"])?);
    println!("{}", Store::load(&twice).err().unwrap());
    let tags: BTreeSet<&str> = store.items.values().flat_map(|i| i.tags.iter().map(String::as_str)).collect();
    println!("{tags:?} {}", store.items.values().filter(|i| i.note.is_some()).count());
    Ok(())
}
