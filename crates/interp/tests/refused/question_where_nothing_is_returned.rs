struct Reader(String);

impl Reader {
    fn number(&self) -> i32 {
        let number = self.0.parse::<i32>()?;
        number
    }

    async fn later(&self) {
        let number = self.0.parse::<i32>()?;
        println!("{number}");
    }
}

fn shown(text: &str) {
    println!("{}", text.parse::<i32>()?);
}

async fn shown_later(text: &str) {
    let number: i32 = text.parse()?;
    println!("{number}");
}

#[tokio::main]
async fn main() {
    let show = |text: &str| {
        let number = text.parse::<i32>()?;
        println!("{number}");
    };
    show("1");
    shown("2");
    shown_later("3").await;
    tokio::spawn(async {
        let number = "4".parse::<i32>()?;
        println!("{number}");
    });
    let reader = Reader("5".to_string());
    reader.later().await;
    println!("{}", reader.number());
    let first = std::env::args().next()?;
    println!("{first}");
}
