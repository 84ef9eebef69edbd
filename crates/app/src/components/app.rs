//! The whole page.

use super::{
    View, ask::Ask, asyncio::asyncio, bar::bar, code, header::header, keys, missing::missing, nav,
    picture::Room, results::results,
};
use crate::browser;
use crate::derived::Derived;
use crate::dom::{list, tag};
use crate::page::Page;
use crate::state::{Program, Selection, State};
use gloo_events::EventListener;
use meanwhile_trace::SpanId;
use std::rc::Rc;
use yew::prelude::*;

/// The page that does what is asked for here. There is only one, so all are equal.
#[derive(Clone, Debug, Properties)]
pub(crate) struct AppProps {
    pub(crate) page: Rc<Page>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// The page: shows the state, and keeps the title and the keys in step.
pub(crate) struct App {
    state: Rc<State>,
    derived: Derived,
    room: Room,
    /// The same for every rendering: the timeline need not be compared to itself.
    on_select: Callback<Option<SpanId>>,
    /// What has been done besides showing, for which title and which selection.
    titled: String,
    brought: Selection,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Rc<State>;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let page = &context.props().page;
        let mut app = App {
            state: page.store.state(),
            derived: Derived::default(),
            room: Room::default(),
            on_select: super::picture::on_select(page),
            titled: String::new(),
            brought: Selection::None,
            _listeners: keys::listen(page),
        };
        app.derived.update(&app.state);
        page.store.listen(context.link().callback(|state| state));
        app
    }

    fn update(&mut self, _: &Context<Self>, state: Rc<State>) -> bool {
        self.derived.update(&state);
        self.state = state;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let view = View { page: &context.props().page, state: &self.state, derived: &self.derived };
        let mut page = tag(r#"div class="app""#).child(nav::nav(&view));
        page = match &self.state.program {
            Program::Missing(name) => page.child(missing(name)),
            Program::Asyncio => page.child(asyncio(&view)),
            _ => page.child(bar(&view)).child(code::code(&view)).child(results(
                &view,
                &self.room,
                &self.on_select,
            )),
        };
        let skip = tag(r##"a class="skip" href="#main""##).text("Skip to the results");
        list(vec![view.click(skip, Ask::Skip).html(), header(&view), page.html()])
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let page = &context.props().page;
        if first {
            page.fetch_editor();
        }
        page.show_in_editor(&self.state, &self.derived);
        self.room.measure(&self.state.program);
        let title = title(&self.state);
        if self.titled != title {
            browser::document().set_title(&title);
            self.titled = title;
            browser::bring_into_view("lessons", nav::CURRENT);
        }
        if self.brought != self.state.selection {
            self.brought = self.state.selection;
            if let Some(line) = self.derived.line {
                browser::bring_into_view("code", &format!("line-{line}"));
                page.reveal_line(line);
            }
        }
    }
}

fn title(state: &State) -> String {
    match &state.program {
        Program::Asyncio => "From asyncio to Rust · Meanwhile".to_owned(),
        Program::Missing(_) => "No such example · Meanwhile".to_owned(),
        _ => format!("{} · Meanwhile", state.example().map_or("Your program", |it| it.title)),
    }
}
