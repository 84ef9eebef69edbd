// Repositories behind async_trait, serde rows, anyhow with context.
use anyhow::{anyhow, bail, Context, Result};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::RwLock;

pub mod domain {
    use serde::{Deserialize, Serialize};
    use std::fmt;

    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(transparent)]
    pub struct UserId(pub u32);

    impl fmt::Display for UserId {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "U{:04}", self.0)
        }
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct User {
        pub id: UserId,
        pub full_name: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub email: Option<String>,
        pub role: Role,
        #[serde(default)]
        pub tags: Vec<String>,
    }

    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum Role {
        Guest,
        Member { since: u16 },
        Admin { level: u8 },
    }
}
use domain::{Role, User, UserId};

#[async_trait]
pub trait Repository: Send + Sync {
    async fn find(&self, id: UserId) -> Result<Option<User>>;
    async fn save(&self, user: User) -> Result<()>;
    async fn all(&self) -> Result<Vec<User>>;

    async fn must_find(&self, id: UserId) -> Result<User> {
        self.find(id).await?.ok_or_else(|| anyhow!("user {id} does not exist"))
    }
}

#[derive(Default)]
pub struct InMemory {
    rows: RwLock<BTreeMap<UserId, String>>,
}

#[async_trait]
impl Repository for InMemory {
    async fn find(&self, id: UserId) -> Result<Option<User>> {
        let rows = self.rows.read().await;
        rows.get(&id)
            .map(|json| serde_json::from_str(json))
            .transpose()
            .with_context(|| format!("row {id} is corrupt"))
    }

    async fn save(&self, user: User) -> Result<()> {
        let json = serde_json::to_string(&user)?;
        self.rows.write().await.insert(user.id, json);
        Ok(())
    }

    async fn all(&self) -> Result<Vec<User>> {
        self.rows.read().await.values().map(|s| Ok(serde_json::from_str::<User>(s)?)).collect()
    }
}

/// Writes what is asked of the repository that it wraps.
struct Logged<R>(R, tokio::sync::Mutex<Vec<&'static str>>);

#[async_trait]
impl<R: Repository> Repository for Logged<R> {
    async fn find(&self, id: UserId) -> Result<Option<User>> {
        self.1.lock().await.push("find");
        self.0.find(id).await
    }
    async fn save(&self, user: User) -> Result<()> {
        self.1.lock().await.push("save");
        self.0.save(user).await
    }
    async fn all(&self) -> Result<Vec<User>> {
        self.1.lock().await.push("all");
        self.0.all().await
    }
}

#[derive(Clone)]
struct Service {
    users: Arc<dyn Repository>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewUser {
    name: String,
    #[serde(default = "year")]
    since: u16,
}

fn year() -> u16 {
    2024
}

#[derive(Serialize)]
struct Summary<'a> {
    names: Vec<&'a str>,
    admins: usize,
}

impl Service {
    async fn register(&self, json: &str) -> Result<UserId> {
        let NewUser { name, since } = serde_json::from_str(json).context("bad request")?;
        if name.trim().is_empty() {
            bail!("a name must not be empty");
        }
        let id = UserId(self.users.all().await?.last().map_or(1, |u| u.id.0 + 1));
        let user = User { id, full_name: name, email: None, role: Role::Member { since }, tags: vec![] };
        self.users.save(user).await.map(|_| id)
    }

    async fn promote(&self, id: UserId) -> Result<User> {
        let mut user = self.users.must_find(id).await.context("cannot promote")?;
        user.role = match user.role {
            Role::Guest => bail!("guests cannot be promoted"),
            Role::Member { since } if since < 2020 => Role::Admin { level: 2 },
            Role::Member { .. } => Role::Admin { level: 1 },
            Role::Admin { level } => Role::Admin { level: level.saturating_add(100) },
        };
        user.tags.push(format!("promoted-{}", user.tags.len() + 1));
        self.users.save(user.clone()).await?;
        Ok(user)
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let repository = Arc::new(Logged(InMemory::default(), Default::default()));
    let service = Service { users: repository.clone() };
    for request in [r#"{"name":"Ann"}"#, r#"{"name":"Bob","since":2011}"#, r#"{"name":"  "}"#, r#"{"nom":"x"}"#, "{"] {
        match service.register(request).await {
            Ok(id) => println!("created {id}"),
            Err(e) => println!("{e:#}"),
        }
    }
    for id in [1, 2, 2, 2, 9].map(UserId) {
        match service.promote(id).await {
            Ok(user) => println!("{}", serde_json::to_string(&user)?),
            Err(e) => {
                let chain: Vec<String> = e.chain().map(|c| c.to_string()).collect();
                println!("{}", chain.join(" <- "));
            }
        }
    }
    let guest = User { id: UserId(7), full_name: "Cid".into(), email: Some("c@d.e".into()), role: Role::Guest, tags: vec!["x".into()] };
    repository.save(guest.clone()).await?;
    println!("{}", service.clone().promote(UserId(7)).await.unwrap_err());
    println!("{}", serde_json::to_string_pretty(&guest)?);
    assert_eq!(repository.must_find(UserId(7)).await?, guest);

    let everyone = repository.all().await?;
    let names = everyone.iter().map(|u| u.full_name.as_str()).collect();
    let admins = everyone.iter().filter(|u| matches!(u.role, Role::Admin { level: 1.. })).count();
    println!("{}", serde_json::json!({ "summary": Summary { names, admins }, "ok": true }));
    repository.0.rows.write().await.insert(UserId(8), "{\"id\": 8}".into());
    println!("{:#}", service.promote(UserId(8)).await.unwrap_err());
    println!("{:?}", repository.1.lock().await);
    Ok(())
}
