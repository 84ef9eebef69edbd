//! Calls that depend on a type that the text does not say.

use super::Infer;
use super::frame::{Call, Frame};
use super::types::Type;
use super::vars::Kind;

impl Infer<'_> {
    /// Reports results that could be of any type. If there is anything that inference did not understand, it is silent.
    pub(super) fn find_unsaid(&mut self) {
        let frames = std::mem::take(&mut self.finished);
        let unknown = |it: &Type| matches!(self.shallow(it), Type::Unknown);
        let sure = !frames.iter().any(|it| it.exprs.iter().chain(&it.locals).any(unknown));
        if sure {
            let unsaid = frames.iter().flat_map(|it: &Frame| &it.calls).find(|it| self.is_unsaid(it));
            if let Some(call) = unsaid.cloned() {
                let name = self.program.names.text(self.program.function(call.function).name).clone();
                let hint = format!(
                    "say the type: `let value: Type = ..`, or `{name}::<Type>(..)` where it takes one"
                );
                self.say_with(call.span, "E0283", "type annotations needed", &[], Some(hint));
            }
        }
        self.finished = frames;
    }

    /// Whether a parameter that only the result speaks of is open.
    fn is_unsaid(&self, call: &Call) -> bool {
        let function = self.program.function(call.function);
        let skip = if function.in_trait.is_some() { 0 } else { self.outer_params(function) };
        let needed = function.in_trait.is_some() || function.generics.at_run_time;
        let args = call.args.iter().zip(&function.generics.params).skip(skip);
        // A constant that is computed is unknown to types.
        let args = args.filter(|it| !function.generics.consts.contains(&it.1.index));
        needed
            && args.into_iter().any(|(arg, param)| match self.shallow(arg) {
                Type::Var(var) if self.vars.kind(var) == Kind::Any && !self.vars.is_shaky(var) => {
                    function.ret.speaks_of(param.index)
                        && !function.params.iter().any(|it| it.speaks_of(param.index))
                }
                _ => false,
            })
    }
}
