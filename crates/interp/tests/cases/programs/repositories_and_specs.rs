//! Generic repository behind async traits (native `async fn` in traits), in-memory store, unit of work, specification pattern.
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::hash::Hash;
use std::ops::{BitAnd, BitOr, Not};
use std::sync::Arc;
use tokio::sync::RwLock;

pub trait Entity: Clone + Send + Sync + 'static {
    type Id: Copy + Ord + Hash + fmt::Display + Send + Sync + 'static;
    const KIND: &'static str;
    fn id(&self) -> Self::Id;
}

#[derive(Debug, thiserror::Error)]
pub enum RepoError {
    #[error("{kind} #{id} not found")]
    NotFound { kind: &'static str, id: String },
    #[error("{0} already exists")]
    Conflict(String),
    #[error("stale version: expected {expected}, found {found}")]
    Stale { expected: u64, found: u64 },
    #[error("serialization: {0}")]
    Serde(#[from] serde_json::Error),
}
impl RepoError {
    fn not_found<E: Entity>(id: E::Id) -> Self {
        RepoError::NotFound { kind: E::KIND, id: id.to_string() }
    }
}
type Result<T, E = RepoError> = std::result::Result<T, E>;

pub trait Repository<E: Entity>: Send + Sync {
    fn get(&self, id: E::Id) -> impl Future<Output = Result<E>> + Send;
    fn insert(&self, e: E) -> impl Future<Output = Result<()>> + Send;
    fn find(&self, spec: &Spec<E>) -> impl Future<Output = Vec<E>> + Send;
    fn update<F>(&self, id: E::Id, f: F) -> impl Future<Output = Result<E>> + Send
    where
        F: FnOnce(&mut E) + Send;
    fn count(&self) -> impl Future<Output = usize> + Send {
        async { self.find(&Spec::all()).await.len() }
    }
}

pub struct Spec<E>(Arc<dyn Fn(&E) -> bool + Send + Sync>, String);
impl<E: 'static> Spec<E> {
    fn new(name: impl Into<String>, f: impl Fn(&E) -> bool + Send + Sync + 'static) -> Self {
        Spec(Arc::new(f), name.into())
    }
    fn all() -> Self {
        Self::new("all", |_| true)
    }
}
impl<E: 'static> BitAnd for Spec<E> {
    type Output = Self;
    fn bitand(self, rhs: Self) -> Self {
        Spec(Arc::new(move |e| (self.0)(e) && (rhs.0)(e)), format!("({} and {})", self.1, rhs.1))
    }
}
impl<E: 'static> BitOr for Spec<E> {
    type Output = Self;
    fn bitor(self, Spec(g, n): Self) -> Self {
        let Spec(f, m) = self;
        Spec::new(format!("({m} or {n})"), move |e| f(e) || g(e))
    }
}
impl<E: 'static> Not for Spec<E> {
    type Output = Spec<E>;
    fn not(self) -> Self::Output {
        Spec(Arc::new(move |e: &E| !(self.0)(e)), format!("not {}", self.1))
    }
}

