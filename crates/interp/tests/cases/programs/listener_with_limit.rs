use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use tokio::sync::{broadcast, mpsc, Semaphore};
use tokio::time::{self, Duration};

#[derive(Debug)]
pub(crate) struct Shutdown {
    is_shutdown: bool,
    notify: broadcast::Receiver<()>,
}

impl Shutdown {
    pub(crate) fn new(notify: broadcast::Receiver<()>) -> Shutdown {
        Shutdown { is_shutdown: false, notify }
    }
    pub(crate) fn is_shutdown(&self) -> bool {
        self.is_shutdown
    }
    pub(crate) async fn recv(&mut self) {
        if self.is_shutdown {
            return;
        }
        let _ = self.notify.recv().await;
        self.is_shutdown = true;
    }
}

struct Socket {
    id: u32,
    requests: Vec<(u64, &'static str)>,
}

struct FakeListener {
    pending: std::vec::IntoIter<(u64, Result<Socket, std::io::Error>)>,
}

impl FakeListener {
    async fn accept(&mut self) -> std::io::Result<Socket> {
        match self.pending.next() {
            Some((delay, socket)) => {
                time::sleep(Duration::from_millis(delay)).await;
                socket
            }
            None => std::future::pending().await,
        }
    }
}

struct Listener {
    inner: FakeListener,
    limit_connections: Arc<Semaphore>,
    notify_shutdown: broadcast::Sender<()>,
    shutdown_complete_tx: mpsc::Sender<()>,
    served: Arc<AtomicUsize>,
}

struct Handler {
    socket: Socket,
    shutdown: Shutdown,
    served: Arc<AtomicUsize>,
    _shutdown_complete: mpsc::Sender<()>,
}

impl Listener {
    async fn run(&mut self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        println!("accepting inbound connections");
        loop {
            let permit = self.limit_connections.clone().acquire_owned().await?;
            let socket = self.accept().await?;
            println!("accepted #{} ({} permits left)", socket.id, self.limit_connections.available_permits());
            let mut handler = Handler {
                socket,
                shutdown: Shutdown::new(self.notify_shutdown.subscribe()),
                served: Arc::clone(&self.served),
                _shutdown_complete: self.shutdown_complete_tx.clone(),
            };
            tokio::spawn(async move {
                if let Err(err) = handler.run().await {
                    println!("connection error: {err}");
                }
                drop(permit);
            });
        }
    }

    async fn accept(&mut self) -> Result<Socket, Box<dyn std::error::Error + Send + Sync>> {
        let mut backoff = 1;
        loop {
            match self.inner.accept().await {
                Ok(socket) => return Ok(socket),
                Err(err) => {
                    if backoff > 4 {
                        return Err(err.into());
                    }
                    println!("accept failed ({:?}: {err}), retrying in {backoff}0ms", err.kind());
                }
            }
            time::sleep(Duration::from_millis(backoff * 10)).await;
            backoff *= 2;
        }
    }
}

impl Handler {
    async fn run(&mut self) -> Result<(), String> {
        let requests = std::mem::take(&mut self.socket.requests);
        for (delay, request) in requests {
            if self.shutdown.is_shutdown() {
                break;
            }
            let reply = tokio::select! {
                res = respond(delay, request) => res?,
                _ = self.shutdown.recv() => {
                    println!("#{} told to stop before {request:?}", self.socket.id);
                    return Ok(());
                }
            };
            self.served.fetch_add(1, Ordering::SeqCst);
            println!("#{} {request} -> {reply}", self.socket.id);
        }
        Ok(())
    }
}

impl Drop for Handler {
    fn drop(&mut self) {
        println!("#{} handler dropped", self.socket.id);
    }
}

async fn respond(delay: u64, request: &str) -> Result<String, String> {
    time::sleep(Duration::from_millis(delay)).await;
    if request.is_empty() { Err(String::from("protocol error; empty request")) } else { Ok(request.to_ascii_uppercase()) }
}

async fn run(inner: FakeListener, shutdown: impl Future) -> usize {
    let (notify_shutdown, _) = broadcast::channel(1);
    let (shutdown_complete_tx, mut shutdown_complete_rx) = mpsc::channel(1);
    let served = Arc::new(AtomicUsize::new(0));
    let mut server = Listener {
        inner, limit_connections: Arc::new(Semaphore::new(2)), notify_shutdown, shutdown_complete_tx, served: served.clone(),
    };
    tokio::select! {
        res = server.run() => {
            if let Err(err) = res {
                println!("failed to accept: {err}");
            }
        }
        _ = shutdown => {
            println!("shutting down");
        }
    }
    let Listener { shutdown_complete_tx, notify_shutdown, .. } = server;
    drop(notify_shutdown);
    drop(shutdown_complete_tx);
    let _ = shutdown_complete_rx.recv().await;
    served.load(Ordering::SeqCst)
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    use std::io::{Error, ErrorKind};
    let sockets = vec![
        (10, Ok(Socket { id: 1, requests: vec![(20, "get a"), (20, "get b")] })),
        (5, Ok(Socket { id: 2, requests: vec![(10, "ping"), (10, "")] })),
        (5, Err(Error::new(ErrorKind::ConnectionReset, "connection reset"))),
        (5, Ok(Socket { id: 3, requests: vec![(15, "set x"), (500, "never")] })),
        (20, Ok(Socket { id: 4, requests: vec![(400, "slow")] })),
    ];
    let served = run(FakeListener { pending: sockets.into_iter() }, time::sleep(Duration::from_millis(200))).await;
    println!("served {served}");

    let errors: Vec<_> = (0..4).map(|i| (1, Err(Error::other(format!("too many open files ({i})"))))).collect();
    let served = run(FakeListener { pending: errors.into_iter() }, std::future::pending::<()>()).await;
    println!("served {served}");
}
