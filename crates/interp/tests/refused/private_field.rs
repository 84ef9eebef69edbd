mod bank {
    pub struct Account {
        pub owner: String,
        balance: i64,
    }

    impl Account {
        pub fn new(owner: &str) -> Self {
            Account { owner: owner.to_string(), balance: 0 }
        }
    }
}

fn main() {
    let mut account = bank::Account::new("Ada");
    account.balance = 100;
    println!("{}: {}", account.owner, account.balance);
    let boxed = Box::new(account);
    println!(
        "{}",
        boxed
            .balance
    );
}
