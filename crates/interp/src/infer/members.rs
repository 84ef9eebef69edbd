//! What can be written behind a dot, and declarations in the types of one place: for completion and hover.

use super::instantiate::Impls;
use super::lookup::Probe;
use super::types::Type;
use super::{Infer, Inference};
use crate::names::Symbol;
use crate::tree::{FnId, Program, Receiver, TraitId, Ty};

/// Something that a value has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its name.
    pub name: Symbol,
    /// Its declaration, with the types that it has for this value.
    pub signature: String,
    /// The method; nothing of a field.
    pub method: Option<FnId>,
}

impl Inference {
    /// Returns the fields and methods of a value of this type in a function, in the order of their names; methods of
    /// traits only of those given.
    pub fn members(&mut self, program: &Program, within: FnId, ty: &Ty, traits: &[TraitId]) -> Vec<Member> {
        self.index.update(program);
        let mut infer = Infer::new(program, &self.index, &[], within);
        infer.make_env();
        let ty = infer.own_type(ty);
        let mut found = infer.fields(&ty);
        found.extend(infer.methods(&ty, traits));
        found.sort_by(|a, b| program.names.text(a.name).cmp(program.names.text(b.name)));
        found
    }

    /// Returns how a function is declared, where its type parameters stand for these types of another function.
    pub fn signature(&mut self, program: &Program, within: FnId, function: FnId, args: &[Ty]) -> String {
        self.index.update(program);
        let mut infer = Infer::new(program, &self.index, &[], within);
        infer.make_env();
        let args: Vec<Type> = args.iter().map(|it| infer.own_type(it)).collect();
        infer.declaration(function, &args)
    }
}

impl Infer<'_> {
    /// A type of the tree, in the function that is looked at.
    fn own_type(&mut self, ty: &Ty) -> Type {
        let own = self.own.clone();
        self.instantiate(ty, &own, Impls::Opaque)
    }

    fn fields(&mut self, ty: &Type) -> Vec<Member> {
        let mut found: Vec<Member> = Vec::new();
        for step in self.derefs(ty) {
            let fields: Vec<(Symbol, Type)> = match &step {
                Type::Adt(adt, args) => {
                    let adt = self.program.adt(*adt).clone();
                    let of_program = adt.span.file == crate::source::FileId::PROGRAM;
                    let variant = adt.variants.first().filter(|_| !adt.is_enum && of_program);
                    let fields = variant.map_or_else(Vec::new, |it| it.fields.to_vec());
                    fields.iter().map(|it| (it.name, self.instantiate(&it.ty, args, Impls::Opaque))).collect()
                }
                Type::Tuple(parts) => {
                    let named = parts.iter().enumerate();
                    named.map(|(at, it)| (self.program.names.intern(&at.to_string()), it.clone())).collect()
                }
                _ => continue,
            };
            for (name, ty) in fields {
                if found.iter().all(|it| it.name != name) {
                    let signature = format!("{}: {}", self.program.names.text(name), self.text(&ty));
                    found.push(Member { name, signature, method: None });
                }
            }
        }
        found
    }

    fn methods(&mut self, ty: &Type, traits: &[TraitId]) -> Vec<Member> {
        let mut names: Vec<Symbol> =
            self.index.inherent.keys().chain(self.index.methods.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        let mut found = Vec::new();
        for name in names {
            let before = self.start();
            if let Probe::Found(pick) = self.probe(ty, name, traits) {
                let signature = self.declaration(pick.function, &pick.args);
                found.push(Member { name, signature, method: Some(pick.function) });
            }
            self.undo(&before);
        }
        found
    }

    /// A function as it is declared, without the names of its parameters.
    fn declaration(&mut self, function: FnId, args: &[Type]) -> String {
        let item = self.program.function(function).clone();
        let mut known = args.to_vec();
        // What is not said stands for itself.
        known.extend(item.generics.params.iter().skip(args.len()).map(|it| Type::Param(*it)));
        let (params, ret) = self.within(&item.generics, item.in_trait, |it| {
            (
                it.instantiate_all(&item.params, &known, Impls::Opaque),
                it.instantiate(&item.ret, &known, Impls::Opaque),
            )
        });
        let mut shown: Vec<String> = params.iter().map(|it| self.text(it)).collect();
        if let (Some(receiver), Some(first)) = (item.receiver, shown.first_mut()) {
            let typed = std::mem::take(first);
            *first = match receiver {
                Receiver::Value => "self".to_owned(),
                Receiver::Ref => "&self".to_owned(),
                Receiver::RefMut => "&mut self".to_owned(),
                Receiver::Typed => format!("self: {typed}"),
            };
        }
        let word = if item.is_async { "async fn" } else { "fn" };
        let name = self.program.names.text(item.name);
        let ret = if ret == Type::unit() { String::new() } else { format!(" -> {}", self.text(&ret)) };
        format!("{word} {name}({}){ret}", shown.join(", "))
    }
}
