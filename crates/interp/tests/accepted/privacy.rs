use std::ops::Deref;

mod bank {
    pub struct Account {
        pub(crate) owner: String,
        balance: i64,
    }

    pub struct Meters(f64);

    impl Account {
        pub fn new(owner: &str) -> Self {
            Account { owner: owner.to_string(), balance: 0 }
        }

        pub fn balance(&self) -> i64 {
            self.balance
        }
    }

    pub mod audit {
        use super::{Account, Meters};

        pub fn check(account: &Account) -> bool {
            let Account { balance, .. } = account;
            let made = Account { owner: String::new(), balance: 1 };
            *balance >= 0 && account.balance == 0 && made.balance == 1
        }

        pub fn far() -> Meters {
            Meters(1.5)
        }
    }

    impl Meters {
        pub fn get(&self) -> f64 {
            let Meters(inner) = self;
            *inner
        }
    }

    pub mod outer {
        pub struct Shown {
            pub(in crate::bank) inside: i32,
            pub(super) above: i32,
        }

        impl Shown {
            pub fn new() -> Shown {
                Shown { inside: 1, above: 2 }
            }
        }
    }

    pub fn sum() -> i32 {
        let shown = outer::Shown::new();
        shown.inside + shown.above
    }
}

mod wrap {
    pub struct Wrapper {
        value: super::Inner,
    }

    impl Wrapper {
        pub fn new() -> Self {
            Wrapper { value: super::Inner { value: 3 } }
        }
    }

    impl std::ops::Deref for Wrapper {
        type Target = super::Inner;

        fn deref(&self) -> &super::Inner {
            &self.value
        }
    }
}

pub struct Inner {
    value: i32,
}

impl Inner {
    fn of<T: Deref<Target = Inner>>(it: &T) -> i32 {
        it.value
    }
}

macro_rules! field {
    ($of:expr, $name:ident) => {
        $of.$name
    };
}

fn main() {
    let account = bank::Account::new("Ada");
    let bank::Account { owner, .. } = &account;
    println!("{owner} {} {}", account.balance(), bank::audit::check(&account));
    println!("{} {}", bank::audit::far().get(), bank::sum());
    let wrapped = wrap::Wrapper::new();
    println!("{} {} {}", wrapped.value, Inner::of(&wrapped), field!(account, owner));
    struct Local {
        x: i32,
    }
    fn local(it: Local) -> i32 {
        it.x
    }
    mod deep {
        pub struct Deep {
            pub y: i32,
        }
    }
    println!("{}", local(Local { x: 1 }) + deep::Deep { y: 2 }.y);
}
