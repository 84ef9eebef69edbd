//! The database: what is put in is there, in order, and transactions do all or nothing.

use futures_util::TryStreamExt;
use meanwhile_runtime::db::{Database, Index, Result, Schema, Store};
use meanwhile_runtime::time::{Duration, sleep, timeout};
use meanwhile_runtime::{join, println, spawn, try_join};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) left: u32,
}

pub(crate) const STOCK: Store<u32, Item> = Store::new("stock");
pub(crate) const BY_NAME: Index<u32, Item, String> = STOCK.index("name");
pub(crate) const ORDERS: Store<(String, u32), Vec<u32>> = Store::new("orders");
const TEXTS: Store<String, Option<String>> = Store::new("texts");

pub(crate) fn item(name: &str, left: u32) -> Item {
    Item { name: name.to_owned(), left }
}

/// A shop with something in it.
pub(crate) async fn shop() -> Result<Database> {
    let schema = Schema::new(1).store(STOCK).index(BY_NAME).store(ORDERS).store(TEXTS);
    let shop = Database::open("shop", schema).await?;
    for (number, name) in [(7, "nuts"), (1, "apples"), (10, "figs"), (2, "pears"), (3, "plums")] {
        shop.put(STOCK, &number, &item(name, 10)).await?;
    }
    Ok(shop)
}

async fn names(shop: &Database) -> Result<String> {
    let rows = shop.scan(STOCK, ..).await?;
    Ok(rows
        .into_iter()
        .map(|(number, item)| format!("{number} {}", item.name))
        .collect::<Vec<_>>()
        .join(", "))
}

both!(
    records_are_put_got_counted_and_deleted,
    "Some(Item { name: \"nuts\", left: 10 }) None\n5 2\n4 None\n0\n",
    {
        let shop = shop().await?;
        println!("{:?} {:?}", shop.get(STOCK, &7).await?, shop.get(STOCK, &8).await?);
        println!("{} {}", shop.count(STOCK, ..).await?, shop.count(STOCK, 2..=3).await?);
        shop.delete(STOCK, &7).await?;
        shop.delete(STOCK, &8).await?;
        println!("{} {:?}", shop.count(STOCK, ..).await?, shop.get(STOCK, &7).await?);
        shop.clear(STOCK).await?;
        println!("{}", shop.count(STOCK, ..).await?);
    }
);

both!(a_put_replaces, "Some(Item { name: \"walnuts\", left: 3 })\n", {
    let shop = shop().await?;
    shop.put(STOCK, &7, &item("walnuts", 3)).await?;
    println!("{:?}", shop.get(STOCK, &7).await?);
});

both!(
    a_scan_is_in_the_order_of_the_keys,
    "1 apples, 2 pears, 3 plums, 7 nuts, 10 figs\n[2, 3]\n[7, 10]\n[]\n",
    {
        let shop = shop().await?;
        println!("{}", names(&shop).await?);
        let keys = |rows: Vec<(u32, Item)>| rows.into_iter().map(|it| it.0).collect::<Vec<_>>();
        println!("{:?}", keys(shop.scan(STOCK, 2..7).await?));
        println!("{:?}", keys(shop.scan(STOCK, 7..).await?));
        println!("{:?}", keys(shop.scan(STOCK, 4..4).await?));
    }
);

both!(
    keys_can_be_texts_and_tuples,
    "[(\"ann\", 2), (\"ann\", 10)]\nSome([1]) None\nSome(Some(\"hello\")) Some(None)\n",
    {
        let shop = shop().await?;
        for (name, number) in [("bob", 1), ("ann", 10), ("ann", 2)] {
            shop.put(ORDERS, &(name.to_owned(), number), &vec![number]).await?;
        }
        let of_ann = shop.scan(ORDERS, ("ann".to_owned(), 0)..("ann".to_owned(), u32::MAX)).await?;
        let keys: Vec<_> = of_ann.iter().map(|((name, number), _)| (name.as_str(), *number)).collect();
        println!("{keys:?}");
        let of_bob = shop.get(ORDERS, &("bob".to_owned(), 1)).await?;
        println!("{of_bob:?} {:?}", shop.get(ORDERS, &("bob".to_owned(), 2)).await?);
        shop.put(TEXTS, "greeting", &Some("hello".to_owned())).await?;
        shop.put(TEXTS, "nothing", &None).await?;
        println!("{:?} {:?}", shop.get(TEXTS, "greeting").await?, shop.get(TEXTS, "nothing").await?);
    }
);

