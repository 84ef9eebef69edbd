// What a trait provides asks for a constant of `Self`, called through a parameter of type `impl Trait`.
trait Summary {
    const KIND: &'static str = "item";

    fn author(&self) -> String;

    fn summarize(&self) -> String {
        format!("{} by {}", Self::KIND, self.author())
    }
}

struct Article;
struct Post<'a>(&'a str);

impl Summary for Article {
    const KIND: &'static str = "article";

    fn author(&self) -> String {
        "nobody".to_string()
    }
}

impl Summary for Post<'_> {
    fn author(&self) -> String {
        format!("@{}", self.0)
    }
}

fn notify(item: &impl Summary) {
    println!("{}", item.summarize());
}

fn notify_any(item: &(impl Summary + ?Sized)) -> usize {
    item.summarize().len()
}

fn consume(item: impl Summary) -> String {
    item.summarize()
}

fn main() {
    notify(&Article);
    notify(&Post("ann"));
    println!("{} {}", notify_any(&Article), notify_any(&Post("bob")));
    println!("{} {}", consume(Article), consume(Post("eve")));
}
