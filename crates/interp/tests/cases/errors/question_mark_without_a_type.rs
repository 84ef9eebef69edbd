use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
struct Bad(String);

impl From<ParseIntError> for Bad {
    fn from(error: ParseIntError) -> Self {
        Bad(format!("not a number: {error}"))
    }
}

#[derive(Debug)]
struct Worse(Bad);

impl From<Bad> for Worse {
    fn from(error: Bad) -> Self {
        Worse(error)
    }
}

impl From<fmt::Error> for Bad {
    fn from(_: fmt::Error) -> Self {
        Bad("fmt".into())
    }
}

fn parsed<E: From<ParseIntError>>(text: &str) -> Result<i32, E> {
    Ok(text.parse::<i32>()?)
}

async fn later<E>(text: &str) -> Result<i32, E>
where
    E: From<ParseIntError>,
{
    let number: i32 = async { text.parse() }.await?;
    Ok(number + 1)
}

trait Source {
    type Error: From<ParseIntError>;

    fn text(&self) -> &str;

    fn number(&self) -> Result<i32, Self::Error> {
        let number: i32 = self.text().parse()?;
        Ok(number)
    }
}

struct Fixed(&'static str);

impl Source for Fixed {
    type Error = Bad;

    fn text(&self) -> &str {
        self.0
    }
}

fn twice<S: Source>(source: &S) -> Result<i32, S::Error> {
    Ok(source.number()? * 2)
}

struct Parser<E> {
    seen: Vec<Result<i32, E>>,
}

impl<E: From<ParseIntError> + fmt::Debug> Parser<E> {
    fn parse(&mut self, text: &str) -> Result<i32, E> {
        let number = text.parse::<i32>()?;
        self.seen.push(Ok(number));
        Ok(number)
    }
}

fn all() -> Result<(), Worse> {
    let inner = || {
        let number: i32 = "7x".parse()?;
        Ok::<_, Bad>(number)
    };
    println!("{:?}", inner());
    inner()?;
    Ok(())
}

#[tokio::main]
async fn main() {
    let result = async {
        let number: i32 = "x".parse()?;
        Ok::<i32, Bad>(number)
    }
    .await;
    println!("{result:?}");
    let handle = tokio::spawn(async {
        let number: i32 = "y".parse()?;
        Ok::<_, Bad>(number)
    });
    println!("{:?}", handle.await.unwrap().map_err(|it| it.0));
    let numbers = ["1", "two"].iter().map(|it| {
        let number: i32 = it.parse()?;
        Ok(number)
    });
    println!("{:?}", numbers.collect::<Result<Vec<_>, Bad>>());
    println!("{:?}", all());
    println!("{:?} {:?}", parsed::<Bad>("z"), parsed::<Box<dyn std::error::Error>>("4").ok());
    println!("{:?} {:?}", later::<Bad>("q").await, later::<ParseIntError>("41").await);
    println!("{:?} {:?}", Fixed("12").number(), twice(&Fixed("1e")));
    let mut parser = Parser::<Bad> { seen: vec![] };
    println!("{:?} {:?} {:?}", parser.parse("5"), parser.parse("five"), parser.seen);
    let boxed: Result<i32, Box<dyn std::error::Error>> = async { Ok("9z".parse::<i32>()?) }.await;
    println!("{}", boxed.unwrap_err());
    let found = (|| {
        let first = [1, 2].iter().find(|it| **it > 1)?;
        Some(first * 2)
    })();
    println!("{found:?}");
    let (text, number) = (String::from("8"), async |text: &str| text.parse::<u8>());
    let tried = async { Ok::<u8, Bad>(number(&text).await? + number("300").await?) };
    println!("{:?}", tried.await);
}