both!(an_index_finds_records_by_a_field, "[2, 8]\napples figs nuts | nuts pears pears plums\n[]\n", {
    let shop = shop().await?;
    shop.put(STOCK, &8, &item("pears", 1)).await?;
    let keys: Vec<_> = shop.find(BY_NAME, "pears").await?.into_iter().map(|it| it.0).collect();
    println!("{keys:?}");
    let names = |rows: Vec<(u32, Item)>| rows.into_iter().map(|it| it.1.name).collect::<Vec<_>>().join(" ");
    let (start, end) =
        try_join!(shop.scan_by(BY_NAME, ..="nuts".to_owned()), shop.scan_by(BY_NAME, "nuts".to_owned()..),)?;
    println!("{} | {}", names(start), names(end));
    println!("{:?}", shop.find(BY_NAME, "cherries").await?);
});

both!(a_stream_reads_page_by_page, "300 records, in order: true, the last: 299\n", {
    let shop = shop().await?;
    shop.clear(STOCK).await?;
    let fill = shop.begin(STOCK).await?;
    for number in 0..300 {
        fill.put(STOCK, &number, &item("some", number)).await?;
    }
    fill.commit().await?;
    let rows: Vec<_> = shop.stream(STOCK, ..).try_collect().await?;
    let keys: Vec<_> = rows.iter().map(|it| it.0).collect();
    println!("{} records, in order: {}, the last: {}", keys.len(), keys.is_sorted(), keys[299]);
});

both!(a_commit_does_everything, "before: 10 left, no order\nafter: 7 left, Some([3])\n", {
    let shop = shop().await?;
    let sale = shop.begin((STOCK, ORDERS)).await?;
    let mut nuts = sale.get(STOCK, &7).await?.unwrap();
    nuts.left -= 3;
    sale.put(STOCK, &7, &nuts).await?;
    let order = ("ann".to_owned(), 7);
    sale.put(ORDERS, &order, &vec![3]).await?;
    assert_eq!(sale.get(STOCK, &7).await?.unwrap().left, 7);
    let (left, placed) = try_join!(shop.get(STOCK, &7), shop.get(ORDERS, &order))?;
    println!("before: {} left, {}", left.unwrap().left, placed.map_or("no order", |_| "an order"));
    sale.commit().await?;
    let (left, placed) = try_join!(shop.get(STOCK, &7), shop.get(ORDERS, &order))?;
    println!("after: {} left, {placed:?}", left.unwrap().left);
});

both!(
    a_transaction_that_is_dropped_has_done_nothing,
    "1 apples, 2 pears, 3 plums, 7 nuts, 10 figs\n".repeat(3).as_str(),
    {
        let shop = shop().await?;
        let dropped = shop.begin(STOCK).await?;
        dropped.clear(STOCK).await?;
        drop(dropped);
        println!("{}", names(&shop).await?);

        let rolled_back = shop.begin(STOCK).await?;
        rolled_back.delete(STOCK, &7).await?;
        rolled_back.rollback();
        println!("{}", names(&shop).await?);

        // The future goes, and the transaction with it.
        let sale = async {
            let sale = shop.begin(STOCK).await?;
            sale.put(STOCK, &7, &item("gone", 0)).await?;
            sleep(Duration::from_secs(10)).await;
            sale.commit().await
        };
        assert!(timeout(Duration::from_millis(30), sale).await.is_err());
        println!("{}", names(&shop).await?);
    }
);

