//! An old library wants a callback. A oneshot channel turns it into something to await.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::sleep;

type Callback = Box<dyn FnOnce(String) + Send>;

/// The old library: takes questions, and calls back when an answer is found.
#[derive(Default)]
struct Dictionary {
    questions: Mutex<VecDeque<(String, Callback)>>,
}

impl Dictionary {
    fn look_up(&self, word: &str, callback: impl FnOnce(String) + Send + 'static) {
        let question = (word.to_string(), Box::new(callback) as Callback);
        self.questions.lock().unwrap().push_back(question);
    }

    fn answer_one(&self) {
        let question = self.questions.lock().unwrap().pop_front();
        if let Some((word, callback)) = question {
            callback(format!("{word} has {} letters", word.len()));
        }
    }
}

/// The library at work: an answer every 100 ms.
async fn work(dictionary: Arc<Dictionary>) {
    loop {
        sleep(Duration::from_millis(100)).await;
        dictionary.answer_one();
    }
}

/// The bridge: the callback sends the answer, the future waits for it.
async fn look_up(word: &str, dictionary: &Dictionary) -> String {
    let (sender, answer) = oneshot::channel();
    dictionary.look_up(word, |text| {
        let _ = sender.send(text); // an error only says that nobody waits any more
    });
    answer.await.expect("the dictionary answers every question")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let dictionary = Arc::new(Dictionary::default());
    let library = tokio::spawn(work(dictionary.clone()));

    dictionary.look_up("callback", |text| println!("called back: {text}"));
    println!("asked, and nothing to wait for");

    println!("awaited: {}", look_up("future", &dictionary).await);

    let (a, b) = tokio::join!(look_up("poll", &dictionary), look_up("wake", &dictionary));
    println!("gathered: {a}, {b}");
    library.abort();
}
