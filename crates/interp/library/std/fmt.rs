//! Values as text.

mod builders;
mod impls;

pub use builders::{DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, FromFn, from_fn};

pub type Result = crate::result::Result<(), Error>;

#[lang = "fmt::Error"]
#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Error;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

impl crate::error::Error for Error {}

/// What `format_args!` makes: to the machine it is the text.
#[lang = "Arguments"]
#[derive(Clone, Copy)]
pub struct Arguments<'a> {
    native: (),
    of: crate::marker::PhantomData<&'a ()>,
}

/// The text itself.
pub(crate) fn arguments_text(args: Arguments<'_>) -> &str {
    native!()
}

impl<'a> Arguments<'a> {
    pub fn as_str(&self) -> Option<&'static str> {
        None
    }
}

impl<'a> Display for Arguments<'a> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(arguments_text(*self))
    }
}

impl<'a> Debug for Arguments<'a> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(arguments_text(*self))
    }
}

/// A text that `{:?}` prints as it is.
pub struct Plain(pub &'static str);

impl Debug for Plain {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.0)
    }
}

pub fn format(args: Arguments<'_>) -> String {
    String::from(arguments_text(args))
}

pub fn write(output: &mut dyn Write, args: Arguments<'_>) -> Result {
    output.write_str(arguments_text(args))
}

#[lang = "fmt::Write"]
pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;

    fn write_char(&mut self, c: char) -> Result {
        self.write_str(&String::from(c))
    }

    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        self.write_str(arguments_text(args))
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write_str(&mut self, s: &str) -> Result {
        (**self).write_str(s)
    }
}

macro_rules! traits {
    ($($lang:literal $name:ident)*) => {$(
        #[lang = $lang]
        pub trait $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result;
        }
    )*};
}

traits! {
    "Debug" Debug
    "Display" Display
    "LowerHex" LowerHex
    "UpperHex" UpperHex
    "Binary" Binary
    "Octal" Octal
    "LowerExp" LowerExp
    "UpperExp" UpperExp
    "Pointer" Pointer
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Right,
    Center,
}

/// Where a `fmt` writes to, and how: the machine keeps both.
#[lang = "Formatter"]
pub struct Formatter<'a> {
    native: (),
    of: crate::marker::PhantomData<&'a ()>,
}

impl<'a> Formatter<'a> {
    pub fn write_str(&mut self, data: &str) -> Result {
        native!()
    }

    pub fn write_char(&mut self, c: char) -> Result {
        native!()
    }

    pub fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        self.write_str(arguments_text(args))
    }

    pub fn pad(&mut self, s: &str) -> Result {
        native!()
    }

    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {
        native!()
    }

    pub fn width(&self) -> Option<usize> {
        native!()
    }

    pub fn precision(&self) -> Option<usize> {
        native!()
    }

    pub fn fill(&self) -> char {
        native!()
    }

    /// 0 is none, 1 left, 2 right, 3 in the middle.
    fn alignment(&self) -> u8 {
        native!()
    }

    pub fn align(&self) -> Option<Alignment> {
        match self.alignment() {
            1 => Some(Alignment::Left),
            2 => Some(Alignment::Right),
            3 => Some(Alignment::Center),
            _ => None,
        }
    }

    pub fn sign_plus(&self) -> bool {
        native!()
    }

    pub fn sign_minus(&self) -> bool {
        false
    }

    pub fn alternate(&self) -> bool {
        native!()
    }

    pub fn sign_aware_zero_pad(&self) -> bool {
        native!()
    }

    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        DebugStruct::new(self, name)
    }

    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        DebugTuple::new(self, name)
    }

    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        DebugList::new(self)
    }

    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        DebugSet::new(self)
    }

    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        DebugMap::new(self)
    }
}

impl<'a> Write for Formatter<'a> {
    fn write_str(&mut self, s: &str) -> Result {
        Formatter::write_str(self, s)
    }
}

/// Prints an address.
pub(crate) fn pointer(address: usize, f: &mut Formatter<'_>) -> Result {
    native!()
}
