struct Account {
    owner: String,
}

impl Account {
    fn close(self) -> String {
        self.owner
    }
}

fn main() {
    let account = Account { owner: "a".to_string() };
    println!("{}", account.close());
    println!("{}", account.owner);
}
