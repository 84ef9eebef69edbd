//! Types as text.

use super::Dump;
use crate::tree::{Bound, FloatTy, Ty};

impl Dump<'_> {
    pub(super) fn ty(&self, ty: &Ty) -> String {
        let all = |list: &[Ty]| list.iter().map(|it| self.ty(it)).collect::<Vec<_>>().join(", ");
        match ty {
            Ty::Int(it) => it.name().to_owned(),
            Ty::Float(FloatTy::F32) => "f32".to_owned(),
            Ty::Float(FloatTy::F64) => "f64".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Char => "char".to_owned(),
            Ty::Str => "str".to_owned(),
            Ty::Never => "!".to_owned(),
            Ty::Tuple(it) => format!("({})", all(it)),
            Ty::Ref(mutable, it) => format!("&{}{}", if *mutable { "mut " } else { "" }, self.ty(it)),
            Ty::Ptr(mutable, it) => format!("*{} {}", if *mutable { "mut" } else { "const" }, self.ty(it)),
            Ty::Slice(it) => format!("[{}]", self.ty(it)),
            Ty::Array(it, length) => format!("[{}; {}]", self.ty(it), self.ty(length)),
            Ty::Const(it) => it.to_string(),
            Ty::Adt(id, it) => {
                let name = self.name(self.world.adts[id.index()].name);
                if it.is_empty() { name } else { format!("{name}<{}>", all(it)) }
            }
            Ty::Param(it) => self.name(it.name),
            Ty::Fn(params, ret) => format!("fn({}) -> {}", all(params), self.ty(ret)),
            Ty::Body(id, _) => format!("{{{}}}", id.0),
            Ty::Dyn(it) => format!("dyn {}", self.bounds(it)),
            Ty::Impl(it) => format!("impl {}", self.bounds(it)),
            Ty::Assoc(it, of, name) => {
                let of = of.map(|of| format!(" as {}", self.name(self.world.traits[of.index()].name)));
                format!("<{}{}>::{}", self.ty(it), of.unwrap_or_default(), self.name(*name))
            }
            Ty::Unknown => "_".to_owned(),
        }
    }

    fn bounds(&self, bounds: &[Bound]) -> String {
        let one = |it: &Bound| {
            let name = self.name(self.world.traits[it.of.index()].name);
            let args = it.args.iter().map(|it| self.ty(it));
            let assoc = it.assoc.iter().map(|it| format!("{} = {}", self.name(it.0), self.ty(&it.1)));
            let all: Vec<_> = args.chain(assoc).collect();
            if all.is_empty() { name } else { format!("{name}<{}>", all.join(", ")) }
        };
        bounds.iter().map(one).collect::<Vec<_>>().join(" + ")
    }
}
