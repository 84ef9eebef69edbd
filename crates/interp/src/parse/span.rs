//! Where a piece of a tree begins and ends, without its attributes.
//!
//! `syn` makes all tokens of a piece for that, which for every piece of a tree, in the tree, is much work and much code.

use proc_macro2::{Span, TokenStream};
use syn::{
    BoundLifetimes, Expr, ExprCall, ExprPath, Label, Macro, MacroDelimiter, Member, Pat, Path, PathArguments,
    QSelf, RangeLimits, ReturnType, Type, TypeParamBound, TypeTraitObject, UnOp,
};

pub(crate) trait Spanned {
    /// The place of the first token.
    fn first(&self) -> Span;
    /// The place of the last token.
    fn last(&self) -> Span;
    /// All of it; the first token, if the last is from another text.
    fn span(&self) -> Span {
        let first = self.first();
        first.join(self.last()).unwrap_or(first)
    }
}

impl Spanned for Expr {
    fn first(&self) -> Span {
        match self {
            Expr::Array(it) => it.bracket_token.span.open(),
            Expr::Assign(it) => it.left.first(),
            Expr::Async(it) => it.async_token.span,
            Expr::Await(it) => it.base.first(),
            Expr::Binary(it) => it.left.first(),
            Expr::Block(it) => labelled(&it.label, it.block.brace_token.span.open()),
            Expr::Break(it) => it.break_token.span,
            Expr::Call(it) => it.first(),
            Expr::Cast(it) => it.expr.first(),
            Expr::Closure(it) => {
                let words = [
                    it.constness.map(|it| it.span),
                    it.asyncness.map(|it| it.span),
                    it.capture.map(|it| it.span),
                ];
                let word = words.into_iter().flatten().next();
                bound(&it.lifetimes).or(word).unwrap_or(it.inputs_begin.spans[0])
            }
            Expr::Const(it) => it.const_token.span,
            Expr::Continue(it) => it.continue_token.span,
            Expr::Field(it) => it.base.first(),
            Expr::ForLoop(it) => labelled(&it.label, it.for_token.span),
            Expr::Group(it) => it.group_token.span,
            Expr::If(it) => it.if_token.span,
            Expr::Index(it) => it.expr.first(),
            Expr::Infer(it) => it.underscore_token.spans[0],
            Expr::Let(it) => it.let_token.span,
            Expr::Lit(it) => it.lit.span(),
            Expr::Loop(it) => labelled(&it.label, it.loop_token.span),
            Expr::Macro(it) => it.mac.path.first(),
            Expr::Match(it) => it.match_token.span,
            Expr::MethodCall(it) => it.receiver.first(),
            Expr::Paren(it) => it.paren_token.span.open(),
            Expr::Path(it) => it.first(),
            Expr::Range(it) => it.start.as_ref().map_or_else(|| limits(&it.limits)[0], |it| it.first()),
            Expr::RawAddr(it) => it.and_token.spans[0],
            Expr::Reference(it) => it.and_token.spans[0],
            Expr::Repeat(it) => it.bracket_token.span.open(),
            Expr::Return(it) => it.return_token.span,
            Expr::Struct(it) => first_of(&it.qself, &it.path),
            Expr::Try(it) => it.expr.first(),
            Expr::TryBlock(it) => it.try_token.span,
            Expr::Tuple(it) => it.paren_token.span.open(),
            Expr::Unary(it) => it.op.first(),
            Expr::Unsafe(it) => it.unsafe_token.span,
            Expr::Verbatim(it) => it.first(),
            Expr::While(it) => labelled(&it.label, it.while_token.span),
            Expr::Yield(it) => it.yield_token.span,
            _ => Span::call_site(),
        }
    }

