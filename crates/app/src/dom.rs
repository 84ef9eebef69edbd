//! Elements made by plain functions. `html!` writes out some hundred bytes of wasm for each element; here an element
//! costs a text and a few calls.

use crate::page::Page;
use std::rc::Rc;
use yew::AttrValue;
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{Html, NodeRef};

/// What is to be done when something happens to an element.
pub(crate) trait Ask {
    /// Does it.
    fn perform(&self, page: &Rc<Page>, event: &web_sys::Event);
}

/// An event that an element can wait for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum On {
    /// A click, or what does as well.
    Click,
    /// Another choice.
    Change,
    /// A change of a field's text.
    Input,
    /// A key that goes down.
    Key,
    /// The opening or closing of a disclosure.
    Toggle,
}

/// An element under construction.
pub(crate) struct Tag(Box<Parts>);

struct Parts {
    tag: VTag,
    children: Vec<VNode>,
}

/// Begins an element, written as in HTML: its name, then its attributes, each with its value in quotes.
pub(crate) fn tag(open: &'static str) -> Tag {
    let (name, attributes) = open.split_once(' ').unwrap_or((open, ""));
    let mut tag = VTag::new(AttrValue::Static(name));
    let mut parts = attributes.split('"');
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        tag.add_attribute(name.trim_start().trim_end_matches('='), AttrValue::Static(value));
    }
    Tag(Box::new(Parts { tag, children: Vec::new() }))
}

/// Puts nodes one behind another, without an element around them.
pub(crate) fn list(nodes: Vec<VNode>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// Makes a text that is always the same.
pub(crate) fn text(fixed: &'static str) -> Html {
    VNode::VText(VText { text: AttrValue::Static(fixed) })
}

/// Makes a text.
pub(crate) fn said(text: AttrValue) -> Html {
    VNode::VText(VText { text })
}

impl Tag {
    /// Sets an attribute to one of a few fixed values.
    pub(crate) fn set(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.tag.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// Sets an attribute.
    pub(crate) fn set_to(mut self, name: &'static str, value: String) -> Self {
        self.0.tag.add_attribute(name, AttrValue::from(value));
        self
    }

    /// Sets an attribute if something is so.
    pub(crate) fn set_if(self, is_so: bool, name: &'static str, value: &'static str) -> Self {
        if is_so { self.set(name, value) } else { self }
    }

    /// Sets the classes of which each is so.
    pub(crate) fn classes(self, classes: &[(&'static str, bool)]) -> Self {
        let mut all = String::new();
        for (class, _) in classes.iter().filter(|it| it.1) {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(class);
        }
        if all.is_empty() { self } else { self.set_to("class", all) }
    }

    /// Sets an attribute to `true` or `false`.
    pub(crate) fn set_bool(self, name: &'static str, value: bool) -> Self {
        self.set(name, if value { "true" } else { "false" })
    }

    /// Tells it from its neighbours when the list it stands in changes.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Keeps hold of the element in the document.
    pub(crate) fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// Says whether a radio button or a check box is chosen.
    pub(crate) fn checked(mut self, is_checked: bool) -> Self {
        self.0.tag.set_checked(is_checked);
        self
    }

    /// Fills in a field.
    pub(crate) fn value(mut self, value: String) -> Self {
        self.0.tag.set_value(AttrValue::from(value));
        self
    }

    /// Says what is to be done when an event comes.
    pub(crate) fn on<A: Ask + 'static>(mut self, event: On, page: &Rc<Page>, ask: A) -> Self {
        self.0.tag.add_listener(Rc::new(Listens { event, page: page.clone(), ask }));
        self
    }

    /// Adds a text that is always the same, or one of a few.
    pub(crate) fn text(self, fixed: &'static str) -> Self {
        self.child(text(fixed))
    }

    /// Adds a text.
    pub(crate) fn say(self, text: String) -> Self {
        self.child(said(text.into()))
    }

    /// Adds an element.
    pub(crate) fn with(self, child: Tag) -> Self {
        let child = child.html();
        self.child(child)
    }

    /// Adds an element, if there is one.
    pub(crate) fn with_any(self, child: Option<Tag>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// Adds whatever may stand in an element.
    pub(crate) fn child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// Ends the element.
    pub(crate) fn html(self) -> Html {
        let Parts { mut tag, children } = *self.0;
        if let Some(inside) = tag.children_mut().filter(|_| !children.is_empty()) {
            *inside = list(children);
        }
        VNode::VTag(Rc::new(tag))
    }
}

/// A listener, of which there is one type for all elements and events.
struct Listens<A> {
    event: On,
    page: Rc<Page>,
    ask: A,
}

impl<A: Ask> Listener for Listens<A> {
    fn kind(&self) -> ListenerKind {
        match self.event {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Key => ListenerKind::onkeydown,
            On::Toggle => ListenerKind::ontoggle,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.ask.perform(&self.page, &event);
    }

    fn passive(&self) -> bool {
        false
    }
}
