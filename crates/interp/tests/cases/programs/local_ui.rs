// A "UI" on one thread: Rc, RefCell, Weak, LocalSet and spawn_local. Nothing here is Send!
use std::cell::{Cell, OnceCell, Ref, RefCell, RefMut};
use std::fmt::{self, Display, Formatter};
use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::rc::{Rc, Weak};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::{spawn_local, LocalSet};
use tokio::time::{self, Duration, MissedTickBehavior};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    x: usize,
    y: usize,
}

#[derive(Clone)]
struct Canvas<const W: usize, const H: usize> {
    cells: [[char; W]; H],
}
impl<const W: usize, const H: usize> Default for Canvas<W, H> {
    fn default() -> Self {
        Canvas { cells: [['.'; W]; H] }
    }
}
impl<const W: usize, const H: usize> Index<Point> for Canvas<W, H> {
    type Output = char;
    fn index(&self, Point { x, y }: Point) -> &char {
        &self.cells[y % H][x % W]
    }
}
impl<const W: usize, const H: usize> IndexMut<Point> for Canvas<W, H> {
    fn index_mut(&mut self, Point { x, y }: Point) -> &mut char {
        &mut self.cells[y % H][x % W]
    }
}
impl<const W: usize, const H: usize> Display for Canvas<W, H> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (i, row) in self.cells.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{}", row.iter().collect::<String>())?;
        }
        Ok(())
    }
}

#[derive(Debug)]
enum Event {
    Key(char),
    Tick(u32),
    Resize { cols: u16, rows: u16 },
    Quit,
}

trait Widget {
    fn id(&self) -> &str;
    fn on_event(&self, event: &Event) -> bool;
    fn draw(&self, canvas: &mut Canvas<12, 4>);
}

struct Cursor {
    at: Cell<Point>,
    parent: OnceCell<Weak<App>>,
}
impl Widget for Cursor {
    fn id(&self) -> &str {
        "cursor"
    }
    fn on_event(&self, event: &Event) -> bool {
        let Event::Key(key) = event else { return false };
        let Point { x, y } = self.at.get();
        let to = match key {
            'h' if x > 0 => Point { x: x - 1, y },
            'l' => Point { x: x + 1, y },
            'k' => Point { y: y.saturating_sub(1), x },
            'j' => Point { y: y + 1, x },
            _ => return false,
        };
        self.at.set(to);
        if let Some(app) = self.parent.get().and_then(Weak::upgrade) {
            app.moves.set(app.moves.get() + 1);
        }
        true
    }
    fn draw(&self, canvas: &mut Canvas<12, 4>) {
        canvas[self.at.get()] = '@';
    }
}

struct Spinner {
    frame: RefCell<u32>,
}
impl Widget for Spinner {
    fn id(&self) -> &str {
        "spinner"
    }
    fn on_event(&self, event: &Event) -> bool {
        if let &Event::Tick(n @ 1..) = event {
            *self.frame.borrow_mut() = n;
            return true;
        }
        false
    }
    fn draw(&self, canvas: &mut Canvas<12, 4>) {
        const FRAMES: &[u8; 4] = b"|/-\\";
        let frame = *self.frame.borrow() as usize;
        canvas[Point { x: 11, y: 3 }] = FRAMES[frame % FRAMES.len()] as char;
    }
}

#[derive(Default)]
struct App {
    widgets: RefCell<Vec<Rc<dyn Widget>>>,
    moves: Cell<u32>,
    canvas: RefCell<Canvas<12, 4>>,
}

struct Frame<'a>(RefMut<'a, Canvas<12, 4>>);
impl Deref for Frame<'_> {
    type Target = Canvas<12, 4>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
impl DerefMut for Frame<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl App {
    fn new() -> Rc<Self> {
        let app = Rc::new(App::default());
        let cursor = Rc::new(Cursor { at: Cell::new(Point { x: 1, y: 1 }), parent: OnceCell::new() });
        cursor.parent.set(Rc::downgrade(&app)).ok();
        app.widgets.borrow_mut().extend([cursor as Rc<dyn Widget>, Rc::new(Spinner { frame: 0.into() })]);
        app
    }
    fn names(&self) -> Ref<'_, [Rc<dyn Widget>]> {
        Ref::map(self.widgets.borrow(), Vec::as_slice)
    }
    fn render(&self) -> String {
        let mut frame = Frame(self.canvas.borrow_mut());
        *frame = Canvas::default();
        self.widgets.borrow().iter().for_each(|w| w.draw(&mut frame));
        frame.to_string()
    }
    async fn run(self: Rc<Self>, mut events: UnboundedReceiver<Event>) -> (usize, usize) {
        let (mut handled, mut ignored) = (0, 0);
        while let Some(event) = events.recv().await {
            match event {
                Event::Quit => break,
                Event::Resize { cols, rows } if cols * rows < 80 => println!("resize to {cols}x{rows} refused"),
                other => {
                    if self.widgets.borrow().iter().fold(false, |done, w| w.on_event(&other) || done) {
                        handled += 1
                    } else {
                        ignored += 1
                    }
                }
            }
        }
        (handled, ignored)
    }
}

async fn ticker(tx: UnboundedSender<Event>) {
    let mut interval = time::interval(Duration::from_millis(16));
    interval.set_missed_tick_behavior(MissedTickBehavior::Skip);
    for n in 0.. {
        interval.tick().await;
        if tx.send(Event::Tick(n)).is_err() {
            println!("ticker: window closed at tick {n}");
            return;
        }
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let local = LocalSet::new();
    let app = App::new();
    println!("{}", app.names().iter().map(|w| w.id()).collect::<Vec<_>>().join(" and "));
    let result = local
        .run_until(async {
            let (tx, rx) = mpsc::unbounded_channel();
            let ui = spawn_local(Rc::clone(&app).run(rx));
            spawn_local(ticker(tx.clone()));
            let keys = spawn_local(async move {
                for key in "lljq?lkh".chars() {
                    time::sleep(Duration::from_millis(10)).await;
                    tx.send(Event::Key(key)).unwrap();
                }
                tx.send(Event::Resize { cols: 8, rows: 9 }).unwrap();
                tx.send(Event::Quit).unwrap();
            });
            keys.await.unwrap();
            ui.await
        })
        .await;
    println!("{:?}, {} moves", result.unwrap(), app.moves.get());
    println!("{}", app.render());
    local.await;
    println!("rc: {} strong, {} weak", Rc::strong_count(&app), Rc::weak_count(&app));
}