    fn last(&self) -> Span {
        match self {
            Expr::Array(it) => it.bracket_token.span.close(),
            Expr::Assign(it) => it.right.last(),
            Expr::Async(it) => it.block.brace_token.span.close(),
            Expr::Await(it) => it.await_token.span,
            Expr::Binary(it) => it.right.last(),
            Expr::Block(it) => it.block.brace_token.span.close(),
            Expr::Break(it) => {
                let label = it.label.as_ref().map_or(it.break_token.span, |it| it.ident.span());
                it.expr.as_ref().map_or(label, |it| it.last())
            }
            Expr::Call(it) => it.last(),
            Expr::Cast(it) => it.ty.last(),
            Expr::Closure(it) => it.body.last(),
            Expr::Const(it) => it.block.brace_token.span.close(),
            Expr::Continue(it) => it.label.as_ref().map_or(it.continue_token.span, |it| it.ident.span()),
            Expr::Field(it) => it.member.last(),
            Expr::ForLoop(it) => it.body.brace_token.span.close(),
            Expr::Group(it) => it.group_token.span,
            Expr::If(it) => {
                let then = it.then_branch.brace_token.span.close();
                it.else_branch.as_ref().map_or(then, |it| it.1.last())
            }
            Expr::Index(it) => it.bracket_token.span.close(),
            Expr::Infer(it) => it.underscore_token.spans[0],
            Expr::Let(it) => it.expr.last(),
            Expr::Lit(it) => it.lit.span(),
            Expr::Loop(it) => it.body.brace_token.span.close(),
            Expr::Macro(it) => end_of(&it.mac),
            Expr::Match(it) => it.brace_token.span.close(),
            Expr::MethodCall(it) => it.paren_token.span.close(),
            Expr::Paren(it) => it.paren_token.span.close(),
            Expr::Path(it) => it.last(),
            Expr::Range(it) => it.end.as_ref().map_or_else(|| limits(&it.limits)[1], |it| it.last()),
            Expr::RawAddr(it) => it.expr.last(),
            Expr::Reference(it) => it.expr.last(),
            Expr::Repeat(it) => it.bracket_token.span.close(),
            Expr::Return(it) => it.expr.as_ref().map_or(it.return_token.span, |it| it.last()),
            Expr::Struct(it) => it.brace_token.span.close(),
            Expr::Try(it) => it.question_token.spans[0],
            Expr::TryBlock(it) => it.block.brace_token.span.close(),
            Expr::Tuple(it) => it.paren_token.span.close(),
            Expr::Unary(it) => it.expr.last(),
            Expr::Unsafe(it) => it.block.brace_token.span.close(),
            Expr::Verbatim(it) => it.last(),
            Expr::While(it) => it.body.brace_token.span.close(),
            Expr::Yield(it) => it.expr.as_ref().map_or(it.yield_token.span, |it| it.last()),
            _ => Span::call_site(),
        }
    }
}

impl Spanned for Pat {
    fn first(&self) -> Span {
        match self {
            Pat::Const(it) => it.const_token.span,
            Pat::Guard(it) => it.pat.first(),
            Pat::Ident(it) => {
                let word = it.by_ref.map(|it| it.span).or(it.mutability.map(|it| it.span));
                word.unwrap_or_else(|| it.ident.span())
            }
            Pat::Lit(it) => it.lit.span(),
            Pat::Macro(it) => it.mac.path.first(),
            Pat::Or(it) => {
                let case = || it.cases.first().map_or_else(Span::call_site, Self::first);
                it.leading_vert.map_or_else(case, |it| it.spans[0])
            }
            Pat::Paren(it) => it.paren_token.span.open(),
            Pat::Path(it) => it.first(),
            Pat::Range(it) => it.start.as_ref().map_or_else(|| limits(&it.limits)[0], |it| it.first()),
            Pat::Reference(it) => it.and_token.spans[0],
            Pat::Rest(it) => it.dot2_token.spans[0],
            Pat::Slice(it) => it.bracket_token.span.open(),
            Pat::Struct(it) => first_of(&it.qself, &it.path),
            Pat::Tuple(it) => it.paren_token.span.open(),
            Pat::TupleStruct(it) => first_of(&it.qself, &it.path),
            Pat::Type(it) => it.pat.first(),
            Pat::Verbatim(it) => it.first(),
            Pat::Wild(it) => it.underscore_token.spans[0],
            _ => Span::call_site(),
        }
    }

