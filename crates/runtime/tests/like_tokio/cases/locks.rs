// Included twice, behind programs.rs: with `rt` for tokio, and with `rt` for this runtime.

use std::sync::Arc;
use rt::sync::{MappedMutexGuard, Mutex as AsyncMutex, MutexGuard, Notify, OnceCell, OwnedMutexGuard, RwLock, RwLockMappedWriteGuard, RwLockReadGuard, RwLockWriteGuard, Semaphore};

static CONST_LOCK: RwLock<u32> = RwLock::const_new(1);
static CONST_CELL: OnceCell<u32> = OnceCell::const_new();
static CONST_BELL: Notify = Notify::const_new();
static CONST_PERMITS: Semaphore = Semaphore::const_new(2);

pub(super) async fn a_mutex_is_taken_in_every_way(said: Said) {
    let mut own = AsyncMutex::new(1);
    *own.get_mut() += 1;
    said.say(own.into_inner());
    let shared = Arc::new(AsyncMutex::new(3));
    let owned = shared.clone().try_lock_owned().unwrap();
    said.say(format!("{:?} {:?}", shared.try_lock().is_err(), Arc::ptr_eq(OwnedMutexGuard::mutex(&owned), &shared)));
    drop(owned);
    let guard = shared.lock().await;
    said.say(MutexGuard::mutex(&guard).try_lock().unwrap_err());
    drop(guard);
    said.say(*shared.clone().lock_owned().await);
    let pair = AsyncMutex::new((1, 2));
    let second: MappedMutexGuard<'_, i32> = MutexGuard::map(pair.lock().await, |it| &mut it.1);
    said.say(format!("{} {}", *second, pair.try_lock().is_err()));
}

pub(super) async fn a_read_write_lock_is_taken_in_every_way(said: Said) {
    let mut own = RwLock::new(1);
    *own.get_mut() += 1;
    said.say(own.into_inner());
    let lock = Arc::new(RwLock::new(5));
    let first = lock.clone().read_owned().await;
    said.say(format!("{} {} {}", *first, lock.try_read().is_ok(), lock.try_write().unwrap_err()));
    drop(first);
    let mut writing = lock.clone().write_owned().await;
    *writing += 1;
    said.say(lock.try_read().is_err());
    let reading = writing.downgrade();
    said.say(format!("{} {}", *reading, *lock.read().await));
    drop(reading);
    said.say(format!("{} {}", *CONST_LOCK.read().await, lock.try_write().is_ok()));
    let pair = RwLock::new((1, 2));
    let second = RwLockReadGuard::map(pair.read().await, |it| &it.1);
    said.say(*second);
    drop(second);
    let mut first: RwLockMappedWriteGuard<'_, i32> = RwLockWriteGuard::map(pair.write().await, |it| &mut it.0);
    *first += 6;
    drop(first);
    said.say(pair.into_inner().0);
}

pub(super) async fn permits_are_counted_taken_together_and_forgotten(said: Said) {
    let semaphore = Arc::new(Semaphore::new(6));
    let mut three = semaphore.clone().acquire_many_owned(3).await.unwrap();
    let two = semaphore.try_acquire_many(2).unwrap();
    said.say(format!("{} {} {}", two.num_permits(), three.num_permits(), semaphore.available_permits()));
    said.say(semaphore.clone().try_acquire_many_owned(2).unwrap_err());
    let one = semaphore.clone().try_acquire_owned().unwrap();
    said.say(format!("{} {}", Arc::ptr_eq(one.semaphore(), &semaphore), semaphore.try_acquire().is_err()));
    one.forget();
    let mut part = three.split(2).unwrap();
    said.say(format!("{} {} {}", part.num_permits(), three.num_permits(), part.split(3).is_none()));
    three.merge(part.split(1).unwrap());
    drop(part);
    said.say(format!("{} {}", three.num_permits(), semaphore.available_permits()));
    drop(three);
    two.forget();
    said.say(format!("{} {}", semaphore.available_permits(), semaphore.forget_permits(2)));
    said.say(format!("{} {}", semaphore.available_permits(), semaphore.is_closed()));
    let waiting = semaphore.clone();
    let waiting = task::spawn(async move { waiting.acquire_many(5).await.map(drop) });
    task::yield_now().await;
    semaphore.close();
    said.say(format!("{} {}", waiting.await.unwrap().unwrap_err(), semaphore.is_closed()));
    said.say(CONST_PERMITS.available_permits());
}

pub(super) async fn the_last_who_waits_can_be_notified_first(said: Said) {
    let bell = Arc::new(Notify::new());
    let wait = |name: &'static str| {
        let (bell, said) = (bell.clone(), said.clone());
        task::spawn(async move {
            bell.notified().await;
            said.say(name);
        })
    };
    let waiting = [wait("a"), wait("b")];
    task::yield_now().await;
    bell.notify_last();
    task::yield_now().await;
    bell.notify_one();
    for it in waiting {
        it.await.unwrap();
    }
    CONST_BELL.notify_one();
    CONST_BELL.notified().await;
}

pub(super) async fn a_cell_is_set_once_and_taken(said: Said) {
    let mut cell = OnceCell::new_with(None);
    said.say(format!("{} {:?}", cell.initialized(), cell.set(1)));
    said.say(cell.set(2).unwrap_err());
    *cell.get_mut().unwrap() += 4;
    said.say(format!("{:?} {:?} {:?}", cell.take(), cell.get(), OnceCell::new_with(Some(3)).into_inner()));
    said.say(CONST_CELL.get_or_init(|| async { 6 }).await);
}
