//! Bytes to a batch. Whatever the bytes are, the answer is a batch or an error.

use super::{MAGIC, VERSION, WireError, tag};
use crate::{
    Action, Batch, Cause, End, Event, EventKind, Meta, MetaId, Place, PlaceId, ResourceId, ResourceKind,
    SpanId, SpanKind, Stream, Tables, TextId,
};

/// Reads a batch from bytes.
///
/// # Errors
///
/// Fails if the bytes are not what [`encode`](super::encode) of this version wrote. Whether ids name what exists is for
/// [`Trace::apply`](crate::Trace::apply) to say.
pub fn decode(bytes: &[u8]) -> Result<Batch, WireError> {
    let mut reader = Reader { bytes, at: 0 };
    for expected in MAGIC {
        if reader.byte()? != expected {
            return Err(WireError::Magic);
        }
    }
    let found = reader.byte()?;
    if found != VERSION {
        return Err(WireError::Version { found });
    }
    let batch = Batch {
        first_event: reader.number()?,
        dropped_events: reader.number()?,
        now_ns: reader.number()?,
        new: reader.tables()?,
        events: reader.events()?,
    };
    if reader.at == bytes.len() { Ok(batch) } else { Err(reader.invalid("end of the batch")) }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, WireError> {
        let byte = *self.bytes.get(self.at).ok_or(WireError::Truncated { at: self.bytes.len() })?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u64, WireError> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if (bits << shift) >> shift != bits {
                return Err(self.invalid("number"));
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.invalid("number"))
    }

    fn small(&mut self) -> Result<u32, WireError> {
        let number = self.number()?;
        u32::try_from(number).map_err(|_| self.invalid("32-bit number"))
    }

    /// A number of entries: each takes at least one byte, so there cannot be more than bytes left.
    fn count(&mut self) -> Result<usize, WireError> {
        let count = self.number()?;
        let left = (self.bytes.len() - self.at) as u64;
        if count <= left { Ok(count as usize) } else { Err(WireError::Truncated { at: self.bytes.len() }) }
    }

    fn id<T>(&mut self, make: fn(u32) -> Option<T>) -> Result<T, WireError> {
        let number = self.small()?;
        make(number).ok_or_else(|| self.invalid("id"))
    }

    fn text(&mut self) -> Result<std::sync::Arc<str>, WireError> {
        let len = self.count()?;
        let bytes = &self.bytes[self.at..self.at + len];
        let text = std::str::from_utf8(bytes).map_err(|_| self.invalid("text"))?;
        self.at += len;
        Ok(text.into())
    }

    fn tables(&mut self) -> Result<Tables, WireError> {
        let mut tables = Tables::default();
        for _ in 0..self.count()? {
            let text = self.text()?;
            tables.push_text(text);
        }
        for _ in 0..self.count()? {
            let place = Place {
                file: TextId::from_number(self.small()?),
                line: self.small()?,
                column: self.small()?,
            };
            tables.push_place(place);
        }
        for _ in 0..self.count()? {
            let kind = self.byte()?;
            let kind = self.one_of(&SpanKind::ALL, kind)?;
            let name = self.id(TextId::from_number)?;
            let defined = PlaceId::from_number(self.small()?);
            tables.push_meta(Meta { kind, name, defined });
        }
        Ok(tables)
    }

    fn events(&mut self) -> Result<Vec<Event>, WireError> {
        let count = self.count()?;
        let mut events = Vec::with_capacity(count);
        let mut at_ns = 0u64;
        for _ in 0..count {
            let tag = self.byte()?;
            let passed = self.number()?;
            at_ns = at_ns.checked_add(passed).ok_or_else(|| self.invalid("time"))?;
            let span = self.id(SpanId::from_number)?;
            let kind = self.kind(tag)?;
            events.push(Event { at_ns, span, kind });
        }
        Ok(events)
    }

    fn kind(&mut self, tag: u8) -> Result<EventKind, WireError> {
        Ok(match tag {
            tag::CREATE => {
                let parent = SpanId::from_number(self.small()?);
                EventKind::Create { parent, meta: self.id(MetaId::from_number)? }
            }
            tag::AWAIT => EventKind::Await { place: self.id(PlaceId::from_number)? },
            tag::POLL_START => EventKind::PollStart,
            tag::PENDING => EventKind::PollEnd { ready: false },
            tag::READY => EventKind::PollEnd { ready: true },
            tag::WAKE_TIMER => EventKind::Wake { cause: Cause::Timer },
            tag::WAKE_IO => EventKind::Wake { cause: Cause::Io },
            tag::WAKE_EXTERNAL => EventKind::Wake { cause: Cause::External },
            tag::WAKE_SPAN => EventKind::Wake { cause: Cause::Span(self.id(SpanId::from_number)?) },
            tag::PRINT_OUT => EventKind::Print { stream: Stream::Out, text: self.id(TextId::from_number)? },
            tag::PRINT_ERR => EventKind::Print { stream: Stream::Err, text: self.id(TextId::from_number)? },
            tag::ABORT => EventKind::Abort,
            tag::WAKERS_GONE => EventKind::WakersGone,
            tag::DUE => EventKind::Due { in_us: self.small()? },
            tag::PHASE => EventKind::Phase { name: self.id(TextId::from_number)?, after_us: self.small()? },
            tag::USE.. => {
                let action = self.one_of(&Action::ALL, tag - tag::USE)?;
                EventKind::Use { resource: self.id(ResourceId::from_number)?, action }
            }
            tag::RESOURCE.. => {
                let kind = self.one_of(&ResourceKind::ALL, tag - tag::RESOURCE)?;
                let resource = self.id(ResourceId::from_number)?;
                EventKind::Resource { resource, name: self.id(TextId::from_number)?, kind }
            }
            tag::END.. => EventKind::End(self.one_of(&End::ALL, tag - tag::END)?),
            _ => return Err(self.invalid("kind of event")),
        })
    }

    fn one_of<T: Copy>(&self, all: &[T], number: u8) -> Result<T, WireError> {
        all.get(usize::from(number)).copied().ok_or_else(|| self.invalid("kind"))
    }

    fn invalid(&self, what: &'static str) -> WireError {
        WireError::Invalid { at: self.at.saturating_sub(1), what }
    }
}