    fn last(&self) -> Span {
        match self {
            Pat::Const(it) => it.block.brace_token.span.close(),
            Pat::Guard(it) => it.guard.last(),
            Pat::Ident(it) => it.subpat.as_ref().map_or_else(|| it.ident.span(), |it| it.1.last()),
            Pat::Lit(it) => it.lit.span(),
            Pat::Macro(it) => end_of(&it.mac),
            Pat::Or(it) => it.cases.last().map_or_else(Span::call_site, Self::last),
            Pat::Paren(it) => it.paren_token.span.close(),
            Pat::Path(it) => it.last(),
            Pat::Range(it) => it.end.as_ref().map_or_else(|| limits(&it.limits)[1], |it| it.last()),
            Pat::Reference(it) => it.pat.last(),
            Pat::Rest(it) => it.dot2_token.spans[1],
            Pat::Slice(it) => it.bracket_token.span.close(),
            Pat::Struct(it) => it.brace_token.span.close(),
            Pat::Tuple(it) => it.paren_token.span.close(),
            Pat::TupleStruct(it) => it.paren_token.span.close(),
            Pat::Type(it) => it.ty.last(),
            Pat::Verbatim(it) => it.last(),
            Pat::Wild(it) => it.underscore_token.spans[0],
            _ => Span::call_site(),
        }
    }
}

impl Spanned for Type {
    fn first(&self) -> Span {
        match self {
            Type::Array(it) => it.bracket_token.span.open(),
            Type::FnPtr(it) => {
                let abi = it.abi.as_ref().map(|it| it.extern_token.span);
                let word = bound(&it.lifetimes).or(it.unsafety.map(|it| it.span)).or(abi);
                word.unwrap_or(it.fn_token.span)
            }
            Type::Group(it) => it.group_token.span,
            Type::ImplTrait(it) => it.impl_token.span,
            Type::Infer(it) => it.underscore_token.spans[0],
            Type::Macro(it) => it.mac.path.first(),
            Type::Never(it) => it.bang_token.spans[0],
            Type::Paren(it) => it.paren_token.span.open(),
            Type::Path(it) => first_of(&it.qself, &it.path),
            Type::Ptr(it) => it.star_token.spans[0],
            Type::Reference(it) => it.and_token.spans[0],
            Type::Slice(it) => it.bracket_token.span.open(),
            Type::TraitObject(it) => it.first(),
            Type::Tuple(it) => it.paren_token.span.open(),
            Type::Verbatim(it) => it.first(),
            _ => Span::call_site(),
        }
    }

    fn last(&self) -> Span {
        match self {
            Type::Array(it) => it.bracket_token.span.close(),
            Type::FnPtr(it) => returned(&it.output).unwrap_or_else(|| it.paren_token.span.close()),
            Type::Group(it) => it.group_token.span,
            Type::ImplTrait(it) => it.bounds.last().map_or(it.impl_token.span, Spanned::last),
            Type::Infer(it) => it.underscore_token.spans[0],
            Type::Macro(it) => end_of(&it.mac),
            Type::Never(it) => it.bang_token.spans[0],
            Type::Paren(it) => it.paren_token.span.close(),
            Type::Path(it) => it.path.last(),
            Type::Ptr(it) => it.elem.last(),
            Type::Reference(it) => it.elem.last(),
            Type::Slice(it) => it.bracket_token.span.close(),
            Type::TraitObject(it) => it.last(),
            Type::Tuple(it) => it.paren_token.span.close(),
            Type::Verbatim(it) => it.last(),
            _ => Span::call_site(),
        }
    }
}

impl Spanned for TypeTraitObject {
    fn first(&self) -> Span {
        let bound = || self.bounds.first().map_or_else(Span::call_site, Spanned::first);
        self.dyn_token.map_or_else(bound, |it| it.span)
    }

    fn last(&self) -> Span {
        self.bounds.last().map_or_else(|| self.first(), Spanned::last)
    }
}

