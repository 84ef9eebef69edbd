//! Paths and what stands between their angle brackets.

use super::input::Input;
use super::list::{Commas, punct, take};
use super::word::Word;
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AssocConst, AssocType, Constraint, Expr, ExprBlock, ExprLit, ExprPath,
    GenericArgument, Ident, ParenthesizedGenericArguments, Path, PathArguments, PathSegment, QSelf, Token,
    Type,
};

impl Input {
    /// A path without arguments.
    pub(crate) fn plain_path(&mut self) -> Path {
        let leading_colon = take!(self, ::);
        let mut segments = Punctuated::new();
        while self.word(0).begins_path() {
            segments.push_value(PathSegment::from(self.any_word()));
            let Some(colons) = take!(self, ::) else { return Path { leading_colon, segments } };
            segments.push_punct(colons);
        }
        self.expected(if segments.is_empty() { "identifier" } else { "path segment after `::`" })
    }

    /// A path; that of an expression has `::` before its angle brackets.
    pub(crate) fn path(&mut self, in_expr: bool) -> Path {
        let leading_colon = take!(self, ::);
        let mut path = Path { leading_colon, segments: Punctuated::new() };
        path.segments.push_value(self.segment(in_expr));
        self.more_path(&mut path, in_expr);
        path
    }

    /// The rest of a path.
    pub(super) fn more_path(&mut self, path: &mut Path, in_expr: bool) {
        while self.is(0, "::") && !self.is_paren(2) {
            path.segments.push_punct(punct!(self, ::));
            path.segments.push_value(self.segment(in_expr));
        }
    }

    fn segment(&mut self, in_expr: bool) -> PathSegment {
        let ident = match self.word(0) {
            Word::Super | Word::SelfValue | Word::Crate | Word::Try => {
                return PathSegment::from(self.any_word());
            }
            Word::SelfType => self.any_word(),
            _ => self.name(),
        };
        let has_arguments = !in_expr && self.is(0, "<") && !self.is(0, "<=") && !self.is(0, "<<=")
            || self.is(0, "::") && self.is(2, "<");
        let arguments = match has_arguments {
            true => PathArguments::AngleBracketed(self.generic_arguments()),
            false => PathArguments::None,
        };
        PathSegment { ident, arguments }
    }

    /// `<..>` or `::<..>`.
    pub(super) fn generic_arguments(&mut self) -> AngleBracketedGenericArguments {
        AngleBracketedGenericArguments {
            colon2_token: take!(self, ::),
            lt_token: punct!(self, <),
            args: self.angled(Self::generic_argument),
            gt_token: punct!(self, >),
        }
    }

    fn generic_argument(&mut self) -> GenericArgument {
        if self.is_lifetime(0) && !self.is(1, "+") {
            return GenericArgument::Lifetime(self.lifetime());
        }
        if self.is_literal() || self.is_brace(0) {
            return GenericArgument::Const(self.const_argument());
        }
        let ty = self.ty();
        if !(self.is(0, "=") || self.is(0, ":")) {
            return GenericArgument::Type(ty);
        }
        match associated(ty) {
            Ok((ident, generics)) => self.constraint(ident, generics),
            Err(ty) => GenericArgument::Type(*ty),
        }
    }

    /// `Item = ..` and `Item: ..`.
    fn constraint(
        &mut self,
        ident: Ident,
        generics: Option<AngleBracketedGenericArguments>,
    ) -> GenericArgument {
        let Some(eq_token) = take!(self, =) else {
            return GenericArgument::Constraint(Constraint {
                ident,
                generics,
                colon_token: punct!(self, :),
                bounds: self.pluses(Self::bound),
            });
        };
        if self.is_literal() || self.is_brace(0) {
            let value = self.const_argument();
            GenericArgument::AssocConst(AssocConst { ident, generics, eq_token, value })
        } else {
            GenericArgument::AssocType(AssocType { ident, generics, eq_token, ty: self.ty() })
        }
    }

    /// The value of a const parameter.
    pub(super) fn const_argument(&mut self) -> Expr {
        if let Some(lit) = self.take_literal() {
            return Expr::Lit(ExprLit { attrs: Vec::new(), lit });
        }
        if self.is_brace(0) {
            let mut attrs = Vec::new();
            let block = self.block_with(&mut attrs);
            return Expr::Block(ExprBlock { attrs, label: None, block });
        }
        let path = Path::from(self.name());
        Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path })
    }

    /// `(A, B) -> C` behind `Fn`.
    pub(super) fn call_arguments(&mut self) -> ParenthesizedGenericArguments {
        let (paren_token, inputs) = self.in_parens(Self::unnamed_argument);
        ParenthesizedGenericArguments { paren_token, inputs, output: self.return_type(false) }
    }

    /// A path that may begin with `<T as Trait>`.
    pub(crate) fn qualified_path(&mut self, in_expr: bool) -> (Option<QSelf>, Path) {
        if !self.is(0, "<") {
            return (None, self.path(in_expr));
        }
        let lt_token = punct!(self, <);
        let ty = Box::new(self.ty());
        let as_token = self.take_word(Word::As).map(Token![as]);
        let mut path = Path { leading_colon: None, segments: Punctuated::new() };
        if as_token.is_some() {
            path = self.path(false);
        }
        let gt_token = punct!(self, >);
        let position = path.segments.len();
        let colons = punct!(self, ::);
        if position > 0 {
            path.segments.push_punct(colons);
        } else {
            path.leading_colon = Some(colons);
        }
        loop {
            path.segments.push_value(self.segment(in_expr));
            let Some(colons) = take!(self, ::) else { break };
            path.segments.push_punct(colons);
        }
        (Some(QSelf { lt_token, ty, position, as_token, gt_token }), path)
    }

    /// The names between commas, and nothing else.
    pub(crate) fn names(&mut self) -> Commas<Ident> {
        self.commas(Self::name)
    }
}

/// The name of an associated type or constant, if a type can be one.
fn associated(ty: Type) -> std::result::Result<(Ident, Option<AngleBracketedGenericArguments>), Box<Type>> {
    match ty {
        Type::Path(mut it)
            if it.qself.is_none()
                && it.path.leading_colon.is_none()
                && it.path.segments.len() == 1
                && !matches!(it.path.segments[0].arguments, PathArguments::Parenthesized(_)) =>
        {
            match it.path.segments.pop() {
                Some(PathSegment { ident, arguments: PathArguments::AngleBracketed(generics) }) => {
                    Ok((ident, Some(generics)))
                }
                Some(PathSegment { ident, .. }) => Ok((ident, None)),
                None => Err(Box::new(Type::Path(it))),
            }
        }
        ty => Err(Box::new(ty)),
    }
}
