//! The walk over a program's syntax tree.

use crate::blocking::Jobs;
use crate::error::Error;
use crate::scope::Scopes;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Block, Expr, ExprPath, File, ImplItemFn, Item, ItemFn, ItemMacro, ItemMod, Local, Macro, Path,
    QSelf, TraitItemFn, TypePath, Visibility,
};

/// What the walk carries along.
#[derive(Debug, Default)]
pub(crate) struct Pass {
    pub(crate) scopes: Scopes,
    pub(crate) errors: Vec<Error>,
    /// How many modules of the program are around the place.
    pub(crate) depth: usize,
    /// Whether a name was written that needs the function that cuts strings.
    pub(crate) cuts_strings: bool,
    /// The functions that blocking calls go to.
    pub(crate) jobs: Jobs,
    /// Awaits that could be gathered, group by group.
    pub(crate) independent: Vec<Vec<(u32, u32)>>,
}

impl Pass {
    /// Rewrites a whole program.
    pub(crate) fn file(&mut self, file: &mut File) {
        let main = self.take_main(file);
        self.jobs.know(file);
        self.visit_file_mut(file);
        self.add_start(file, main);
        file.items.extend(self.jobs.registry().map(Item::Fn));
    }
}

impl VisitMut for Pass {
    fn visit_file_mut(&mut self, file: &mut File) {
        self.scopes.enter_module(&file.items);
        self.use_items(&mut file.items);
        visit_mut::visit_file_mut(self, file);
        self.scopes.leave();
    }

    fn visit_item_mod_mut(&mut self, module: &mut ItemMod) {
        let Some((_, items)) = &mut module.content else {
            self.module_in_another_file(module);
            return;
        };
        self.depth += 1;
        self.scopes.enter_module(items);
        self.use_items(items);
        visit_mut::visit_item_mod_mut(self, module);
        self.scopes.leave();
        self.depth -= 1;
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.scopes.enter_block(&block.stmts);
        self.independent_awaits(&block.stmts);
        self.pins(block);
        self.use_statements(&mut block.stmts);
        visit_mut::visit_block_mut(self, block);
        self.scopes.leave();
    }

    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        visit_mut::visit_item_fn_mut(self, function);
        if !self.is_main(function) {
            self.function(&mut function.sig, &mut function.block);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        visit_mut::visit_impl_item_fn_mut(self, function);
        self.function(&mut function.sig, &mut function.block);
    }

    fn visit_trait_item_fn_mut(&mut self, function: &mut TraitItemFn) {
        visit_mut::visit_trait_item_fn_mut(self, function);
        if let Some(block) = &mut function.default {
            self.function(&mut function.sig, block);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Await(_) => self.awaited(expr),
            Expr::Async(_) => self.async_block(expr),
            Expr::Closure(closure) if closure.asyncness.is_some() => self.async_closure(closure),
            Expr::Call(call) if self.is_spawn(call) => self.spawned(expr),
            Expr::Call(call) if self.is_spawn_local(call) => self.spawned_locally(call),
            Expr::Call(call) if self.is_spawn_blocking(call) => self.blocking(expr),
            Expr::MethodCall(call) if Pass::is_spawn_method(call) => self.spawned_by(call),
            Expr::MethodCall(call) if call.method == "spawn_blocking" => self.blocking_by(call),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        self.local(local);
    }

    fn visit_item_macro_mut(&mut self, item: &mut ItemMacro) {
        match &item.ident {
            Some(ident) => self.opaque(&item.mac, &ident.to_string()),
            None => visit_mut::visit_item_macro_mut(self, item),
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        self.macro_call(mac);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        self.path(path);
    }

    fn visit_expr_path_mut(&mut self, expr: &mut ExprPath) {
        self.blocking_as_value(&expr.path);
        let before = expr.path.segments.len();
        visit_mut::visit_expr_path_mut(self, expr);
        shift(expr.qself.as_mut(), before, &expr.path);
    }

    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        let before = ty.path.segments.len();
        visit_mut::visit_type_path_mut(self, ty);
        shift(ty.qself.as_mut(), before, &ty.path);
    }

    fn visit_attribute_mut(&mut self, attribute: &mut Attribute) {
        self.attribute(attribute);
    }

    // `pub(in path)` names modules of the program.
    fn visit_visibility_mut(&mut self, _: &mut Visibility) {}
}

/// Moves the mark of how much of a path names the trait in `<T as Trait>::name`, when the path has become longer.
fn shift(qself: Option<&mut QSelf>, before: usize, path: &Path) {
    if let Some(qself) = qself
        && qself.position > 0
    {
        qself.position = qself.position + path.segments.len() - before;
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the tests of all modules use.

    use super::Pass;
    use expect_test::Expect;
    use syn::visit_mut::VisitMut as _;

    /// Compares what a source becomes, without what is added to a whole program.
    #[track_caller]
    pub(crate) fn check(source: &str, expected: &Expect) {
        let mut file = syn::parse_file(source).unwrap();
        let mut pass = Pass::default();
        pass.visit_file_mut(&mut file);
        assert_eq!(pass.errors, []);
        expected.assert_eq(&prettyplease::unparse(&file));
    }

    /// Compares what is wrong with a source: one line an error, the hint behind an arrow.
    #[track_caller]
    pub(crate) fn check_errors(source: &str, expected: &Expect) {
        let mut file = syn::parse_file(source).unwrap();
        let mut pass = Pass::default();
        pass.visit_file_mut(&mut file);
        expected.assert_eq(&lines(&pass.errors));
    }

    pub(crate) fn lines(errors: &[crate::Error]) -> String {
        let line = |it: &crate::Error| match &it.hint {
            Some(hint) => format!("{it} -> {hint}\n"),
            None => format!("{it}\n"),
        };
        errors.iter().map(line).collect()
    }
}