pub struct MemRepo<E: Entity> {
    rows: RwLock<BTreeMap<E::Id, (u64, E)>>,
}
impl<E: Entity> Default for MemRepo<E> {
    fn default() -> Self {
        Self { rows: RwLock::new(BTreeMap::new()) }
    }
}
impl<E: Entity> Repository<E> for MemRepo<E> {
    async fn get(&self, id: E::Id) -> Result<E> {
        self.rows.read().await.get(&id).map(|(_, e)| e.clone()).ok_or_else(|| RepoError::not_found::<E>(id))
    }
    async fn insert(&self, e: E) -> Result<()> {
        use std::collections::btree_map::Entry::*;
        match self.rows.write().await.entry(e.id()) {
            Occupied(o) => Err(RepoError::Conflict(format!("{} #{}", E::KIND, o.key()))),
            Vacant(v) => {
                v.insert((1, e));
                Ok(())
            }
        }
    }
    async fn find(&self, spec: &Spec<E>) -> Vec<E> {
        self.rows.read().await.values().filter(|(_, e)| spec.0(e)).map(|(_, e)| e.clone()).collect()
    }
    async fn update<F: FnOnce(&mut E) + Send>(&self, id: E::Id, f: F) -> Result<E> {
        let mut rows = self.rows.write().await;
        let (version, e) = rows.get_mut(&id).ok_or(RepoError::not_found::<E>(id))?;
        f(e);
        *version += 1;
        Ok(e.clone())
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: u32,
    full_name: String,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manager: Option<u32>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Role {
    Admin,
    TeamLead,
    Dev,
}
impl Entity for User {
    type Id = u32;
    const KIND: &'static str = "user";
    fn id(&self) -> u32 {
        self.id
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Sku(char, u16);
impl fmt::Display for Sku {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.0, self.1)
    }
}
#[derive(Clone, Debug)]
struct Item(Sku, f32);
impl Entity for Item {
    type Id = Sku;
    const KIND: &'static str = "item";
    fn id(&self) -> Sku {
        self.0
    }
}

struct Service<R> {
    repo: Arc<R>,
}
impl<R: Repository<User> + 'static> Service<R> {
    async fn import(&self, doc: &str) -> Result<usize> {
        let users: Vec<User> = serde_json::from_str(doc)?;
        let tasks: Vec<_> = users
            .into_iter()
            .map(|u| {
                let repo = self.repo.clone();
                tokio::spawn(async move { repo.insert(u).await })
            })
            .collect();
        let mut n = 0;
        for t in tasks {
            match t.await.expect("task") {
                Ok(()) => n += 1,
                Err(e @ RepoError::Conflict(_)) => println!("skipped: {e}"),
                Err(e) => return Err(e),
            }
        }
        Ok(n)
    }
    async fn chain(&self, mut id: u32) -> Result<Vec<String>> {
        let mut names = vec![];
        loop {
            let u = self.repo.get(id).await?;
            names.push(u.full_name);
            match u.manager {
                Some(m) => id = m,
                None => break Ok(names),
            }
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let svc = Service { repo: Arc::new(MemRepo::<User>::default()) };
    let doc = r#"[{"id":1,"fullName":"Ada","roles":["ADMIN","TEAM_LEAD"]},
                  {"id":2,"fullName":"Bo","roles":["DEV"],"manager":1},
                  {"id":3,"fullName":"Cy","manager":2},
                  {"id":3,"fullName":"Copy"}]"#;
    println!("imported {}", svc.import(doc).await?);
    println!("{:?}", svc.chain(3).await?);
    let dev = || Spec::new("dev", |u: &User| u.roles.contains(&Role::Dev));
    let managed = Spec::new("managed", |u: &User| u.manager.is_some());
    let spec = dev() | (managed & !dev());
    println!(
        "{}: {:?}",
        spec.1,
        svc.repo.find(&spec).await.iter().map(|u| &*u.full_name).collect::<Vec<_>>()
    );
    let u = svc.repo.update(2, |u| u.roles.extend([Role::TeamLead, Role::Admin])).await?;
    println!("{}", serde_json::to_string(&u)?);
    println!("{} users", svc.repo.count().await);
    if let Err(e) = svc.chain(9).await {
        println!("{e}");
    }
    match svc.import("[{\"id\":\"x\"}]").await {
        Err(e @ RepoError::Serde(_)) => println!("{e}"),
        other => println!("{other:?}"),
    }
    let items = MemRepo::default();
    items.insert(Item(Sku('A', 7), 1.5)).await?;
    println!("{:?}", items.insert(Item(Sku('A', 7), 2.5)).await.map_err(|e| e.to_string()));
    println!("{:?}", items.get(Sku('B', 12)).await.unwrap_err());
    let report: Value = json!({
        "users": svc.repo.find(&Spec::all()).await,
        "total": svc.repo.count().await,
        "stale": RepoError::Stale { expected: 1, found: 2 }.to_string(),
    });
    println!("{}", serde_json::to_string_pretty(&report["users"][0])?);
    println!(
        "{} {}",
        report.pointer("/users/1/roles/2").unwrap(),
        report["total"].as_u64().unwrap_or_default()
    );
    println!("{}", report["stale"]);
    Ok(())
}
