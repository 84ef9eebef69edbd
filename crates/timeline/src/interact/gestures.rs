//! Pointers, told apart into clicks, drags and pinches.

use crate::Point;
use crate::number::length;

/// What a pointer's event comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Gesture {
    /// Nothing yet.
    None,
    /// A pointer moves without being pressed.
    Hover(Point),
    /// It was pressed and let go in the same place.
    Click(Point),
    /// A drag, by so much since the last event.
    Drag { dx: f64, dy: f64 },
    /// Two fingers: what is at `x` moves by `dx` and the stretch between them changes by a factor.
    Pinch { x: f64, dx: f64, factor: f64 },
}

/// The pointers that are down.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gestures {
    down: Vec<Pointer>,
    /// Whether what is going on is more than a click.
    moved: bool,
}

#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    start: Point,
    now: Point,
}

/// A pointer that moved less than this is a click.
const CLICK: f64 = 5.0;
/// Fingers nearer than this do not pinch: a small tremor would be a great factor.
const NEAREST: f64 = 16.0;

impl Gestures {
    pub(crate) fn press(&mut self, id: i32, at: Point) {
        self.down.retain(|it| it.id != id);
        self.moved &= !self.down.is_empty();
        self.down.push(Pointer { id, start: at, now: at });
        // Two fingers are never a click, not even after one of them is lifted.
        self.moved |= self.down.len() > 1;
    }

    pub(crate) fn move_to(&mut self, id: i32, at: Point) -> Gesture {
        let before = self.pair();
        let Some(pointer) = self.down.iter_mut().find(|it| it.id == id) else {
            return if self.down.is_empty() { Gesture::Hover(at) } else { Gesture::None };
        };
        let last = pointer.now;
        let from_start = length(at.x - pointer.start.x, at.y - pointer.start.y);
        pointer.now = at;
        match self.down.len() {
            1 if self.moved => Gesture::Drag { dx: at.x - last.x, dy: at.y - last.y },
            1 if from_start >= CLICK => {
                // From the start on, lest the picture lag behind the finger.
                self.moved = true;
                let start = self.down[0].start;
                Gesture::Drag { dx: at.x - start.x, dy: at.y - start.y }
            }
            2 => pinch(before, self.pair()),
            _ => Gesture::None,
        }
    }

    pub(crate) fn release(&mut self, id: i32, at: Point) -> Gesture {
        let known = self.down.iter().any(|it| it.id == id);
        self.down.retain(|it| it.id != id);
        if known && self.down.is_empty() && !self.moved { Gesture::Click(at) } else { Gesture::None }
    }

    /// The browser took the pointer for itself: to scroll the page, say.
    pub(crate) fn cancel(&mut self, id: i32) {
        self.down.retain(|it| it.id != id);
        self.moved = true;
    }

    pub(crate) fn is_dragging(&self) -> bool {
        self.moved && !self.down.is_empty()
    }

    fn pair(&self) -> Option<(f64, f64)> {
        let [one, two] = self.down[..] else { return None };
        let distance = length(one.now.x - two.now.x, one.now.y - two.now.y);
        Some(((one.now.x + two.now.x) / 2.0, distance.max(NEAREST)))
    }
}

fn pinch(before: Option<(f64, f64)>, after: Option<(f64, f64)>) -> Gesture {
    let (Some((from, apart)), Some((to, now_apart))) = (before, after) else { return Gesture::None };
    Gesture::Pinch { x: to, dx: to - from, factor: apart / now_apart }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn a_small_tremor_is_a_click_and_a_move_of_five_pixels_a_drag() {
        let mut it = Gestures::default();
        it.press(1, at(10.0, 10.0));
        assert_eq!(it.move_to(1, at(13.0, 12.0)), Gesture::None);
        assert_eq!(it.release(1, at(13.0, 12.0)), Gesture::Click(at(13.0, 12.0)));

        it.press(1, at(10.0, 10.0));
        assert_eq!(it.move_to(1, at(15.0, 10.0)), Gesture::Drag { dx: 5.0, dy: 0.0 });
        assert_eq!(it.move_to(1, at(11.0, 10.0)), Gesture::Drag { dx: -4.0, dy: 0.0 });
        assert_eq!(it.release(1, at(11.0, 10.0)), Gesture::None);
        assert_eq!(it.move_to(1, at(12.0, 10.0)), Gesture::Hover(at(12.0, 10.0)));
    }

    #[test]
    fn two_fingers_pinch_and_lifting_them_is_no_click() {
        let mut it = Gestures::default();
        it.press(1, at(100.0, 50.0));
        it.press(2, at(200.0, 50.0));
        assert_eq!(it.move_to(2, at(300.0, 50.0)), Gesture::Pinch { x: 200.0, dx: 50.0, factor: 0.5 });
        assert_eq!(it.release(2, at(300.0, 50.0)), Gesture::None);
        assert_eq!(it.release(1, at(100.0, 50.0)), Gesture::None);
        it.press(1, at(1.0, 1.0));
        assert_eq!(it.release(1, at(1.0, 1.0)), Gesture::Click(at(1.0, 1.0)));
    }

    #[test]
    fn a_pointer_that_the_browser_takes_is_neither_click_nor_drag() {
        let mut it = Gestures::default();
        it.press(7, at(1.0, 1.0));
        it.cancel(7);
        assert!(!it.is_dragging());
        assert_eq!(it.release(7, at(1.0, 1.0)), Gesture::None);
        it.press(8, at(1.0, 1.0));
        assert_eq!(it.release(8, at(1.0, 1.0)), Gesture::Click(at(1.0, 1.0)));
    }
}
