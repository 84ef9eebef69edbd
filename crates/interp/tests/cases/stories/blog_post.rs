use std::fmt::Display;

pub struct Post { state: Option<Box<dyn State>>, content: String, approvals: u32 }

impl Post {
    pub fn new() -> Post { Post { state: Some(Box::new(Draft {})), content: String::new(), approvals: 0 } }
    pub fn add_text(&mut self, text: &str) { if self.state.as_ref().is_some_and(|s| s.editable()) { self.content.push_str(text); } }
    pub fn content(&self) -> &str { self.state.as_ref().unwrap().content(self) }
    pub fn request_review(&mut self) { if let Some(s) = self.state.take() { self.state = Some(s.request_review()) } }
    pub fn approve(&mut self) { self.approvals += 1; if let Some(s) = self.state.take() { self.state = Some(s.approve()) } }
    pub fn reject(&mut self) { if let Some(s) = self.state.take() { self.state = Some(s.reject()) } }
    fn status(&self) -> impl Display { format!("{}/{}", self.state.as_ref().map(|s| s.name()).unwrap_or("none"), self.approvals) }
}

trait State {
    fn name(&self) -> &'static str;
    fn request_review(self: Box<Self>) -> Box<dyn State>;
    fn approve(self: Box<Self>) -> Box<dyn State>;
    fn reject(self: Box<Self>) -> Box<dyn State>;
    fn content<'a>(&self, _post: &'a Post) -> &'a str { "" }
    fn editable(&self) -> bool { false }
}

struct Draft {}
struct Pending { votes: u32 }
struct Published {}

impl State for Draft {
    fn name(&self) -> &'static str { "draft" }
    fn request_review(self: Box<Self>) -> Box<dyn State> { Box::new(Pending { votes: 0 }) }
    fn approve(self: Box<Self>) -> Box<dyn State> { self }
    fn reject(self: Box<Self>) -> Box<dyn State> { self }
    fn editable(&self) -> bool { true }
}

impl State for Pending {
    fn name(&self) -> &'static str { "pending" }
    fn request_review(self: Box<Self>) -> Box<dyn State> { self }
    fn approve(mut self: Box<Self>) -> Box<dyn State> { self.votes += 1; if self.votes >= 2 { Box::new(Published {}) } else { self } }
    fn reject(self: Box<Self>) -> Box<dyn State> { Box::new(Draft {}) }
}

impl State for Published {
    fn name(&self) -> &'static str { "published" }
    fn request_review(self: Box<Self>) -> Box<dyn State> { self }
    fn approve(self: Box<Self>) -> Box<dyn State> { self }
    fn reject(self: Box<Self>) -> Box<dyn State> { self }
    fn content<'a>(&self, post: &'a Post) -> &'a str { &post.content }
}

fn main() {
    let mut post = Post::new();
    post.add_text("A salad for lunch");
    println!("{:?} {}", post.content(), post.status());
    post.request_review();
    post.add_text(" ignored");
    post.reject();
    post.add_text(" and tea");
    post.request_review();
    post.approve();
    println!("{:?} {}", post.content(), post.status());
    post.approve();
    println!("{:?} {}", post.content(), post.status());
    post.reject();
    println!("{}", post.status());
}