impl Spanned for TypeParamBound {
    fn first(&self) -> Span {
        match self {
            TypeParamBound::Trait(it) => {
                let open = it.paren_token.map(|it| it.span.open());
                let maybe = it.maybe.map(|it| it.spans[0]);
                open.or(bound(&it.lifetimes)).or(maybe).unwrap_or_else(|| it.path.first())
            }
            TypeParamBound::Lifetime(it) => it.apostrophe,
            TypeParamBound::PreciseCapture(it) => it.use_token.span,
            TypeParamBound::Verbatim(it) => it.first(),
            _ => Span::call_site(),
        }
    }

    fn last(&self) -> Span {
        match self {
            TypeParamBound::Trait(it) => it.paren_token.map_or_else(|| it.path.last(), |it| it.span.close()),
            TypeParamBound::Lifetime(it) => it.ident.span(),
            TypeParamBound::PreciseCapture(it) => it.gt_token.spans[0],
            TypeParamBound::Verbatim(it) => it.last(),
            _ => Span::call_site(),
        }
    }
}

impl Spanned for Path {
    fn first(&self) -> Span {
        let segment = || self.segments.first().map_or_else(Span::call_site, |it| it.ident.span());
        self.leading_colon.map_or_else(segment, |it| it.spans[0])
    }

    fn last(&self) -> Span {
        let Some(segment) = self.segments.last() else { return self.first() };
        match &segment.arguments {
            PathArguments::None => segment.ident.span(),
            PathArguments::AngleBracketed(it) => it.gt_token.spans[0],
            PathArguments::Parenthesized(it) => {
                returned(&it.output).unwrap_or_else(|| it.paren_token.span.close())
            }
        }
    }
}

impl Spanned for ExprPath {
    fn first(&self) -> Span {
        first_of(&self.qself, &self.path)
    }

    fn last(&self) -> Span {
        self.path.last()
    }
}

impl Spanned for ExprCall {
    fn first(&self) -> Span {
        self.func.first()
    }

    fn last(&self) -> Span {
        self.paren_token.span.close()
    }
}

impl Spanned for Member {
    fn first(&self) -> Span {
        match self {
            Member::Named(it) => it.span(),
            Member::Unnamed(it) => it.span,
        }
    }

    fn last(&self) -> Span {
        self.first()
    }
}

impl Spanned for UnOp {
    fn first(&self) -> Span {
        match self {
            UnOp::Deref(it) => it.spans[0],
            UnOp::Not(it) => it.spans[0],
            UnOp::Neg(it) => it.spans[0],
            _ => Span::call_site(),
        }
    }

    fn last(&self) -> Span {
        self.first()
    }
}

impl Spanned for TokenStream {
    fn first(&self) -> Span {
        self.clone().into_iter().next().map_or_else(Span::call_site, |it| it.span())
    }

    fn last(&self) -> Span {
        self.clone().into_iter().last().map_or_else(Span::call_site, |it| it.span())
    }
}

fn labelled(label: &Option<Label>, other: Span) -> Span {
    label.as_ref().map_or(other, |it| it.name.apostrophe)
}

/// Where `for<..>` begins.
fn bound(lifetimes: &Option<BoundLifetimes>) -> Option<Span> {
    lifetimes.as_ref().map(|it| it.for_token.span)
}

/// Where `<Type as Trait>::name` begins, and `name`.
fn first_of(qself: &Option<QSelf>, path: &Path) -> Span {
    qself.as_ref().map_or_else(|| path.first(), |it| it.lt_token.spans[0])
}

/// Where `-> Type` ends.
fn returned(output: &ReturnType) -> Option<Span> {
    match output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(ty.last()),
    }
}

/// Where the dots begin and end.
fn limits(limits: &RangeLimits) -> [Span; 2] {
    match limits {
        RangeLimits::HalfOpen(it) => [it.spans[0], it.spans[1]],
        RangeLimits::Closed(it) => [it.spans[0], it.spans[2]],
    }
}

fn end_of(mac: &Macro) -> Span {
    match &mac.delimiter {
        MacroDelimiter::Paren(it) => it.span.close(),
        MacroDelimiter::Brace(it) => it.span.close(),
        MacroDelimiter::Bracket(it) => it.span.close(),
    }
}