both!(
    a_transaction_sees_its_own_changes_in_order,
    "[2, 3, 5]\n[(5, \"apples\"), (2, \"nuts\"), (3, \"plums\")]\n3\n[]\n",
    {
        let shop = shop().await?;
        let sale = shop.begin(STOCK).await?;
        sale.clear(STOCK).await?;
        for (number, name) in [(5, "apples"), (3, "plums"), (2, "nuts")] {
            sale.put(STOCK, &number, &item(name, 1)).await?;
        }
        println!("{:?}", sale.scan(STOCK, ..).await?.iter().map(|it| it.0).collect::<Vec<_>>());
        let by_name = sale.scan_by(BY_NAME, ..).await?;
        println!(
            "{:?}",
            by_name.iter().map(|(number, item)| (*number, item.name.as_str())).collect::<Vec<_>>()
        );
        println!("{}", sale.count(STOCK, ..).await?);
        sale.put(STOCK, &5, &item("pears", 1)).await?;
        println!("{:?}", sale.find(BY_NAME, "apples").await?);
    }
);

both!(transactions_of_one_store_wait_for_each_other, "0 sold, 10 left\n2 sold, 8 left\n5 sold, 5 left\n", {
    let shop = shop().await?;
    let sell = async |amount: u32, pays_ms: u64| -> Result<()> {
        let sale = shop.begin(STOCK).await?;
        let mut nuts = sale.get(STOCK, &7).await?.unwrap();
        println!("{} sold, {} left", 10 - nuts.left, nuts.left);
        nuts.left -= amount;
        // Anything may be awaited in between.
        sleep(Duration::from_millis(pays_ms)).await;
        sale.put(STOCK, &7, &nuts).await?;
        sale.commit().await
    };
    let (first, second) = join!(sell(2, 20), sell(3, 1));
    first?;
    second?;
    let nuts = shop.get(STOCK, &7).await?.unwrap();
    println!("{} sold, {} left", 10 - nuts.left, nuts.left);
});

both!(a_change_waits_for_transactions_and_a_read_for_nobody, "read: nuts\nput: walnuts\n", {
    let shop = shop().await?;
    let sale = shop.begin(STOCK).await?;
    sale.put(STOCK, &7, &item("hazelnuts", 1)).await?;
    let other = shop.clone();
    let put = spawn(async move { other.put(STOCK, &7, &item("walnuts", 1)).await });
    println!("read: {}", shop.get(STOCK, &7).await?.unwrap().name);
    sleep(Duration::from_millis(10)).await;
    assert!(!put.is_finished());
    sale.commit().await?;
    put.await??;
    println!("put: {}", shop.get(STOCK, &7).await?.unwrap().name);
});

both!(readers_share_a_store_and_keep_writers_out, "two readers, no writer\n10 left\n", {
    let shop = shop().await?;
    let (first, second) = try_join!(shop.begin_read(STOCK), shop.begin_read(STOCK))?;
    assert!(timeout(Duration::from_millis(5), shop.begin(STOCK)).await.is_err());
    println!("two readers, no writer");
    first.get(STOCK, &7).await?;
    drop((first, second));
    println!("{} left", shop.begin(STOCK).await?.get(STOCK, &7).await?.unwrap().left);
});

both!(
    a_newer_version_brings_the_database_up_to_it,
    "1 apples, 2 pears, 3 plums, 7 nuts, 10 figs\n[2]\nNoStore(\"orders\") Ok(0)\n",
    {
        const BY_LEFT: Index<u32, Item, u32> = STOCK.index("left");
        const CUSTOMERS: Store<String, String> = Store::new("customers");
        shop().await?.put(STOCK, &2, &item("pears", 4)).await?;
        let schema =
            Schema::new(2).store(STOCK).index(BY_NAME).index(BY_LEFT).store(CUSTOMERS).without("orders");
        let shop = Database::open("shop", schema).await?;
        println!("{}", names(&shop).await?);
        // The index is over the records that were there, too.
        println!("{:?}", shop.find(BY_LEFT, &4).await?.iter().map(|it| it.0).collect::<Vec<_>>());
        println!("{:?} {:?}", shop.count(ORDERS, ..).await.unwrap_err(), shop.count(CUSTOMERS, ..).await);
    }
);

both!(a_database_that_is_opened_again_has_its_records, "5 5\n0\n", {
    let first = shop().await?;
    let schema = || Schema::new(1).store(STOCK);
    let again = Database::open("shop", schema()).await?;
    println!("{} {}", first.count(STOCK, ..).await?, again.count(STOCK, ..).await?);
    println!("{}", Database::open("other", schema()).await?.count(STOCK, ..).await?);
});
