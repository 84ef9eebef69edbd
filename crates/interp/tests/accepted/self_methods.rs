#[derive(Default, Debug)]
struct Builder {
    parts: Vec<String>,
    size: usize,
}

impl Builder {
    fn add(mut self, part: &str) -> Self {
        self.parts.push(part.to_string());
        self.size += part.len();
        self
    }

    fn push(&mut self, part: &str) -> &mut Self {
        self.parts.push(part.to_string());
        self
    }

    fn first(&self) -> Option<&String> {
        self.parts.first()
    }

    fn first_mut(&mut self) -> Option<&mut String> {
        self.parts.first_mut()
    }

    fn build(self) -> Vec<String> {
        self.parts
    }

    fn update(&mut self) {
        let size = self.size();
        self.size = size;
        self.bump(self.size);
        let total = self.parts.iter().map(|it| it.len() + self.size).sum::<usize>();
        self.size = total;
    }

    fn size(&self) -> usize {
        self.size
    }

    fn bump(&mut self, by: usize) {
        self.size += by;
    }

    fn longest(&self) -> &str {
        let mut best = "";
        for part in &self.parts {
            if part.len() > best.len() {
                best = part;
            }
        }
        best
    }
}

fn main() {
    let mut builder = Builder::default().add("a").add("b");
    builder.push("c").push("d");
    builder.update();
    if let Some(it) = builder.first_mut() {
        it.push('!');
    }
    println!("{:?} {}", builder.first(), builder.longest());
    let size = builder.size();
    builder.bump(size);
    println!("{}", builder.size);
    println!("{:?}", builder.build());
}
