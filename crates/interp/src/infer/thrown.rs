//! Whether `?` can be where it is.

use super::Infer;
use super::impls::Holds;
use super::types::Type;
use crate::source::Span;
use crate::tree::FnId;

/// Something that is followed by `?`.
#[derive(Debug)]
pub(super) struct Thrown {
    pub(super) span: Span,
    /// Where that stands which is followed.
    pub(super) of: Span,
    pub(super) operand: Type,
    /// The error that it may be, if it is of a type that has one.
    pub(super) error: Option<Type>,
    /// The function that is returned from, and what that returns.
    pub(super) function: FnId,
    pub(super) ret: Type,
}

/// The types that `?` takes apart.
const TRIES: [&str; 4] = ["Result", "Option", "ControlFlow", "Poll"];

/// How long a `?` is, with which what it is on ends.
const MARK: usize = 1;

/// Whether `?` takes a type apart.
enum Tries {
    /// Too little is known of it.
    Unknown,
    Never,
    /// As one of [`TRIES`].
    As(&'static str),
}

impl Infer<'_> {
    /// Says what is wrong with each `?`. Errors of which nothing is known in the end, where `D::Error` has to be made of them,
    /// are taken to be such already.
    pub(super) fn judge_thrown(&mut self) {
        for it in std::mem::take(&mut self.thrown) {
            let (operand, ret) = (self.tries(&it.operand), self.tries(&it.ret));
            match (operand, ret) {
                (Tries::Never, _) => self.not_tried(&it),
                (Tries::As(_), Tries::Never) => self.not_returned(&it),
                (Tries::As("Result" | "Poll"), Tries::As("Result" | "Poll")) => self.judge_error(&it),
                (Tries::As(of), Tries::As(ret)) if of != ret => self.not_alike(&it, of, ret),
                _ => {}
            }
        }
    }

    fn tries(&mut self, ty: &Type) -> Tries {
        let ty = self.shallow(ty);
        match &ty {
            Type::Adt(adt, _) => match TRIES.iter().find(|it| self.index.is_adt(*adt, it)) {
                Some(name) => Tries::As(name),
                None => Tries::Never,
            },
            Type::Never => Tries::Unknown,
            Type::Var(var) if self.vars.kind(*var) != super::vars::Kind::Any => Tries::Never,
            ty if ty.is_plain() || self.awaited(ty).is_some() => Tries::Never,
            _ => Tries::Unknown,
        }
    }

    fn not_tried(&mut self, it: &Thrown) {
        let text = "the `?` operator can only be applied to values that implement `Try`";
        let hint = match self.awaited(&it.operand) {
            Some(_) => Some("consider `await`ing on the `Future`: `.await?`".to_owned()),
            None => {
                self.named(&it.operand).map(|ty| format!("the `?` operator cannot be applied to type {ty}"))
            }
        };
        self.say_with(it.of, "E0277", text, &[], hint);
    }

    fn not_returned(&mut self, it: &Thrown) {
        let what = self.kind_of_function(it.function);
        let text = format!(
            "the `?` operator can only be used in {what} that returns `Result` or `Option` (or another type that implements \
             `FromResidual`)"
        );
        let hint = self.named(&it.ret).map(|ret| {
            format!("this is in {what} that returns {ret}: let it return `Result<_, Box<dyn std::error::Error>>`, say")
        });
        self.say_with(it.span.end(MARK), "E0277", text, &[], hint);
    }

    /// What rustc calls a function.
    fn kind_of_function(&self, function: FnId) -> &'static str {
        let function = self.program.function(function);
        match &**self.program.names.text(function.name) {
            "{closure}" => "a closure",
            "{async block}" => "an async block",
            // What the attribute makes of it.
            _ if function.attributes.iter().any(|it| it.path.starts_with("tokio::")) => "an async block",
            _ if function.is_async => "an async function",
            _ if function.receiver.is_some() => "a method",
            _ => "a function",
        }
    }

    fn not_alike(&mut self, it: &Thrown, of: &str, ret: &str) {
        let what = self.kind_of_function(it.function);
        let (text, hint) = match (of, ret) {
            ("Option", "Result") | ("Result", "Option") => {
                let hint = if ret == "Result" {
                    "use `.ok_or(...)?` to make an error of `None`"
                } else {
                    "use `.ok()?` if you want to discard the error"
                };
                (
                    format!(
                        "the `?` operator can only be used on `{ret}`s, not `{of}`s, in {what} that returns `{ret}`"
                    ),
                    hint.to_owned(),
                )
            }
            _ => (
                format!("the `?` operator can only be used on `{ret}`s in {what} that returns `{ret}`"),
                format!("this `?` is on a value of type `{of}`"),
            ),
        };
        self.say_with(it.span.end(MARK), "E0277", text, &[], Some(hint));
    }

    /// Whether the error can be made that the function returns.
    fn judge_error(&mut self, it: &Thrown) {
        let (Some(error), Some(wanted)) = (&it.error, self.returned_error(&it.ret)) else { return };
        let (error, wanted) = (self.shallow(error), self.shallow(&wanted));
        if matches!(error, Type::Var(_)) {
            if matches!(wanted, Type::Assoc(..) | Type::Param(_)) {
                let _ = self.unify(&error, &wanted);
            }
            return;
        }
        let Some(from) = self.program.lang.traits.get("From").copied() else { return };
        // What is taken for granted (`where Bad: From<S::Error>`) is no impl.
        let granted = self.env.iter().any(|it| it.1.of == from);
        if granted
            || !error.is_plain()
            || !wanted.is_plain()
            || self.holds(&wanted, from, std::slice::from_ref(&error)) != Holds::No
        {
            return;
        }
        let Some(found) = self.named(&error).map(|it| it.trim_matches('`').to_owned()) else { return };
        let (text, hint) = if self.is_any_error(&wanted) {
            let missing = "std::error::Error";
            let text = format!("`?` couldn't convert the error: `{found}: {missing}` is not satisfied");
            (text, format!("the trait `{missing}` is not implemented for `{found}`"))
        } else {
            let hint = format!("the trait `From<{found}>` is not implemented for it");
            ("`?` couldn't convert the error to {}".to_owned(), hint)
        };
        self.say_with(it.span.end(MARK), "E0277", text, &[&wanted], Some(hint));
    }

    /// Whether it is a box for any error.
    fn is_any_error(&self, ty: &Type) -> bool {
        let Type::Adt(adt, args) = ty else { return false };
        let any = args.first().map(|it| self.shallow(it));
        self.index.is_adt(*adt, "Box") && matches!(any, Some(Type::Dyn(_)))
    }
}
