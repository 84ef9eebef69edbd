// An inventory with repositories behind async traits, units of work, pagination, reports.
use async_trait::async_trait;
use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::{BTreeMap, HashMap, btree_map::Entry},
    fmt,
    ops::{AddAssign, Range},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering as O},
    },
};
use tokio::sync::{Mutex, MutexGuard, RwLock};
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Sku(u32);
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Cents(i64);
impl AddAssign for Cents {
    fn add_assign(&mut self, o: Self) {
        self.0 += o.0
    }
}
impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(i: I) -> Cents {
        let mut t = Cents::default();
        for c in i {
            t += c;
        }
        t
    }
}
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = format!("${}.{:02}", self.0 / 100, self.0 % 100);
        if let Some(w) = f.width() { write!(f, "{s:>w$}") } else { f.write_str(&s) }
    }
}
#[derive(Debug, Clone, PartialEq)]
struct Item {
    sku: Sku,
    name: Cow<'static, str>,
    price: Cents,
    stock: u32,
    tags: Vec<Tag>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tag {
    Tool,
    Food,
    Toy,
}
#[derive(Debug, PartialEq)]
enum StoreError {
    NotFound(Sku),
    OutOfStock { sku: Sku, wanted: u32, left: u32 },
    Conflict,
    Limit(Box<StoreError>),
}
impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(Sku(n)) => write!(f, "sku {n:05} not found"),
            Self::OutOfStock { sku: Sku(s), wanted, left } => write!(f, "sku {s}: wanted {wanted}, only {left} left"),
            Self::Conflict => f.pad("conflict"),
            Self::Limit(inner) => write!(f, "limit: {inner}"),
        }
    }
}
impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Limit(e) => Some(e.as_ref()),
            _ => None,
        }
    }
}
type Result<T, E = StoreError> = std::result::Result<T, E>;
#[async_trait]
trait Repository<K, V>: Send + Sync
where
    K: Send + 'static,
    V: Send + 'static,
{
    async fn get(&self, k: &K) -> Result<V>;
    async fn put(&self, v: V) -> Result<Option<V>>;
    async fn page(&self, r: Range<usize>) -> Vec<V>;
    async fn count(&self) -> usize {
        self.page(0..usize::MAX).await.len()
    }
}
#[derive(Default)]
struct Memory {
    rows: RwLock<BTreeMap<Sku, Item>>,
    reads: AtomicU32,
}
#[async_trait]
impl Repository<Sku, Item> for Memory {
    async fn get(&self, k: &Sku) -> Result<Item> {
        self.reads.fetch_add(1, O::Relaxed);
        tokio::task::yield_now().await;
        self.rows.read().await.get(k).cloned().ok_or(StoreError::NotFound(*k))
    }
    async fn put(&self, v: Item) -> Result<Option<Item>> {
        match self.rows.write().await.entry(v.sku) {
            Entry::Occupied(mut o) => Ok(Some(o.insert(v))),
            Entry::Vacant(e) => {
                e.insert(v);
                Ok(None)
            }
        }
    }
    async fn page(&self, r: Range<usize>) -> Vec<Item> {
        self.rows.read().await.values().skip(r.start).take(r.len()).cloned().collect()
    }
}
struct Cached<R> {
    inner: R,
    cache: Mutex<HashMap<Sku, Item>>,
    hits: AtomicU32,
}
#[async_trait]
impl<R: Repository<Sku, Item>> Repository<Sku, Item> for Cached<R> {
    async fn get(&self, k: &Sku) -> Result<Item> {
        let mut c: MutexGuard<'_, _> = self.cache.lock().await;
        if let Some(i) = c.get(k) {
            self.hits.fetch_add(1, O::SeqCst);
            return Ok(i.clone());
        }
        let i = self.inner.get(k).await?;
        c.insert(*k, i.clone());
        Ok(i)
    }
    async fn put(&self, v: Item) -> Result<Option<Item>> {
        self.cache.lock().await.remove(&v.sku);
        self.inner.put(v).await
    }
    async fn page(&self, r: Range<usize>) -> Vec<Item> {
        self.inner.page(r).await
    }
}
struct Unit<'r, R: ?Sized> {
    repo: &'r R,
    staged: BTreeMap<Sku, Item>,
    total: Cents,
}
impl<'r, R: Repository<Sku, Item> + ?Sized> Unit<'r, R> {
    fn begin(repo: &'r R) -> Self {
        Unit { repo, staged: BTreeMap::new(), total: Cents(0) }
    }
    async fn take(&mut self, sku: Sku, n: u32) -> Result<&mut Self> {
        let mut item = match self.staged.remove(&sku) {
            Some(i) => i,
            None => self.repo.get(&sku).await?,
        };
        let left = item.stock;
        item.stock = left.checked_sub(n).ok_or(StoreError::OutOfStock { sku, wanted: n, left })?;
        self.total += Cents(item.price.0 * i64::from(n));
        self.staged.insert(sku, item);
        if self.staged.len() > 2 {
            return Err(StoreError::Limit(Box::new(StoreError::Conflict)));
        }
        Ok(self)
    }
    async fn commit(self) -> Result<(Cents, Vec<Sku>)> {
        let mut done = Vec::with_capacity(self.staged.len());
        for (k, v) in self.staged {
            self.repo.put(v).await?;
            done.push(k);
        }
        Ok((self.total, done))
    }
}
struct Report<'i> {
    title: &'i str,
    rows: Vec<(&'i Item, Cents)>,
}
impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:=^34}", format!(" {} ", self.title))?;
        for (n, (i, worth)) in self.rows.iter().enumerate() {
            writeln!(f, "{n:>2}. {:<10.8}{:>4} {worth:>12}{}", i.name, i.stock, if i.tags.is_empty() { "" } else { " *" })?;
        }
        write!(f, "{:>17}{:>14}", "total", self.rows.iter().map(|r| r.1).sum::<Cents>())
    }
}
async fn buy(repo: Arc<dyn Repository<Sku, Item>>, list: &[(u32, u32)]) -> Result<Cents> {
    let mut u = Unit::begin(&*repo);
    for &(s, n) in list {
        u.take(Sku(s), n).await?;
    }
    let (total, skus) = u.commit().await?;
    println!("  bought {skus:?}");
    Ok(total)
}
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let repo = Arc::new(Cached { inner: Memory::default(), cache: Default::default(), hits: 0.into() });
    let mut make = {
        let mut n = 0;
        move |name: &'static str, price, stock, tags: &[Tag]| {
            n += 1;
            Item { sku: Sku(n), name: name.into(), price: Cents(price), stock, tags: tags.to_vec() }
        }
    };
    for i in [
        make("hammer", 1299, 5, &[Tag::Tool]),
        make("apple", 45, 200, &[Tag::Food, Tag::Toy]),
        make("Wörterbuch", 2500, 1, &[]),
        make("ball", 310, 12, &[Tag::Toy]),
    ] {
        assert_eq!(repo.put(i).await, Ok(None));
    }
    let dynrepo: Arc<dyn Repository<Sku, Item>> = repo.clone();
    for list in [&[(1, 2), (2, 10)][..], &[(1, 4)], &[(9, 1)], &[(3, 1), (3, 1)], &[(1, 1), (2, 1), (4, 1)], &[(4, 12), (4, 0)]] {
        match buy(dynrepo.clone(), list).await {
            Ok(t) => println!("{t}"),
            Err(e @ StoreError::Limit(_)) => println!("{e} <- {:?}", std::error::Error::source(&e).map(|s| format!("{s:>10}"))),
            Err(e) => println!("{e}"),
        }
    }
    println!("reads {} hits {} count {}", repo.inner.reads.load(O::Relaxed), repo.hits.load(O::Relaxed), dynrepo.count().await);
    let all = dynrepo.page(0..10).await;
    let mut rows: Vec<_> = all.iter().map(|i| (i, Cents(i.price.0 * i.stock as i64))).collect();
    rows.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.name.cmp(&b.name)));
    println!("{}", Report { title: "stock", rows });
    let page: Vec<_> = dynrepo.page(1..3).await.into_iter().map(|i| i.name.into_owned()).collect();
    println!("{page:?}");
    let by = all.iter().flat_map(|i| i.tags.iter().map(move |t| (*t, i.name.len()))).fold(
        BTreeMap::<Tag, Vec<usize>>::new(),
        |mut m, (t, n)| {
            m.entry(t).or_default().push(n);
            m
        },
    );
    println!("{by:?} {:?}", all.iter().max_by(|a, b| a.price.partial_cmp(&b.price).unwrap_or(Ordering::Equal)).map(|i| &i.name));
    let old = repo.put(Item { stock: 99, ..all[0].clone() }).await.unwrap();
    println!("{:?} {}", old.map(|o| o.stock), repo.get(&Sku(1)).await.unwrap().stock);
}
