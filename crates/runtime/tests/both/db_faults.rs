//! What goes wrong with the database, and in what words.

use crate::db::{BY_NAME, Item, ORDERS, STOCK, item, shop};
use meanwhile_runtime::db::{Database, Index, Schema, Store};
use meanwhile_runtime::{println, select};

const UNIQUE: Index<u32, Item, String> = STOCK.index("name").unique();
const MISSING: Store<u32, Item> = Store::new("missing");

macro_rules! tell {
    ($($operation:expr;)*) => {
        $(println!("{}", $operation.await.unwrap_err());)*
    };
}

both!(
    what_the_schema_does_not_have_is_told,
    "the database has no store `missing`\n\
     the database has no store `missing`\n\
     the database has no index `left`\n\
     the database has no store `missing`\n",
    {
        const BY_LEFT: Index<u32, Item, u32> = STOCK.index("left");
        let shop = shop().await?;
        tell! {
            shop.get(MISSING, &1);
            shop.put(MISSING, &1, &item("nuts", 1));
            shop.find(BY_LEFT, &1);
            Database::open("empty", Schema::new(1).index(MISSING.index::<String>("name")));
        }
    }
);

both!(
    a_key_is_added_once,
    "there is already a record with that key in `stock`\n\
     there is already a record with that key in `stock`\n\
     nuts fresh\n",
    {
        let shop = shop().await?;
        tell! { shop.add(STOCK, &7, &item("other", 1)); }
        let sale = shop.begin(STOCK).await?;
        sale.add(STOCK, &8, &item("fresh", 1)).await?;
        tell! { sale.add(STOCK, &8, &item("other", 1)); }
        sale.commit().await?;
        println!("{} {}", shop.get(STOCK, &7).await?.unwrap().name, shop.get(STOCK, &8).await?.unwrap().name);
    }
);

both!(
    a_unique_index_lets_in_no_two,
    "there is already a record with that key in `stock`\n\
     there is already a record with that key in `stock`\n\
     1 nuts\n\
     free again\n",
    {
        let shop = Database::open("shop", Schema::new(1).store(STOCK).index(UNIQUE)).await?;
        shop.put(STOCK, &7, &item("nuts", 1)).await?;
        // Not another than itself.
        shop.put(STOCK, &7, &item("nuts", 2)).await?;
        tell! { shop.put(STOCK, &8, &item("nuts", 1)); }
        let sale = shop.begin(STOCK).await?;
        tell! { sale.put(STOCK, &8, &item("nuts", 1)); }
        println!("{} {}", sale.count(STOCK, ..).await?, sale.get(STOCK, &7).await?.unwrap().name);
        sale.delete(STOCK, &7).await?;
        sale.put(STOCK, &8, &item("nuts", 1)).await?;
        sale.commit().await?;
        println!("free again");
    }
);

both!(
    a_unique_index_is_not_made_over_records_that_are_not,
    "there is already a record with that key in `stock`\n7 8\n",
    {
        let old = shop().await?;
        old.put(STOCK, &8, &item("nuts", 1)).await?;
        let again = Schema::new(2).store(STOCK).index(STOCK.index::<u32>("left").unique());
        tell! { Database::open("shop", again); }
        // It is as it was.
        drop(old);
        let old = shop().await?;
        let nuts = old.find(BY_NAME, "nuts").await?;
        println!("{} {}", nuts[0].0, nuts[1].0);
    }
);

both!(
    an_older_schema_is_refused_and_an_older_connection_closed,
    "the connection is closed: the database was opened with a newer version\n\
     the database is of a newer version than 1\n\
     5\n",
    {
        let old = shop().await?;
        let new = Database::open("shop", Schema::new(2).store(STOCK)).await?;
        tell! {
            old.get(STOCK, &7);
            Database::open("shop", Schema::new(1).store(STOCK));
        }
        println!("{}", new.count(STOCK, ..).await?);
    }
);

both!(
    a_transaction_keeps_to_what_it_was_begun_for,
    "the transaction was begun without the store `orders`\nthe transaction only reads\n",
    {
        let shop = shop().await?;
        let sale = shop.begin(STOCK).await?;
        tell! { sale.count(ORDERS, ..); }
        drop(sale);
        let look = shop.begin_read(STOCK).await?;
        tell! { look.delete(STOCK, &7); }
    }
);

both!(
    what_javascript_could_not_keep_is_refused,
    "not a value of the store: 9007199254740993 is beyond 2^53, store it as text\n\
     not a key of the store: 9007199254740993\n\
     not a key of the store: NaN\n\
     Some(9007199254740992)\n",
    {
        const NUMBERS: Store<u64, u64> = Store::new("numbers");
        const FLOATS: Store<f64, u64> = Store::new("floats");
        let database = Database::open("numbers", Schema::new(1).store(NUMBERS).store(FLOATS)).await?;
        let (largest, larger) = (1 << 53, (1 << 53) + 1);
        database.put(NUMBERS, &largest, &largest).await?;
        tell! {
            database.put(NUMBERS, &1, &larger);
            database.get(NUMBERS, &larger);
            database.put(FLOATS, &f64::NAN, &1);
        }
        println!("{:?}", database.get(NUMBERS, &largest).await?);
    }
);

both!(
    what_is_no_such_value_is_told,
    "not a value of the store: missing field `colour`\nnot a key of the store: 1\n",
    {
        #[derive(Debug, serde::Deserialize)]
        struct Other {
            #[expect(dead_code, reason = "it is missing")]
            colour: String,
        }
        let shop = shop().await?;
        let error = shop.get(Store::<u32, Other>::new("stock"), &7).await.unwrap_err().to_string();
        println!("{}", error.split(" at line").next().unwrap_or_default());
        tell! { shop.scan(Store::<String, Item>::new("stock"), ..); }
    }
);

both!(a_put_that_is_dropped_is_done_all_the_same, "walnuts\n", {
    let shop = shop().await?;
    select! {
        biased;
        _ = shop.put(STOCK, &7, &item("walnuts", 1)) => unreachable!("it takes a turn"),
        () = std::future::ready(()) => {}
    }
    println!("{}", shop.get(STOCK, &7).await?.unwrap().name);
});

#[cfg(not(target_family = "wasm"))]
mod quota {
    use crate::db::{STOCK, item, shop};
    use meanwhile_runtime::{RunConfig, Storage, fs, println};

    fn small() -> RunConfig {
        RunConfig { storage: Storage { quota_bytes: 300 }, ..RunConfig::default() }
    }

    both!(
        a_commit_that_does_not_fit_does_nothing with small(),
        "the storage is full: the browser's quota is used up\n5 records, 10 nuts left\n\
         No space left on device (os error 28)\n",
        {
            let shop = shop().await?;
            let sale = shop.begin(STOCK).await?;
            sale.put(STOCK, &7, &item("nuts", 7)).await?;
            sale.delete(STOCK, &1).await?;
            sale.put(STOCK, &8, &item(&"x".repeat(200), 1)).await?;
            println!("{}", sale.commit().await.unwrap_err());
            let (count, nuts) = (shop.count(STOCK, ..).await?, shop.get(STOCK, &7).await?.unwrap());
            println!("{count} records, {} nuts left", nuts.left);
            // Files use the same room.
            println!("{}", fs::write("a.txt", [0; 200]).await.unwrap_err());
        }
    );
}
