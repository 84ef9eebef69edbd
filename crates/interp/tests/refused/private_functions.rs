mod bank {
    pub struct Account {
        balance: i64,
    }

    impl Account {
        pub fn open() -> Self {
            Account::with(1)
        }

        fn with(balance: i64) -> Self {
            Account { balance }
        }

        fn audit(&self) -> i64 {
            self.balance
        }

        pub fn checked(&self) -> bool {
            self.audit() > 0
        }
    }

    pub mod inner {
        pub fn look(of: &super::Account) -> i64 {
            of.audit()
        }
    }
}

fn main() {
    let account = bank::Account::open();
    println!("{} {}", account.checked(), bank::inner::look(&account));
    println!("{}", account.audit());
    println!("{}", bank::Account::with(3).checked());
}
