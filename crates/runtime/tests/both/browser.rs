//! What only a browser has: its storage, from which everything of a run is gone after it, and its exceptions.

use crate::db::{STOCK, item, shop};
use crate::harness::{check, check_as};
use js_sys::{Function, Promise};
use meanwhile_runtime::{RunConfig, fs, println};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Runs the body of an async function of JavaScript, and returns its text.
pub(crate) async fn js(body: &str) -> String {
    let function = Function::new_no_args(&format!("return (async () => {{ {body} }})()"));
    let promise: Promise = function.call0(&JsValue::UNDEFINED).unwrap().dyn_into().unwrap();
    JsFuture::from(promise).await.unwrap().as_string().unwrap_or_default()
}

/// The names of the runs that have a folder, and of those that have a database.
const LIST: &str = "
    const root = await navigator.storage.getDirectory();
    const runs = await root.getDirectoryHandle('meanwhile-runs', { create: true });
    const names = new Set();
    for await (const name of runs.keys()) names.add(name);
    for (const { name } of await indexedDB.databases()) names.add(name.split('/')[1]);
    return [...names].join(' ');";

#[wasm_bindgen_test]
async fn nothing_of_a_run_is_left_when_its_lock_is_free() {
    // The virtual clock does not know of the promises that the test waits for.
    check_as(RunConfig::default(), "kept\n", || {
        Box::pin(async {
            program!({
                let before = js(LIST).await;
                let file = fs::File::create("a.txt").await?;
                shop().await?;
                let after = js(LIST).await;
                let own = after.split(' ').find(|it| !before.contains(it)).unwrap().to_owned();
                println!("kept");
                // The lock is free when all is gone: somebody who waits for it tells the test so.
                let wait = format!(
                    "globalThis.gone = navigator.locks.request('meanwhile-run-{own}', async () => {{
                        const left = await (async () => {{ {LIST} }})();
                        return left.includes('{own}') ? left : '';
                    }});"
                );
                js(&wait).await;
                drop(file);
            })
        })
    })
    .await;
    assert_eq!(js("return await globalThis.gone").await, "");
}

#[wasm_bindgen_test]
async fn what_a_dead_run_left_behind_is_removed_by_a_later_one() {
    js("
        const root = await navigator.storage.getDirectory();
        const runs = await root.getDirectoryHandle('meanwhile-runs', { create: true });
        const dead = await runs.getDirectoryHandle('dead', { create: true });
        await dead.getFileHandle('a.txt', { create: true });
        await new Promise((done) => {
            indexedDB.open('meanwhile-runs/dead/shop', 1).onsuccess = (event) => {
                event.target.result.close();
                done();
            };
        });")
    .await;
    assert!(js(LIST).await.contains("dead"));
    check(RunConfig::default(), "", || {
        Box::pin(async {
            program!({
                fs::write("a.txt", "").await?;
                shop().await?;
            })
        })
    })
    .await;
    while js(LIST).await.contains("dead") {}
}

#[wasm_bindgen_test]
async fn what_the_browser_says_of_its_quota_is_told() {
    js("
        const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
        globalThis.real = [FileSystemSyncAccessHandle.prototype.write, IDBObjectStore.prototype.put];
        FileSystemSyncAccessHandle.prototype.write = full;
        globalThis.fill = () => { IDBObjectStore.prototype.put = full; };")
    .await;
    let expected = "StorageFull: No space left on device (os error 28)\n\
                    the storage is full: the browser's quota is used up\n\
                    the storage is full: the browser's quota is used up\n\
                    10 left\n";
    check(RunConfig::default(), expected, || {
        Box::pin(async {
            program!({
                let error = fs::write("a.txt", "text").await.unwrap_err();
                println!("{:?}: {error}", error.kind());
                js("IDBObjectStore.prototype.put = globalThis.real[1];").await;
                let shop = shop().await?;
                js("globalThis.fill()").await;
                println!("{}", shop.put(STOCK, &7, &item("nuts", 7)).await.unwrap_err());
                let sale = shop.begin(STOCK).await?;
                sale.delete(STOCK, &1).await?;
                sale.put(STOCK, &7, &item("nuts", 7)).await?;
                println!("{}", sale.commit().await.unwrap_err());
                assert_eq!(shop.count(STOCK, ..).await?, 5);
                println!("{} left", shop.get(STOCK, &7).await?.unwrap().left);
            })
        })
    })
    .await;
    js("[FileSystemSyncAccessHandle.prototype.write, IDBObjectStore.prototype.put] = globalThis.real;").await;
}
