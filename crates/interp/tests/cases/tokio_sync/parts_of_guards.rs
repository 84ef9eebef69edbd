//! Guards of tokio's locks for parts of what is locked, owned and borrowed, and permits that are split and merged.
use std::sync::Arc;
use tokio::sync::{
    MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard, OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock,
    RwLockMappedWriteGuard, RwLockReadGuard, RwLockWriteGuard, Semaphore,
};

#[derive(Debug, Default)]
struct Store {
    names: Vec<String>,
    total: u32,
}

async fn read_and_write() {
    let lock = Arc::new(RwLock::new(Store { names: vec!["a".into(), "b".into()], total: 7 }));
    let total = RwLockReadGuard::map(lock.read().await, |it| &it.total);
    let first = RwLockReadGuard::try_map(lock.read().await, |it| it.names.first()).unwrap();
    println!("{total} {first:?} {}", lock.try_write().is_err());
    drop((total, first));
    let back = RwLockReadGuard::try_map(lock.read().await, |it| it.names.get(5)).unwrap_err();
    println!("{} names", back.names.len());
    drop(back);
    let part: RwLockMappedWriteGuard<'_, Vec<String>> = RwLockWriteGuard::map(lock.write().await, |it| &mut it.names);
    let mut last = RwLockMappedWriteGuard::try_map(part, |it| it.last_mut()).unwrap();
    last.push('!');
    println!("{last} {}", lock.try_read().is_err());
    drop(last);
    let mut writer = lock.clone().write_owned().await;
    writer.total += 1;
    let reader = OwnedRwLockWriteGuard::downgrade_map(writer, |it| &it.total);
    println!("{reader} {} {}", lock.try_read().is_ok(), lock.try_write().is_ok());
    println!("{}", Arc::ptr_eq(OwnedRwLockReadGuard::rwlock(&reader), &lock));
    drop(reader);
    let owned = OwnedRwLockWriteGuard::try_map(lock.clone().write_owned().await, |it| it.names.get_mut(9));
    let mut whole = owned.unwrap_err();
    whole.names.clear();
    let reader = whole.downgrade();
    println!("{reader:?} {}", lock.try_read().is_ok());
}

async fn mutexes() {
    let lock = Arc::new(Mutex::new(Store::default()));
    let mut total = MutexGuard::map(lock.lock().await, |it| &mut it.total);
    *total += 3;
    println!("{total} {}", lock.try_lock().is_err());
    drop(total);
    let names = MutexGuard::try_map(lock.lock().await, |it| it.names.first_mut());
    println!("{:?}", names.map(|it| it.len()).map_err(|it| it.total));
    let names = MutexGuard::map(lock.lock().await, |it| &mut it.names);
    let tried: Result<MappedMutexGuard<'_, String>, _> = MappedMutexGuard::try_map(names, |it| it.first_mut());
    println!("{}", tried.is_err());
    drop(tried);
    let mut owned = OwnedMutexGuard::map(lock.clone().lock_owned().await, |it| &mut it.names);
    owned.push("new".into());
    println!("{owned:?} {}", lock.clone().try_lock_owned().is_err());
    drop(owned);
    println!("{:?}", lock.lock().await);
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    read_and_write().await;
    mutexes().await;
    let semaphore = Arc::new(Semaphore::new(5));
    let mut three = semaphore.clone().acquire_many_owned(3).await.unwrap();
    let one = three.split(1).unwrap();
    println!("{} {} {}", three.num_permits(), one.num_permits(), semaphore.available_permits());
    println!("{:?}", three.split(9).is_none());
    let waiting = tokio::spawn({
        let semaphore = semaphore.clone();
        async move { semaphore.acquire_many(4).await.map(|it| it.num_permits()).unwrap() }
    });
    tokio::task::yield_now().await;
    drop(three);
    println!("{} {}", waiting.await.unwrap(), semaphore.available_permits());
    let mut merged = semaphore.clone().try_acquire_owned().unwrap();
    merged.merge(one);
    println!("{} {}", merged.num_permits(), semaphore.available_permits());
    merged.forget();
    println!("{}", semaphore.available_permits());
    let other = Semaphore::new(1);
    let mut mine = semaphore.try_acquire().unwrap();
    let theirs = other.try_acquire().unwrap();
    let merged = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| mine.merge(theirs)));
    println!("{}", merged.is_err());
}
