//! The words that mean something to the parser.

/// Makes the words and the table they are looked up in, which is sorted.
macro_rules! words {
    ($($text:literal $name:ident,)*) => {
        /// What a word is, as far as the parser asks.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Word {
            $($name,)*
            /// A name like any other.
            Name,
            /// No word at all.
            None,
        }

        const WORDS: &[(&str, Word)] = &[$(($text, Word::$name),)*];
    };
}

words! {
    "Self" SelfType,
    "_" Underscore,
    "abstract" Abstract,
    "as" As,
    "async" Async,
    "auto" Auto,
    "await" Await,
    "become" Become,
    "box" Box,
    "break" Break,
    "const" Const,
    "continue" Continue,
    "crate" Crate,
    "default" Default,
    "do" Do,
    "dyn" Dyn,
    "else" Else,
    "enum" Enum,
    "extern" Extern,
    "false" False,
    "final" Final,
    "fn" Fn,
    "for" For,
    "if" If,
    "impl" Impl,
    "in" In,
    "let" Let,
    "loop" Loop,
    "macro" Macro,
    "match" Match,
    "mod" Mod,
    "move" Move,
    "mut" Mut,
    "override" Override,
    "priv" Priv,
    "pub" Pub,
    "raw" Raw,
    "ref" Ref,
    "return" Return,
    "safe" Safe,
    "self" SelfValue,
    "static" Static,
    "struct" Struct,
    "super" Super,
    "trait" Trait,
    "true" True,
    "try" Try,
    "type" Type,
    "typeof" Typeof,
    "union" Union,
    "unsafe" Unsafe,
    "unsized" Unsized,
    "use" Use,
    "virtual" Virtual,
    "where" Where,
    "while" While,
    "yield" Yield,
}

impl Word {
    /// Which word a text is.
    pub(super) fn of(text: &str) -> Word {
        WORDS.binary_search_by(|it| it.0.cmp(text)).map_or(Word::Name, |it| WORDS[it].1)
    }

    /// Its text, if it is not one like any other.
    pub(super) fn text(self) -> &'static str {
        WORDS.get(self as usize).map_or("", |it| it.0)
    }

    /// Whether it can be a name: words that only mean something in some places can.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Word::Name | Word::Auto | Word::Default | Word::Raw | Word::Safe | Word::Union)
    }

    /// Whether it is a keyword.
    pub(super) fn is_keyword(self) -> bool {
        !self.is_name() && self != Word::None && self != Word::Underscore
    }

    /// Whether a path can begin with it, apart from `::` and `<`.
    pub(super) fn begins_path(self) -> bool {
        self.is_name() || matches!(self, Word::SelfValue | Word::SelfType | Word::Super | Word::Crate)
    }
}
