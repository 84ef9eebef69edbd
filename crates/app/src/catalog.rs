//! The lessons as the page lists them: in parts, filtered, one after another, and by asyncio's names.

use crate::examples;
use meanwhile_programs::Program;

/// Which lessons are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words, all of which a lesson has to have somewhere.
    pub(crate) query: String,
    /// The tag it has to have.
    pub(crate) tag: Option<&'static str>,
}

/// A name of asyncio, what Rust has in its place, and where both are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The name in Python.
    pub(crate) python: &'static str,
    /// The name in Rust.
    pub(crate) rust: &'static str,
    /// The lessons that show them, in path order.
    pub(crate) lessons: Vec<&'static Program>,
}

impl Filter {
    /// Returns whether it keeps nothing out.
    pub(crate) fn is_empty(&self) -> bool {
        self.tag.is_none() && self.query.trim().is_empty()
    }

    fn admits(&self, lesson: &Program) -> bool {
        let names = lesson.asyncio.iter().flat_map(|it| [it.0, it.1]);
        let texts = [lesson.title, lesson.summary, lesson.part].into_iter().chain(names);
        self.admits_tags(lesson) && self.finds(texts.chain(lesson.tags.iter().copied()))
    }

    fn admits_tags(&self, lesson: &Program) -> bool {
        self.tag.is_none_or(|it| lesson.tags.contains(&it))
    }

    /// Returns whether each word is in one of the texts. Capitals do not count.
    fn finds<'a>(&self, texts: impl Iterator<Item = &'a str>) -> bool {
        let mut all = String::new();
        texts.for_each(|it| {
            all.push_str(it);
            all.push('\n');
        });
        all.make_ascii_lowercase();
        self.query.to_ascii_lowercase().split_whitespace().all(|it| all.contains(it))
    }
}

/// Returns the lessons that a filter admits, in path order, by the parts they belong to.
pub(crate) fn parts(filter: &Filter) -> Vec<(&'static str, Vec<&'static Program>)> {
    let mut parts: Vec<(&'static str, Vec<&'static Program>)> = Vec::new();
    for lesson in examples::all().iter().filter(|it| filter.admits(it)) {
        match parts.last_mut().filter(|it| it.0 == lesson.part) {
            Some((_, lessons)) => lessons.push(lesson),
            None => parts.push((lesson.part, vec![lesson])),
        }
    }
    parts
}

/// Returns the lessons before and after one.
pub(crate) fn neighbours(slug: &str) -> [Option<&'static Program>; 2] {
    let all = examples::all();
    let Some(at) = all.iter().position(|it| it.slug == slug) else { return [None; 2] };
    [at.checked_sub(1).and_then(|it| all.get(it)), all.get(at + 1)]
}

/// Returns every tag once, by the alphabet.
pub(crate) fn tags() -> Vec<&'static str> {
    let mut tags: Vec<&'static str> = Vec::new();
    for tag in examples::all().iter().flat_map(|it| it.tags) {
        if let Err(place) = tags.binary_search(tag) {
            tags.insert(place, tag);
        }
    }
    tags
}

/// Returns asyncio's names that a filter admits, by the alphabet.
pub(crate) fn pairs(filter: &Filter) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for lesson in examples::all().iter().filter(|it| filter.admits_tags(it)) {
        for &(python, rust) in lesson.asyncio {
            match pairs.binary_search_by(|it| (it.python, it.rust).cmp(&(python, rust))) {
                Ok(place) => pairs[place].lessons.push(lesson),
                Err(place) => pairs.insert(place, Pair { python, rust, lessons: vec![lesson] }),
            }
        }
    }
    pairs.retain(|it| {
        filter.finds([it.python, it.rust].into_iter().chain(it.lessons.iter().map(|it| it.title)))
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str, tag: Option<&'static str>) -> Vec<&'static str> {
        let filter = Filter { query: query.to_owned(), tag };
        parts(&filter).into_iter().flat_map(|it| it.1).map(|it| it.slug).collect()
    }

    #[test]
    fn without_a_filter_every_lesson_is_in_its_part_in_path_order() {
        assert!(Filter::default().is_empty());
        assert_eq!(found("", None), examples::all().iter().map(|it| it.slug).collect::<Vec<_>>());
        let parts = parts(&Filter::default());
        let mut names: Vec<_> = parts.iter().map(|it| it.0).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), parts.len(), "no part is listed twice");
        let numbers: Vec<u32> = examples::all().iter().filter_map(|it| it.number).collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
    }

    #[test]
    fn words_are_looked_for_in_titles_tags_and_names_of_asyncio() {
        assert!(found("THREE downloads", None).contains(&"three-downloads"));
        assert!(found("asyncio.gather", None).contains(&"three-downloads"));
        assert!(found("tokio::join!", None).contains(&"three-downloads"));
        assert!(found("basics", None).contains(&"three-downloads"));
        assert_eq!(found("three downloads zebra", None), [""; 0], "every word counts");
    }

    #[test]
    fn a_tag_keeps_out_what_does_not_have_it() {
        let locks = found("", Some("locks"));
        assert!(!locks.is_empty() && !locks.contains(&"three-downloads"));
        assert!(found("deadlock", Some("locks")).len() < locks.len());
    }

    #[test]
    fn the_path_leads_on_from_each_lesson() {
        let all = examples::all();
        assert_eq!(neighbours(all[0].slug), [None, Some(&all[1])]);
        assert_eq!(neighbours(all[all.len() - 1].slug), [Some(&all[all.len() - 2]), None]);
        assert_eq!(neighbours("none"), [None, None]);
    }

    #[test]
    fn each_pair_of_names_stands_once_with_all_its_lessons() {
        let pairs = pairs(&Filter::default());
        assert!(pairs.is_sorted_by(|a, b| (a.python, a.rust) < (b.python, b.rust)));
        let gather =
            pairs.iter().find(|it| it.rust == "tokio::join!" && it.python == "asyncio.gather").unwrap();
        assert!(gather.lessons.iter().any(|it| it.slug == "three-downloads"));
        let all: usize = examples::all().iter().map(|it| it.asyncio.len()).sum();
        assert_eq!(pairs.iter().map(|it| it.lessons.len()).sum::<usize>(), all, "nothing is left out");
    }

    #[test]
    fn names_of_asyncio_are_searched_too() {
        let query = Filter { query: "gather".to_owned(), tag: None };
        let found = pairs(&query);
        assert!(!found.is_empty() && found.len() < pairs(&Filter::default()).len());
    }

    #[test]
    fn tags_are_listed_once() {
        let tags = tags();
        assert!(tags.is_sorted_by(|a, b| a < b));
        assert!(tags.contains(&"locks"));
    }
}
